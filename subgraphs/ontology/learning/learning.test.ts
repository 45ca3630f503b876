import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { FakeConnection } from '../ontology.testkit.ts';
import { LearningTest, deals } from './learning.testkit.ts';

let t: TestSystem;
let l: LearningTest;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
  l = new LearningTest(t);
});
afterAll(() => t[Symbol.asyncDispose]());

const propose = async (viewer: UserViewer, name: string, column: string) => {
  await new FakeConnection(t, viewer, name).discovered([deals(name, column)]);
  return l.field(viewer, column);
};

test('what a person edits is proposed by itself the next time, and says so', async () => {
  const viewer = await t.newTenant();
  const first = await propose(viewer, 'north', 'zwurbel');
  expect(first).toMatchObject({ attribute: 'zwurbel', canonical: false, level: 'LEAVE', learned: null });
  await l.accept(viewer, [{ tableId: first.tableId, fieldId: first.id, attribute: 'amount' }]);
  const second = await propose(viewer, 'south', 'Zwurbel');
  expect(second).toMatchObject({ attribute: 'amount', canonical: true, learned: { decisions: 1 } });
  expect(second.reasons).toContainEqual(expect.objectContaining({ kind: 'PAST', weight: expect.any(Number) }));
  expect(second.evidence.join(' ')).toContain('you mapped a column like this to amount');
  expect(await l.similar(viewer, second.id)).toMatchObject([{ accepted: true, similarity: 1, pair: { attribute: 'amount', times: 1 } }]);
});

test('what a person took away from an attribute is not put to it again', async () => {
  const viewer = await t.newTenant();
  const first = await propose(viewer, 'north', 'deal_value');
  expect(first).toMatchObject({ attribute: 'amount', level: 'AUTO' });
  await l.accept(viewer, [{ tableId: first.tableId, fieldId: first.id, attribute: 'bookedTotal' }]);
  const second = await propose(viewer, 'south', 'deal_value');
  expect(second.attribute).not.toBe('amount');
});

test('what another tenant decided changes nothing', async () => {
  const [one, other] = [await t.newTenant(), await t.newTenant()];
  const first = await propose(one, 'north', 'zwurbel');
  await l.accept(one, [{ tableId: first.tableId, fieldId: first.id, attribute: 'amount' }]);
  expect(await propose(other, 'north', 'zwurbel')).toMatchObject({ attribute: 'zwurbel', learned: null });
});

test('imported pairs fit the weights, are kept by tenant, and there is a way back', async () => {
  const viewer = await t.newTenant();
  expect((await l.policy(viewer)).matcher).toBeNull();
  const matcher = await l.importPairs(viewer, [
    { object: 'deals', field: 'zwurbel', entityType: 'Opportunity', attribute: 'amount', score: 1 },
    { object: 'deals', field: 'amount_of_calls', entityType: 'Opportunity', attribute: 'amount', score: 0 },
  ]);
  expect(matcher).toMatchObject({ pairs: 2 });
  expect(matcher.rightAfter).toBeGreaterThanOrEqual(matcher.rightBefore);
  expect(await l.pairs(viewer)).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  expect((await propose(viewer, 'north', 'zwurbel')).attribute).toBe('amount');
  expect((await l.removePairs(viewer)).matcher).toBeNull();
  expect((await l.pairs(viewer)).totalCount).toBe(0);
  expect((await propose(viewer, 'south', 'zwurbel')).attribute).toBe('zwurbel');
});

test('pairs that cannot be are refused with their place, and none of the call is kept', async () => {
  const viewer = await t.newTenant();
  const good = { object: 'deals', field: 'zwurbel', entityType: 'Opportunity', attribute: 'amount', score: 1 };
  const problems = await l.refusedPairs(viewer, [good, { ...good, score: 2 }, { ...good, attribute: 'No Name' }, { ...good, field: ' ' }]);
  expect(problems.map(({ code, field }) => [code, field])).toEqual([
    ['MAPPING_PAIR_INVALID', 'pairs.1.score'],
    ['MAPPING_PAIR_INVALID', 'pairs.2.attribute'],
    ['MAPPING_PAIR_INVALID', 'pairs.3.field'],
  ]);
  expect((await l.refusedPairs(viewer, [])).map(({ code }) => code)).toEqual(['MAPPING_PAIRS_TOO_MANY']);
  expect((await l.pairs(viewer)).totalCount).toBe(0);
});

test('levels follow the policy of the tenant; thresholds that contradict one another are refused', async () => {
  const viewer = await t.newTenant();
  const field = await propose(viewer, 'north', 'deal_value');
  expect(field.level).toBe('AUTO');
  expect(await l.setPolicy(viewer, { autoAccept: false, auto: 1, review: 0.5 })).toMatchObject({ policy: { thresholds: { auto: 1 } } });
  expect((await l.field(viewer, 'deal_value')).level).toBe('REVIEW');
  expect(await l.setPolicy(viewer, { autoAccept: false, auto: 0.4, review: 0.5 })).toMatchObject({
    problems: [{ code: 'MAPPING_THRESHOLDS_INVALID', field: 'input.auto' }],
  });
});

test('where policy says so, a proposal with nothing to look at is accepted when it is made, and teaches nothing', async () => {
  const viewer = await t.newTenant();
  await l.setPolicy(viewer, { autoAccept: true, auto: 0.8, review: 0.5 });
  await new FakeConnection(t, viewer, 'north').discovered([deals('deals', 'amount')]);
  await t.settled();
  expect(['PUBLISHING', 'PUBLISHED']).toContain((await l.proposal(viewer)).status);
  const { rows } = await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    sql<{ n: string }>`select count(*) as n from past_mapping`.execute(unit.sql),
  );
  expect(Number(rows[0]?.n)).toBe(0);
});
