import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../tests/testkit/test-system.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { bicycleSeller, teaShop } from './companies.testkit.ts';
import { insightsEntities } from './entities.ts';
import { createInsights } from './index.ts';
import { idOf } from './model.testkit.ts';
import { publishCompany } from './publish.testkit.ts';

const ASK = `query ($question: String!) { ask(question: $question) { __typename
  ... on Answer { id text value formattedValue unit label metric { name } delta { absolute relative versus previousValue } trend { direction change }
    columns { name label unit type } rows truncated series { period start value } breakdown { label value share }
    confidence { score tier reasons { text effect } } interpretation { text start end kind meaning } plan { json } sql
    lineage { connection { id } object { id } columns entity attributes { id } } followUps }
  ... on Declined { reason text notUnderstood missing wouldHelp suggestions } } }`;

let t: TestSystem;
let seller: UserViewer;
let shop: UserViewer;

/** A result as JSON gives it: tests look into it freely. */
type Json = ReturnType<typeof JSON.parse>;

async function ask(viewer: UserViewer, question: string): Promise<Json> {
  const result = await t.graph('insights', ASK, { question }, viewer);
  expect(result.errors).toBeUndefined();
  return (result.data as Json)['ask'];
}

beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
  [seller, shop] = [await t.newTenant(), await t.newTenant('VIEWER')];
  await publishCompany(t, seller, bicycleSeller());
  await publishCompany(t, shop, teaShop());
});
afterAll(() => t[Symbol.asyncDispose]());

test.each<[string, number | null]>([
  ['total won revenue', 61_000.5],
  ['revenue in Q4 2021', 15_000],
  ['what is our win rate', 6 / 8],
  ['how many open opportunities do we have', 3],
  ['how many accounts do we have', 5],
  ['average deal size', 61_000.5 / 6],
  ['revenue from courier', 28_000],
  ['revenue in Peru', 20_000],
  ['pipeline', 10_500],
  ['what share of revenue comes from courier', 28_000 / 61_000.5],
  ['how many deals did Ben Okoro lose', 2],
  ['how many different sectors', 3],
  ['what is the price of City', 1_500],
  ['average revenue per account', 61_000.5 / 3],
  ['total employees of accounts in retail', 940],
])('%s', async (question, value) => {
  const answer = await ask(seller, question);
  expect(answer.__typename, JSON.stringify(answer)).toBe('Answer');
  expect(answer.value).toBeCloseTo(value ?? 0, 6);
});

test.each<[string, unknown[][]]>([
  [
    'top 2 accounts by revenue',
    [
      ['Alder Post', 28_000],
      ['Dogwood Foods', 20_000],
    ],
  ],
  [
    'revenue by sector',
    [
      ['courier', 28_000],
      ['retail', 33_000.5],
    ],
  ],
  ['which sector has the highest win rate', [['courier', 1]]],
  ['who is the sales agent with the most won deals', [['Ana Lund', 4]]],
  [
    'win rate by quarter',
    [
      ['Q1 2021', 1],
      ['Q2 2021', 0.5],
      ['Q3 2021', 1],
      ['Q4 2021', 2 / 3],
      ['Q1 2022', 1],
    ],
  ],
  ['which accounts have no opportunities', [['Elm Express', null]]],
  [
    'accounts with more than 100 employees',
    [
      ['Alder Post', null],
      ['Dogwood Foods', null],
    ],
  ],
])('%s', async (question, rows) => {
  const answer = await ask(seller, question);
  expect(answer.__typename, JSON.stringify(answer)).toBe('Answer');
  const sorted = (list: unknown[][]) => list.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
  expect(sorted(answer.rows.map((row: unknown[]) => row.slice(0, 2))).map((row) => row[0])).toEqual(sorted(rows).map((row) => row[0]));
  for (const [index, row] of sorted(rows).entries())
    if (row[1] !== null) expect(sorted(answer.rows)[index]?.[1]).toBeCloseTo(Number(row[1]), 6);
});

test('a period is compared with the one before', async () => {
  const answer = await ask(seller, 'revenue in Q4 2021');
  expect(answer.delta).toEqual({ absolute: -5_000, relative: -0.25, versus: 'Q3 2021', previousValue: 20_000 });
  expect(answer.text).toBe('Revenue in Q4 2021 was 15,000, down 25.0 % on Q3 2021 (20,000).');
  expect(answer.trend.direction).toBe('DECLINING');
});

test('order lines become revenue by quantity and price of what they lead to, and the answer says so', async () => {
  const answer = await ask(shop, 'total revenue');
  expect(answer.value).toBe(2 * 4.5 + 6 + 15 + 18 + 6 + 60);
  expect(answer.confidence.reasons.map((reason: Json) => reason.text).join()).toContain(
    'Quantity of each Order line × Unit price of the Tea',
  );
  expect((await ask(shop, 'revenue by month')).rows).toEqual([
    ['January 2023', 30],
    ['February 2023', 24],
    ['March 2023', 60],
  ]);
  expect((await ask(shop, 'how many teas were sold')).value).toBe(21);
  expect((await ask(shop, 'which teas were never ordered')).rows.map((row: unknown[]) => row[0])).toEqual(['Oolong']);
  expect((await ask(shop, 'how many orders contain Sencha')).value).toBe(3);
});

test('what cannot be computed is declined with what is missing and what would help', async () => {
  const declined = await ask(seller, 'what is our churn?');
  expect(declined).toMatchObject({ __typename: 'Declined', reason: 'NOT_AVAILABLE' });
  expect(declined.missing.length).toBeGreaterThan(0);
  expect(declined.wouldHelp[0]).toContain('cancellation');
});

test('words that are not understood are named, not guessed', async () => {
  expect(await ask(seller, 'revenue of wombats')).toMatchObject({
    __typename: 'Declined',
    reason: 'NOT_UNDERSTOOD',
    notUnderstood: ['wombats'],
  });
});

test('a relative period of data that ended long ago is counted from their end, with less confidence; a named one is declined', async () => {
  const answer = await ask(seller, 'revenue last quarter');
  expect(answer).toMatchObject({ __typename: 'Answer', value: 15_000, confidence: { tier: 'MEDIUM' } });
  expect(answer.text).toContain('Q4 2021');
  const declined = await ask(seller, 'revenue in Q3 2025');
  expect(declined).toMatchObject({ __typename: 'Declined', reason: 'NO_DATA' });
  expect(declined.suggestions).toContain('revenue in Q1 2022');
});

test('an answer has lineage, a galaxy and follow-ups that can be asked', async () => {
  const answer = await ask(seller, 'revenue in Q4 2021');
  expect(answer.lineage[0]).toMatchObject({
    connection: { id: idOf('connection') },
    object: { id: idOf('object Opportunity') },
    entity: 'Opportunity',
  });
  expect(answer.lineage[0].columns).toContain('Amount');
  expect(answer.followUps.length).toBeGreaterThanOrEqual(3);
  for (const question of answer.followUps) expect((await ask(seller, question)).__typename, question).toBe('Answer');
  const again = await t.graph(
    'insights',
    'query ($id: ID!) { answer(id: $id) { ... on Answer { value galaxy { nodes { label question orbit value formattedValue sparkline quality } edges { from to relation explanation } } } } }',
    { id: answer.id },
    seller,
  );
  const { galaxy } = (again.data as Json).answer;
  expect(galaxy.nodes[0]).toMatchObject({ orbit: 'CENTRE', value: 15_000 });
  expect(galaxy.nodes.length).toBeGreaterThanOrEqual(8);
  expect(galaxy.edges.length).toBe(galaxy.nodes.length - 1);
  const numbers = galaxy.nodes.map((node: { formattedValue: string }) => node.formattedValue);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const node of galaxy.nodes.slice(1)) {
    const asked = await ask(seller, node.question);
    expect(asked.value, node.question).toBeCloseTo(node.value, 6);
  }
});

test('suggestions and samples can all be answered', async () => {
  const result = await t.graph(
    'insights',
    '{ sampleQuestions(persona: CRO, first: 12) suggest(text: "revenue by se") { text completion kind } }',
    {},
    seller,
  );
  const { sampleQuestions, suggest } = result.data as Json;
  expect(sampleQuestions.length).toBeGreaterThanOrEqual(8);
  for (const question of [...sampleQuestions, ...suggest.map((each: Json) => each.completion)])
    expect((await ask(seller, question)).__typename, question).toBe('Answer');
});

test('metrics say whether they are available and of which attributes they are made', async () => {
  const result = await t.graph(
    'insights',
    '{ metric(name: "win_rate") { available missing attributes { id } } metrics(first: 5) { nodes { name } totalCount pageInfo { hasNextPage } } }',
    {},
    seller,
  );
  expect(result.data).toMatchObject({ metric: { available: true, missing: [] }, metrics: { pageInfo: { hasNextPage: true } } });
  expect((result.data as Json).metric.attributes.map((each: Json) => each.id)).toContain(idOf('Opportunity.outcome'));
});

test('a tenant without data is told so, and never sees the data of another', async () => {
  const empty = await t.newTenant();
  expect((await ask(empty, 'total revenue')).__typename).toBe('Declined');
  expect((await ask(empty, 'revenue of Alder Post')).__typename).toBe('Declined');
  expect((await ask(shop, 'revenue of Alder Post')).__typename).toBe('Declined');
});

test('new data is answered with after the ontology says that it changed', async () => {
  const viewer = await t.newTenant();
  await publishCompany(t, viewer, teaShop());
  expect((await ask(viewer, 'how many orders')).value).toBe(4);
  await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    await unit.asTenant((db) =>
      sql`insert into e_tea_order (id, source_key, order_id, order_date, city) values (${randomUUID()}, 'T5', 'T5', '2023-04-01', 'Oslo')`.execute(
        db,
      ),
    );
    unit.emit('ontology.canonical-changed', {
      connectionId: idOf('connection'),
      proposalId: null,
      syncId: null,
      entities: [{ name: 'TeaOrder', changed: 1, removed: 0 }],
    });
  });
  await t.settled();
  expect((await ask(viewer, 'how many orders in Oslo')).value).toBe(1);
});
