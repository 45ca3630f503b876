import { afterAll, beforeAll, expect, test } from 'vitest';
import { insightsEntities } from '../subgraphs/insights/entities.ts';
import { createInsights } from '../subgraphs/insights/index.ts';
import { ontologyEntities } from '../subgraphs/ontology/entities.ts';
import { createOntology } from '../subgraphs/ontology/index.ts';
import { Mapping } from '../subgraphs/ontology/mapping/mapping.testkit.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([
    { create: createOntology, entities: ontologyEntities },
    { create: createInsights, entities: insightsEntities },
  ]);
});
afterAll(() => t[Symbol.asyncDispose]());

/** A harbour's figures, invented: metrics below one another, months beside one another. */
const harbour = {
  name: 'harbour_figures',
  columns: ['Metric', 'Jan-24', 'Feb-24', 'Mar-24', 'Apr-24'],
  key: 'Metric',
  rows: [
    ['Berths let', '10', '12', '14', '16'],
    ['Crane hours', '100', '200', '300', '400'],
  ],
};

interface Asked {
  value: number | null;
  text: string;
  confidence: { score: number; reasons: { text: string }[] };
}
async function ask(mapping: Mapping, question: string): Promise<Asked> {
  const { data, errors } = await t.graph(
    'insights',
    'query ($question: String!) { ask(question: $question) { __typename ... on Answer { value text confidence { score reasons { text } } } ... on Declined { text } } }',
    { question },
    mapping.viewer,
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { ask: Asked }).ask;
}

test('a sheet of metrics by month, unpivoted, is asked by metric and month; as it is, it could not be', async () => {
  const mapping = await Mapping.of(t, [harbour]);
  await mapping.publish();
  const values = new Map<string, number | null>();
  for (const question of ['total value of crane hours in March 2024', 'total value for berths let', 'crane hours value in February 2024'])
    values.set(question, (await ask(mapping, question)).value);
  expect([...values.values()]).toEqual([300, 52, 200]);
  expect((await ask(mapping, 'value of crane hours by month')).text).toContain('from 100 in January 2024 to 400 in April 2024');
  const wide = await Mapping.of(t, [harbour]);
  await wide.publish([{ tableId: (await wide.latest())?.tables[0]?.id, unpivot: false }]);
  expect((await ask(wide, 'total value of crane hours in March 2024')).value).not.toBe(300);
});

test('records that fail their tests make answers on them less certain, which say why; a repair takes it back', async () => {
  const rows = Array.from({ length: 20 }, (_, i) => [`C${i}`, `Customer ${i}`, 'trade', String(100 + i)]);
  const customers = {
    name: 'customers',
    columns: ['customer_id', 'customer_name', 'industry', 'annual_revenue'],
    key: 'customer_id',
    rows,
  };
  const mapping = await Mapping.of(t, [customers]);
  await mapping.publish();
  const sound = await ask(mapping, 'how many accounts do we have');
  await mapping.source.sync([{ ...customers, rows: rows.map((row, i) => (i < 8 ? row.with(3, '-1') : row)) }]);
  const doubtful = await ask(mapping, 'how many accounts do we have');
  expect(doubtful.confidence.score).toBeLessThan(sound.confidence.score);
  expect(doubtful.confidence.reasons.map(({ text }) => text).join(' ')).toContain(
    'Accounts are not complete: “annualRevenue” is out of its range',
  );
  await mapping.source.sync([customers]);
  expect((await ask(mapping, 'how many accounts do we have')).confidence.score).toBe(sound.confidence.score);
});
