import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { guides } from './guides.ts';
import { operationsApart } from './operations-apart.ts';

/** The address of a running server, for `vite` in development only; the built client is served by the gateway itself. */
const DEVELOPMENT_SERVER = 'http://localhost:4000';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The gateway serves playground.html at /playground; the development server does the same. */
function playgroundAddress(): Plugin {
  return {
    name: 'playground-address',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (/^\/playground(\?|$)/.test(request.url ?? '')) request.url = '/playground.html';
        next();
      });
    },
  };
}

export default defineConfig({
  root: file('.'),
  plugins: [react(), tailwindcss(), playgroundAddress(), operationsApart(), guides()],
  build: {
    outDir: file('../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // Not "assets": that is a page of the client.
    assetsDir: 'static',
    // Inlined files would be data: URLs, which the content security policy refuses.
    assetsInlineLimit: 0,
    // The editor of the playground is big, and loaded only there.
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: { input: { main: file('index.html'), playground: file('playground.html') } },
  },
  worker: { format: 'es' },
  optimizeDeps: {
    include: [
      'graphiql',
      '@graphiql/toolkit',
      'monaco-graphql/esm/graphql.worker.js',
      'monaco-editor/esm/vs/editor/editor.worker.js',
      'monaco-editor/esm/vs/language/json/json.worker.js',
    ],
  },
  // The guides stand beside the client.
  server: { fs: { allow: [file('..')] }, proxy: { '/graphql': { target: DEVELOPMENT_SERVER, ws: true }, '/uploads': DEVELOPMENT_SERVER } },
});
