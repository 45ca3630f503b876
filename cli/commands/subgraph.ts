import { serveProcess, type ProcessOptions } from '../server/serve-process.ts';
import type { Terminal } from '../terminal.ts';

/** `autonomos subgraph <name>`: one subgraph alone over HTTP, for gateways that name it in SUBGRAPH_URLS. */
export async function subgraphCommand(name: string, options: ProcessOptions, terminal: Terminal): Promise<number> {
  await import('reflect-metadata');
  const { startSubgraphProcess } = await import('../../embedded/scaled/start-subgraph.ts');
  return serveProcess(name, options, terminal, (open) => startSubgraphProcess(name, open));
}
