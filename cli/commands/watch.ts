import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { runEventLine } from '../format/runs.ts';
import { followRun } from '../graph/follow-run.ts';
import { findRun } from '../graph/runs.ts';
import type { ServerOptions } from '../options.ts';
import { connectToServer, findServer, logIn } from '../server/connect.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `autonomos watch <run>`: what a run does, from its start (or behind `--after`) to its end, a line an event; with `--json` one JSON object a
 * line. Comes back by itself when the server goes away. OK when the run succeeded, FAILED when it failed or was cancelled.
 */
export async function watchCommand(
  runId: string,
  options: ServerOptions & { json: boolean; after: string | null },
  terminal: Terminal,
): Promise<number> {
  await connectToServer(options, terminal);
  const reach = async () => {
    const server = await findServer(options.dataFolder);
    if (server === null) throw new Failure(EXIT.UNREACHABLE, 'the server does not answer.');
    const client = await logIn(server, options.dataFolder);
    return { url: server.url, token: client.token, client };
  };
  await followRun({
    reach,
    runId,
    after: options.after,
    onEvent: (event) => terminal.print(options.json ? JSON.stringify(event) : runEventLine(event, terminal.style)),
    onLost: (reason) => terminal.note(`the connection was lost (${reason}); coming back`),
  });
  // The end itself may have been told before `--after`, or is no longer kept.
  const run = await findRun((await reach()).client, runId);
  return run?.status === 'SUCCEEDED' ? EXIT.OK : EXIT.FAILED;
}
