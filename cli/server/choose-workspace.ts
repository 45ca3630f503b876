import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import type { GraphClient } from '../graph/client.ts';
import { type Workspace, connectionCount, demoWorkspace, enterWorkspace } from '../graph/workspaces.ts';
import type { ServerOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { connectToServer } from './connect.ts';

/**
 * The workspace that a question is put to: the demo company when it is wanted, or when nothing of one's own is connected and it is there; else one's own.
 * Whoever did not ask for the demo company is told. @throws Failure when it is wanted and not there
 */
export async function chooseWorkspace(
  options: ServerOptions & { demo: boolean },
  terminal: Terminal,
): Promise<{ client: GraphClient; workspace: Workspace }> {
  const { client } = await connectToServer(options, terminal);
  if (!options.demo && (await connectionCount(client)) > 0) return { client, workspace: 'own' };
  const demo = await demoWorkspace(client);
  if (demo !== null) {
    if (!options.demo) terminal.note(`nothing of yours is connected yet: this is about ${demo.name}, a company that does not exist`);
    return { client: await enterWorkspace(client, demo.id), workspace: 'demo' };
  }
  if (options.demo)
    throw new Failure(EXIT.FAILED, 'the demo company is not here.\n  Load it with `npx autonomos demo load`. (NO_DEMO_WORKSPACE)');
  return { client, workspace: 'own' };
}
