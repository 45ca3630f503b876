import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startNode, startServer, type Child } from './children.ts';
import type { Contestant } from './contestants.ts';
import { SUBGRAPHS } from './subgraphs/all.ts';
import { composeSupergraph } from './supergraph.ts';

const script = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A gateway that runs. */
export interface Entrant {
  contestant: Contestant;
  pid: number;
  /** `http://host:port` */
  origin: string;
}

/** What a comparison runs on: the subgraphs, the gateways over them, and the process that makes the load. Everything ends with it. */
export interface Ground extends AsyncDisposable {
  entrants: readonly Entrant[];
  load: Child;
}

const INTERRUPTED = 130;

/** Path of the graph at every gateway. */
export const GRAPH_PATH = '/graphql';

/** Starts it all. @throws Error when one does not start; what did start has ended then */
export async function prepareGround(contestants: readonly Contestant[], say: (line: string) => void): Promise<Ground> {
  await using started = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'autonomos-bench-'));
  const discard = (): void => rmSync(folder, { recursive: true, force: true });
  started.defer(discard);
  // Whoever breaks off leaves nothing behind either; the processes notice by themselves.
  process.once('exit', discard);
  process.once('SIGINT', () => process.exit(INTERRUPTED));
  const urls = new Map<string, string>();
  for (const { name } of SUBGRAPHS) {
    const { origin } = await serve(started, (port) => ({ args: [script('subgraphs/serve.child.ts'), name, String(port)] }));
    urls.set(name, `${origin}${GRAPH_PATH}`);
  }
  const supergraph = join(folder, 'supergraph.graphql');
  await writeFile(supergraph, composeSupergraph(urls));
  const entrants: Entrant[] = [];
  for (const contestant of contestants) {
    const began = performance.now();
    entrants.push({ contestant, ...(await serve(started, (port) => contestant.command(supergraph, port))) });
    say(`${contestant.title} serves after ${Math.round(performance.now() - began)} ms`);
  }
  const load = started.use(startNode({ args: [script('load.child.ts')] }));
  const all = started.move();
  return { entrants, load, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

async function serve(started: AsyncDisposableStack, command: (port: number) => Parameters<typeof startServer>[0]) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { pid } = started.use(await startServer(command(port), `${origin}${GRAPH_PATH}`));
  return { pid, origin };
}
