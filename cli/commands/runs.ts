import { EXIT } from '../exit-codes.mjs';
import { runsText } from '../format/runs.ts';
import { listRuns } from '../graph/runs.ts';
import type { ServerOptions } from '../options.ts';
import { connectToServer } from '../server/connect.ts';
import type { Terminal } from '../terminal.ts';

/** `autonomos runs`: what is at work and what was, the newest first. */
export async function runsCommand(options: ServerOptions & { json: boolean }, terminal: Terminal): Promise<number> {
  const { client } = await connectToServer(options, terminal);
  const { runs, total } = await listRuns(client);
  terminal.print(options.json ? JSON.stringify({ runs, total }, null, 2) : runsText(runs, total, terminal.style, new Date()));
  return EXIT.OK;
}
