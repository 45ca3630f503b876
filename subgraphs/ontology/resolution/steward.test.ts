import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import type { FakeConnection } from '../ontology.testkit.ts';
import { type Done, act, ask, connected, customers, debtors, goldenNames, historyOf, pairsOf } from './resolution.testkit.ts';

let t: TestSystem;
let viewer: UserViewer;
let billing: FakeConnection;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
  viewer = await t.newTenant();
  ({ billing } = await connected(t, viewer));
});
afterAll(() => t[Symbol.asyncDispose]());

const ids = async (): Promise<string[]> => (await goldenNames(t, viewer)).map(({ id }) => id).toSorted();
const merge = (...records: string[]): Promise<Done> => act(t, viewer, 'mergeRecords(ids: $ids)', { ids: records });
const undo = (id: string | undefined): Promise<Done> => act(t, viewer, 'undoResolution(id: $id)', { id });
/** Golden records that are made of one record each. */
const singles = async (): Promise<string[]> => {
  const { resolutionHistory } = await historyOf(t, viewer);
  const merged = new Set(resolutionHistory.nodes.flatMap(({ after }) => after.map(({ recordId }) => recordId)));
  return (await ids()).filter((id) => !merged.has(id));
};
const recordOf = async (id: string): Promise<string | undefined> =>
  (await ask<{ record: { id: string } | null }>(t, viewer, 'query ($id: ID!) { record(id: $id) { id } }', { id })).record?.id;

test('what people merge stays merged, old ids lead to it, and taken back everything is as it was', async () => {
  const before = await ids();
  const [one = '', other = ''] = await singles();
  const { change } = await merge(one, other);
  expect(change).toMatchObject({ kind: 'MERGED', by: { id: viewer.userId }, before: [{}, {}], after: [{}] });
  const golden = change?.after[0]?.recordId ?? '';
  expect(await recordOf(one)).toBe(golden);
  expect(await recordOf(other)).toBe(golden);
  await billing.sync([debtors()]);
  expect((await ids()).length).toBe(before.length - 1);
  expect((await undo(change?.id)).change).toMatchObject({ kind: 'UNDONE' });
  expect(await ids()).toEqual(before);
  expect((await undo(change?.id)).codes).toEqual(['RESOLUTION_UNDONE']);
});

test('what scores merged can be taken back, and is not merged again by the next sync', async () => {
  const before = await ids();
  const { resolutionHistory } = await historyOf(t, viewer);
  const auto = resolutionHistory.nodes.find(({ by, kind, undoneAt }) => by === null && kind === 'MERGED' && undoneAt === null);
  const { change } = await undo(auto?.id);
  expect(change?.after.length).toBe(2);
  expect((await ids()).length).toBe(before.length + 1);
  await billing.sync([debtors()]);
  await act(t, viewer, 'resolveNow(entityType: "Account")', {});
  await t.settled();
  expect((await ids()).length).toBe(before.length + 1);
  await undo(change?.id);
  expect(await ids()).toEqual(before);
});

test('a member that is split off is a record of its own again, until that is taken back', async () => {
  const before = await ids();
  const { resolutionHistory } = await historyOf(t, viewer);
  const cluster = resolutionHistory.nodes
    .flatMap(({ after }) => after)
    .find(({ recordId, members }) => members.length === 2 && before.includes(recordId));
  const leaving = cluster?.members.find((id) => id !== cluster.recordId);
  const { change } = await act(t, viewer, 'splitRecord(id: $id, members: $members)', { id: cluster?.recordId, members: [leaving] });
  expect(change).toMatchObject({ kind: 'SPLIT' });
  expect(await recordOf(leaving ?? '')).toBe(leaving);
  expect(await recordOf(cluster?.recordId ?? '')).toBe(cluster?.recordId);
  expect(await merge(cluster?.recordId ?? '', leaving ?? '')).toMatchObject({ codes: ['RESOLUTION_NEVER'] });
  await undo(change?.id);
  expect(await ids()).toEqual(before);
  const all = { id: cluster?.recordId, members: cluster?.members };
  expect((await act(t, viewer, 'splitRecord(id: $id, members: $members)', all)).codes).toEqual(['RESOLUTION_TOO_FEW']);
});

test('what is declared never to be one cannot be merged, and what people confirmed each for itself cannot either', async () => {
  const [one = '', other = '', third = ''] = await ids();
  const never = await act(t, viewer, 'neverMerge(ids: $ids)', { ids: [one, other] });
  expect(await merge(one, other)).toMatchObject({ codes: ['RESOLUTION_NEVER'], todos: [expect.stringContaining('undoResolution')] });
  for (const id of [one, third]) await act(t, viewer, 'verifyRecord(id: $id)', { id });
  expect(await merge(one, third)).toMatchObject({ codes: ['RESOLUTION_BOTH_VERIFIED'], todos: [expect.stringContaining('verifyRecord')] });
  await act(t, viewer, 'verifyRecord(id: $id, verified: false)', { id: third });
  const merged = await merge(one, third);
  expect(merged.codes).toEqual([]);
  expect((await undo(never.change?.id)).codes).toEqual(['RESOLUTION_CHANGED_SINCE']);
  expect((await undo(merged.change?.id)).codes).toEqual([]);
  expect((await undo(never.change?.id)).codes).toEqual([]);
});

test('nothing is made of records that are not there, one record, or nothing', async () => {
  const [one = ''] = await ids();
  expect((await merge(one, one)).codes).toEqual(['RESOLUTION_TOO_FEW']);
  expect((await merge(one, '00000000-0000-5000-8000-000000000000')).codes).toEqual(['RESOLUTION_RECORD_UNKNOWN']);
  expect((await merge('no id', one)).codes).toEqual(['RESOLUTION_RECORD_UNKNOWN']);
  expect((await undo('00000000-0000-5000-8000-000000000000')).codes).toEqual(['RESOLUTION_CHANGE_UNKNOWN']);
  expect((await act(t, viewer, 'decidePair(id: $id, decision: MATCH)', { id: one })).codes).toEqual(['RESOLUTION_PAIR_UNKNOWN']);
  expect((await act(t, viewer, 'resolveNow(entityType: "Nothing")', {})).codes).toEqual(['ENTITY_TYPE_UNKNOWN']);
  const thresholds = { input: { entityType: 'Account', matchThreshold: 3, possibleThreshold: 5 } };
  expect((await act(t, viewer, 'setResolutionPolicy(input: $input)', thresholds)).codes).toEqual(['RESOLUTION_THRESHOLDS']);
});

test('a pair says what speaks for it, and a person’s word on it moves the records', async () => {
  const [pair] = await pairsOf(t, viewer, 'MATCH');
  expect(pair).toMatchObject({ a: { title: expect.any(String) }, b: { title: expect.any(String) }, decidedBy: null });
  expect(pair?.comparisons.find(({ field }) => field === 'name')).toMatchObject({ label: 'Name', sentence: expect.any(String) });
  expect(pair?.a.recordId).toBe(pair?.b.recordId);
  const { change } = await act(t, viewer, 'decidePair(id: $id, decision: NON_MATCH)', { id: pair?.id });
  expect(change).toMatchObject({ kind: 'DECIDED', after: [{}, {}] });
  expect(await pairsOf(t, viewer, 'NON_MATCH')).toMatchObject([{ id: pair?.id, decidedBy: { id: viewer.userId } }]);
  await undo(change?.id);
  expect(await pairsOf(t, viewer, 'NON_MATCH')).toEqual([]);
});

test('a new record is resolved when it arrives, by what was learned before; one that goes leaves its golden record', async () => {
  interface Standing {
    merged: number;
    model: { learnedAt: string };
  }
  const standing = async (): Promise<Standing> => {
    const query = '{ entityType(name: "Account") { resolution { merged model { learnedAt } } } }';
    return JSON.parse(
      JSON.stringify((await ask<{ entityType: { resolution: Standing } }>(t, viewer, query)).entityType.resolution),
    ) as Standing;
  };
  const [before, records] = [await standing(), await ids()];
  await billing.sync([debtors(0, 33)]);
  const after = await standing();
  expect(after.merged).toBeGreaterThanOrEqual(before.merged + 2);
  expect(after.model).toEqual(before.model);
  expect((await ids()).length).toBe(records.length + 3 - (after.merged - before.merged));
  await billing.sync([debtors(30, 33)]);
  expect((await standing()).merged).toBe(after.merged - before.merged);
  expect((await ids()).length).toBe(customers().rows.length + 3 - (after.merged - before.merged));
});
