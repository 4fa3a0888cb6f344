import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

/** The page, built into `build/web`, which the API serves. */
export default defineConfig({
  root: 'src/web',
  // Beside each file its compressed forms, of which the API sends the one that the browser takes.
  plugins: [react(), compression({ include: /\.(js|css|json)$/, algorithms: ['gzip', 'brotliCompress'] })],
  build: {
    outDir: '../../build/web',
    emptyOutDir: true,
    // Every script and font is a file of this site: the page's policy allows no other (docs of `webRouter`).
    assetsInlineLimit: 0,
    manifest: true,
    // What ten pages and dialogs share comes in one file: dozens of small ones take longer than the bytes they save.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'common', minShareCount: 10 }] } },
    },
  },
});
