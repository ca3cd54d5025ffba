import react from '@vitejs/plugin-react';
import { pageFolder } from './build/folders.ts';

/** How the page is built; `npx vite --config sut/web/vite.config.ts` serves it for work on it. */
export default {
  root: pageFolder,
  plugins: [react()],
  build: { target: 'es2024', assetsInlineLimit: 0, chunkSizeWarningLimit: 1000, modulePreload: { polyfill: false } },
};
