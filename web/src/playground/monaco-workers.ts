/** Files of this site that Monaco does its work in; each name is written out because the bundler looks for exactly this form. */
const WORKERS: Record<string, () => Worker> = {
  graphql: () => new Worker(new URL('./graphql.worker.ts', import.meta.url), { type: 'module' }),
  json: () => new Worker(new URL('./json.worker.ts', import.meta.url), { type: 'module' }),
};

/** Monaco reads this while it loads, so this module comes first. */
Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string): Worker =>
      WORKERS[label]?.() ?? new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module' }),
  },
});
