import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The address of a running server, for `vite` in development only; the built client is served by the gateway itself. */
const DEVELOPMENT_SERVER = 'http://localhost:4000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), tailwindcss()],
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // Not "assets": that is a page of the client.
    assetsDir: 'static',
    // Inlined files would be data: URLs, which the content security policy refuses.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/graphql': DEVELOPMENT_SERVER, '/uploads': DEVELOPMENT_SERVER } },
});
