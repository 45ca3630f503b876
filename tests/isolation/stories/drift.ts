import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../testkit/eventually.ts';
import type { Settler, Story } from './story.ts';

/** Tables whose columns are called otherwise one day: two wait for a person, one was repaired by itself, one has lost a column for good. */
const TABLES = ['accepted', 'rejected', 'repaired', 'dismissed'] as const;
type Table = (typeof TABLES)[number];

const RECORDS = 40;

function csvOf(canary: string, table: Table, later: boolean): string {
  const key = later && (table === 'accepted' || table === 'rejected') ? 'berth_no' : 'berth_id';
  const state = later && table === 'repaired' ? 'berth_state' : later && table === 'dismissed' ? null : 'state';
  const fees = table === 'dismissed' && !later ? ['fee'] : [];
  const rows = Array.from({ length: RECORDS }, (_, i) => {
    const cells = [
      `${table}-${i}`,
      `${canary} berth ${i}`,
      `${i % 9}.5`,
      ...(fees.length === 0 ? [] : [`$${10 + i}.50`]),
      ...(state === null ? [] : [`${canary} ${['free', 'taken', 'closed'][i % 3]}`]),
    ];
    return cells.join(',');
  });
  const header = [key, 'label', 'depth', ...fees, ...(state === null ? [] : [state])].join(',');
  return [header, ...rows, ...(later ? [] : ['too,few'])].join('\n');
}

interface Seen {
  repairs: { nodes: { id: string; status: string; object: { name: string } }[] };
  drifts: { nodes: { id: string; status: string; object: { name: string } }[] };
}

async function connect({ canary, run }: Settler, folder: string): Promise<string> {
  const { connectFiles } = await run<{ connectFiles: { connection: { id: string } } }>(
    'mutation ($input: ConnectFilesInput!) { connectFiles(input: $input) { ... on ConnectionStarted { connection { id } } } }',
    { input: { folder, name: `${canary} harbour` } },
  );
  return connectFiles.connection.id;
}

/** Waits until a connection's mapping stands so, and its sync is over. @returns the mapping's id */
async function mapping({ run }: Settler, id: string, status: string): Promise<string> {
  let found = '';
  await eventually(`the mapping of the harbour is ${status}`, async () => {
    const { connection } = await run<{
      connection: { mappingProposal: { id: string; status: string } | null; latestSync: { status: string } };
    }>('query ($id: ID!) { connection(id: $id) { mappingProposal { id status } latestSync { status } } }', { id });
    found = connection.mappingProposal?.id ?? '';
    return connection.mappingProposal?.status === status && connection.latestSync.status !== 'RUNNING';
  });
  return found;
}

/** Sources that change, repairs that wait, and records in quarantine. */
export const drift: Story = {
  name: 'drift',
  async live(settler) {
    const { canary, run, notes, system } = settler;
    const folder = await mkdtemp(join(tmpdir(), 'harbour-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const write = async (later: boolean): Promise<void> => {
      for (const table of TABLES) await writeFile(join(folder, `${canary}_${table}.csv`), csvOf(canary, table, later));
    };
    await write(false);
    const connectionId = await connect(settler, folder);
    const proposalId = await mapping(settler, connectionId, 'PROPOSED');
    await run('mutation ($id: ID!) { acceptMapping(input: { proposalId: $id }) { __typename } }', { id: proposalId });
    await mapping(settler, connectionId, 'PUBLISHED');
    await system.settled();
    await write(true);
    await run('mutation ($id: ID!) { syncConnection(id: $id) { sync { id } } }', { id: connectionId });
    await mapping(settler, connectionId, 'PUBLISHED');
    await system.settled();
    const { repairs, drifts } = await run<Seen>(
      'query ($id: ID!) { repairs(filter: { connectionId: $id }) { nodes { id status object { name } } } drifts(filter: { connectionId: $id, statuses: [OPEN] }) { nodes { id status object { name } } } }',
      { id: connectionId },
    );
    for (const table of TABLES) {
      const repair = repairs.nodes.find(({ object }) => object.name.endsWith(table));
      const open = drifts.nodes.find(({ object }) => object.name.endsWith(table));
      notes.set(`drift.repair.${table}`, repair?.id ?? '');
      notes.set(`drift.drift.${table}`, open?.id ?? '');
    }
    notes.set('drift.connection', connectionId);
    await run(
      'mutation ($names: [String!]) { setRepairPolicy(input: { minimumConfidence: 0.95, criticalEntities: $names }) { __typename } }',
      {
        names: [`${canary} berths`],
      },
    );
  },
  recipes({ notes }, known) {
    const noted = (name: string): string[] => [notes.get(name) ?? ''].filter((id) => id !== '');
    return {
      'Query.drift.id': known.of('Drift.id'),
      'Query.repair.id': known.of('RepairProposal.id'),
      'Mutation.observeConnection.id': noted('drift.connection'),
      'Mutation.dismissDrift.id': noted('drift.drift.dismissed'),
      'Mutation.acceptRepair.id': noted('drift.repair.accepted'),
      'Mutation.acceptRepair.changes': [null],
      'Mutation.rejectRepair.id': noted('drift.repair.rejected'),
      'Mutation.rollBackRepair.id': noted('drift.repair.repaired'),
      'Mutation.replayQuarantine.objectId': known.of('SourceObject.id').slice(0, 3),
      'Mutation.discardQuarantined.objectId': known.of('SourceObject.id').slice(0, 3),
      'Mutation.discardQuarantined.code': [null],
      'Mutation.setRepairPolicy.input': [{ minimumConfidence: 0.9 }],
      'DriftFilter.connectionId': known.of('Connection.id').slice(0, 2),
      'RepairFilter.connectionId': known.of('Connection.id').slice(0, 2),
      'QuarantineFilter.connectionId': known.of('Connection.id').slice(0, 2),
    };
  },
};
