import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { count, formatNumber } from '../format/numbers.ts';
import type { GraphClient } from '../graph/client.ts';
import { type ConnectionStatus, connectionStatuses } from '../graph/status.ts';
import { createDemo, deleteDemo, demoWorkspace, enterWorkspace } from '../graph/workspaces.ts';
import type { ServerOptions } from '../options.ts';
import { connectToServer } from '../server/connect.ts';
import type { Terminal } from '../terminal.ts';
import { waitFor } from '../wait.ts';

export const DEMO_ACTIONS = ['load', 'delete', 'status'] as const;
export type DemoAction = (typeof DEMO_ACTIONS)[number];

const LOAD_PATIENCE = { first: 300, longest: 1_000, total: 10 * 60_000 };
/** A server that fills demo companies connects the first system within that time. */
const BEGIN_MS = 60_000;
/** The systems of the demo company. */
const SYSTEMS = 5;

interface DemoStatus {
  state: 'absent' | 'loading' | 'ready';
  systems: { name: string; status: string; mapping: string | null; rows: number }[];
}

/** `autonomos demo load|delete|status`. `load` waits until there are answers; what is loaded already is left as it is. */
export async function demoCommand(action: DemoAction, options: ServerOptions & { json: boolean }, terminal: Terminal): Promise<number> {
  const { client } = await connectToServer(options, terminal);
  if (action === 'delete') {
    const deleted = await deleteDemo(client);
    terminal.print(
      options.json
        ? JSON.stringify({ deleted })
        : deleted
          ? 'The demo company is gone, with everything in it.'
          : 'There was no demo company.',
    );
    return EXIT.OK;
  }
  const status = action === 'load' ? await load(client, terminal) : await statusOf(client);
  terminal.print(options.json ? JSON.stringify(status, null, 2) : statusText(status));
  return EXIT.OK;
}

async function load(client: GraphClient, terminal: Terminal): Promise<DemoStatus> {
  const demo = await createDemo(client);
  const begun = Date.now();
  const status = await waitFor(async () => {
    const now = statusFrom(await connectionStatuses(demo));
    terminal.progress(`${now.systems.filter(({ mapping }) => mapping === 'PUBLISHED').length} of ${SYSTEMS} systems are unified`);
    if (now.systems.length === 0 && Date.now() - begun > BEGIN_MS)
      throw new Failure(EXIT.FAILED, 'this server does not fill demo companies: only a server on one’s own machine does.');
    return now.state === 'ready' ? now : null;
  }, LOAD_PATIENCE);
  terminal.endProgress();
  if (status === null)
    throw new Failure(EXIT.FAILED, 'loading takes longer than this command waits. The server goes on: `npx autonomos demo status`.');
  return status;
}

async function statusOf(client: GraphClient): Promise<DemoStatus> {
  const demo = await demoWorkspace(client);
  return demo === null ? { state: 'absent', systems: [] } : statusFrom(await connectionStatuses(await enterWorkspace(client, demo.id)));
}

function statusFrom(connections: readonly ConnectionStatus[]): DemoStatus {
  const systems = connections.map(({ name, status, mapping, rows }) => ({ name, status, mapping, rows }));
  const ready = systems.length >= SYSTEMS && systems.every(({ mapping }) => mapping === 'PUBLISHED');
  return { state: ready ? 'ready' : 'loading', systems };
}

function statusText({ state, systems }: DemoStatus): string {
  if (state === 'absent') return 'There is no demo company. `npx autonomos demo load` loads it.';
  const rows = systems.reduce((sum, one) => sum + one.rows, 0);
  const head = state === 'ready' ? 'The demo company is ready' : 'The demo company is being loaded';
  const lines = systems.map(({ name, rows: of, mapping }) => `  ${name.padEnd(12)} ${formatNumber(of).padStart(8)} rows, ${mapping?.toLowerCase() ?? 'no mapping yet'}`); // prettier-ignore
  return [
    `${head}: ${count(systems.length, 'system')}, ${count(rows, 'row')}.`,
    ...lines,
    '',
    'Try  npx autonomos ask --demo "What is our actual MRR?"',
  ].join('\n');
}
