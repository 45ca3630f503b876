import { serveProcess, type ProcessOptions } from '../server/serve-process.ts';
import type { Terminal } from '../terminal.ts';

/** `autonomos worker`: works on durable runs; at its address it only tells how it is. */
export async function workerCommand(options: ProcessOptions, terminal: Terminal): Promise<number> {
  await import('reflect-metadata');
  const { startWorkerProcess } = await import('../../embedded/scaled/start-worker.ts');
  return serveProcess('the worker', options, terminal, startWorkerProcess);
}
