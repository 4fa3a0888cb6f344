import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page, built into `build/web`, which the API serves. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../build/web',
    emptyOutDir: true,
    // Every script and font is a file of this site: the page's policy allows no other (docs of `webRouter`).
    assetsInlineLimit: 0,
    manifest: true,
  },
});
