import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { replayText } from '../format/replay.ts';
import { replayRun } from '../graph/replay.ts';
import type { ServerOptions } from '../options.ts';
import { connectToServer } from '../server/connect.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `autonomos replay <run>`: goes through a run of a workflow again with the answers it was given, by its own or another version, and compares; nothing is
 * called. OK when it comes to the same.
 */
export async function replayCommand(
  runId: string,
  options: ServerOptions & { json: boolean; version: number | null },
  terminal: Terminal,
): Promise<number> {
  const { client } = await connectToServer(options, terminal);
  const replay = await replayRun(client, runId, options.version);
  if (replay === null) throw new Failure(EXIT.FAILED, `there is no run ${runId} of a workflow.`);
  terminal.print(options.json ? JSON.stringify(replay, null, 2) : replayText(replay, terminal.style));
  return replay.same ? EXIT.OK : EXIT.FAILED;
}
