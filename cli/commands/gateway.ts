import { serveProcess, type ProcessOptions } from '../server/serve-process.ts';
import type { Terminal } from '../terminal.ts';

/** `autonomos gateway`: the public door alone, over the subgraphs that SUBGRAPH_URLS names. */
export async function gatewayCommand(options: ProcessOptions, terminal: Terminal): Promise<number> {
  await import('reflect-metadata');
  const { startGatewayProcess } = await import('../../embedded/scaled/start-gateway.ts');
  return serveProcess('the gateway', options, terminal, startGatewayProcess);
}
