import '@fontsource-variable/noto-sans';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { speak, startLanguage } from './i18n/i18n.ts';

await speak(startLanguage());
createRoot(document.getElementById('root')!).render(<App />);
