import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { DEFAULT_PORT } from '../options.ts';
import { serveProcess, type ProcessOptions } from '../server/serve-process.ts';
import { startFailure } from '../server/start-failure.ts';
import { listenForStop } from '../server/stop-signal.ts';
import type { Terminal } from '../terminal.ts';

/** A gateway over a supergraph file and nothing else. */
export interface AloneChoice {
  /** File of the supergraph; null: the product's own gateway. */
  supergraph: string | null;
  config: string | null;
  host: string | null;
  watch: boolean;
}

/** Both addresses of this machine; nobody else's. */
const DEFAULT_HOST = 'localhost';

/** `autonomos gateway`: the public door alone, over the subgraphs that SUBGRAPH_URLS names; with `--supergraph`, over those of any supergraph. */
export async function gatewayCommand(options: ProcessOptions & AloneChoice, terminal: Terminal): Promise<number> {
  const { supergraph, config, host } = options;
  if (supergraph !== null) return serveAlone(supergraph, options, terminal);
  const stray = config === null ? (host === null ? null : '--host') : '--config';
  if (stray !== null) throw new Failure(EXIT.USAGE, `${stray} is for a gateway over a file: name it with \`--supergraph <file>\`.`);
  await import('reflect-metadata');
  const { startGatewayProcess } = await import('../../embedded/scaled/start-gateway.ts');
  return serveProcess('the gateway', options, terminal, startGatewayProcess);
}

async function serveAlone(supergraph: string, options: ProcessOptions & AloneChoice, terminal: Terminal): Promise<number> {
  const { environment } = terminal;
  const port = String(options.port ?? environment['PORT'] ?? DEFAULT_PORT);
  const stop = listenForStop();
  try {
    const { startAlone } = await import('../../gateway/alone/start-alone.ts');
    const host = options.host ?? environment['HOST'] ?? DEFAULT_HOST;
    const gateway = await startAlone({ supergraph, config: options.config, host, port: Number(port), watch: options.watch, environment });
    terminal.note(`the gateway answers at ${gateway.url}/graphql`);
    terminal.note(`stopping (${await stop.told})`);
    await gateway.stop();
    return EXIT.OK;
  } catch (error) {
    if (error instanceof Error && UNUSABLE_FILES.has(error.name)) throw new Failure(EXIT.USAGE, error.message);
    throw startFailure(error, { port, dataFolder: options.dataFolder });
  } finally {
    stop.done();
  }
}

/** Errors whose message says what is wrong with a file that was named. */
const UNUSABLE_FILES = new Set(['SupergraphError', 'ManifestError']);
