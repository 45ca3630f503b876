import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../testkit/eventually.ts';
import type { Settler, Story } from './story.ts';

const FIRST = ['Amber', 'Basalt', 'Cobalt', 'Dorian', 'Ember', 'Fjord', 'Garnet', 'Harbor', 'Indigo', 'Juniper', 'Kestrel', 'Larch'];
const SECOND = ['Logistics', 'Foods', 'Robotics', 'Textiles'];
const CITIES = ['Lisbon', 'Oslo', 'Turin'];
const COMPANIES = 36;

/** The same companies twice: as customers, and as those who are sent invoices. */
function csvOf(canary: string, other: boolean): string {
  const rows = Array.from({ length: COMPANIES }, (_, i) => {
    const words = `${FIRST[i % FIRST.length] ?? ''} ${SECOND[Math.floor(i / FIRST.length)] ?? ''}`;
    const name = `${canary} ${words}`;
    const site = `${canary}${words.replaceAll(' ', '')}.com`.toLowerCase();
    const phone = `+351 21 ${1_000_000 + i * 7_919}`;
    return [
      `${other ? 'D' : 'C'}-${i}`,
      other && i % 3 === 0 ? `${name} Ltd` : name,
      other ? `www.${site}` : site,
      phone,
      CITIES[i % CITIES.length] ?? '',
    ].join(',');
  });
  return [other ? 'client_id,client_name,website,phone,city' : 'customer_id,customer_name,website,phone,city', ...rows].join('\n');
}

async function connect(settler: Settler, folder: string, file: string, text: string): Promise<void> {
  const { canary, run, system } = settler;
  await writeFile(join(folder, file), text);
  const { connectFiles } = await run<{ connectFiles: { connection: { id: string } } }>(
    'mutation ($input: ConnectFilesInput!) { connectFiles(input: $input) { ... on ConnectionStarted { connection { id } } } }',
    { input: { folder, name: `${canary} ${file}` } },
  );
  const proposal = async (status: string): Promise<string> => {
    let found = '';
    await eventually(`the mapping of ${file} is ${status}`, async () => {
      const { connection } = await run<{
        connection: { mappingProposal: { id: string; status: string } | null; latestSync: { status: string } };
      }>('query ($id: ID!) { connection(id: $id) { mappingProposal { id status } latestSync { status } } }', {
        id: connectFiles.connection.id,
      });
      found = connection.mappingProposal?.id ?? '';
      return connection.mappingProposal?.status === status && connection.latestSync.status !== 'RUNNING';
    });
    return found;
  };
  const id = await proposal('PROPOSED');
  await run('mutation ($id: ID!) { acceptMapping(input: { proposalId: $id }) { __typename } }', { id });
  await proposal('PUBLISHED');
  await system.settled();
}

interface Change {
  id: string;
  after: { recordId: string; members: string[] }[];
}

/** One decision about records; its change. */
async function decide({ run }: Settler, field: string, variables: Record<string, unknown>): Promise<Change> {
  const types: Readonly<Record<string, string>> = { id: 'ID!', ids: '[ID!]!', members: '[ID!]!' };
  const declared = Object.keys(variables).map((name) => `$${name}: ${types[name] ?? ''}`);
  const { done } = await run<{ done: { change?: Change; problems?: { code: string }[] } }>(
    `mutation (${declared.join(', ')}) { done: ${field} { ... on ResolutionDone { change { id after { recordId members } } } ... on InputRefused { problems { code } } } }`,
    variables,
  );
  if (done.change === undefined) throw new Error(`${field} was refused: ${JSON.stringify(done.problems)}`);
  return done.change;
}

/** Records of two sources that are the same things, and all that people can decide about them. */
export const resolution: Story = {
  name: 'resolution',
  async live(settler) {
    const { canary, run, notes, system } = settler;
    const folder = await mkdtemp(join(tmpdir(), 'records-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const [left, right] = [await mkdtemp(join(folder, 'l')), await mkdtemp(join(folder, 'r'))];
    await connect(settler, left, `${canary}_customers.csv`, csvOf(canary, false));
    await connect(settler, right, `${canary}_clients.csv`, csvOf(canary, true));
    const policy = { entityType: 'Account', enabled: true, oneEach: true, matchThreshold: 4, possibleThreshold: -30 };
    await run(
      'mutation ($input: ResolutionPolicyInput!) { setResolutionPolicy(input: $input) { __typename ... on InputRefused { problems { code } } } }',
      {
        input: policy,
      },
    );
    await system.settled();
    const { resolutionPairs } = await run<{
      resolutionPairs: { nodes: { id: string; a: { id: string; recordId: string }; b: { id: string; recordId: string } }[] };
    }>('{ resolutionPairs(entityType: "Account", status: MATCH, first: 100) { nodes { id a { id recordId } b { id recordId } } } }');
    const [first, second, third, fourth, fifth, sixth] = resolutionPairs.nodes.filter(({ a, b }) => a.recordId === b.recordId);
    const once = await decide(settler, 'decidePairs(ids: $ids, decision: NON_MATCH)', { ids: [first?.id] });
    await decide(settler, 'undoResolution(id: $id)', { id: once.id });
    await decide(settler, 'decidePair(id: $id, decision: NON_MATCH)', { id: first?.id });
    await decide(settler, 'mergeRecords(ids: $ids)', { ids: [second?.a.recordId, third?.a.recordId] });
    const members = [fourth?.a, fourth?.b]
      .flatMap((side) => (side === undefined || side.id === side.recordId ? [] : [side.id]))
      .slice(0, 1);
    await decide(settler, 'splitRecord(id: $id, members: $members)', { id: fourth?.a.recordId, members });
    await decide(settler, 'neverMerge(ids: $ids)', { ids: [fifth?.a.recordId, sixth?.a.recordId] });
    await run('mutation ($id: ID!) { verifyRecord(id: $id) { __typename } }', { id: fifth?.a.recordId });
    await run('mutation { resolveNow(entityType: "Account") { __typename } }');
    await system.settled();
    for (const [name, pair] of Object.entries({ fifth, sixth })) notes.set(`resolution.${name}`, pair?.a.recordId ?? '');
    notes.set('resolution.member', sixth?.b.id ?? '');
  },
  fleeting: { 'ResolutionMember.masked': 'names of attributes that a mask keeps from whoever asks; the owner sees all' },
  notDone: { 'Mutation.mergeRecords': 'of two that were said never to be one; merging is part of the story' },
  recipes({ notes }, known) {
    const noted = (...names: string[]): string[] => names.flatMap((name) => notes.get(`resolution.${name}`) ?? []);
    const [fifth = '', sixth = ''] = noted('fifth', 'sixth');
    const pairs = known.of('ResolutionPair.id').slice(0, 3);
    return {
      'Query.resolutionPairs.entityType': ['Account'],
      'Query.resolutionHistory.entityType': ['Account'],
      'Query.resolutionClusters.entityType': ['Account'],
      'Query.resolutionHistory.recordId': [null, fifth],
      'Query.resolutionPair.id': pairs,
      'Mutation.decidePair.id': pairs,
      'Mutation.decidePairs.ids': [pairs.slice(0, 1)],
      'Mutation.mergeRecords.ids': [[fifth, sixth]],
      'Mutation.neverMerge.ids': [[fifth, sixth]],
      'Mutation.splitRecord.id': [sixth],
      'Mutation.splitRecord.members': [noted('member')],
      'Mutation.undoResolution.id': known.of('ResolutionChange.id').slice(0, 3),
      'Mutation.verifyRecord.id': [fifth],
      'Mutation.resolveNow.entityType': ['Account'],
      'ResolutionPolicyInput.entityType': ['Account'],
      'ResolutionPolicyInput.matchThreshold': [5],
      'ResolutionPolicyInput.possibleThreshold': [-20],
    };
  },
};
