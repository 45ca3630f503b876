import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assembleKnowledge, read, type Knowledge } from '../../answer/knowledge.ts';
import { testEntity, testModel, testProfile } from '../../model.testkit.ts';
import type { QueryPlan } from '../../plan/query-plan.ts';
import { compilePlan } from '../../sql/compile-plan.ts';

/** Islands, ferries between them, and lighthouses: a plain database as adoption makes it. All of it is invented. */
const island = testEntity({
  name: 'Island',
  plural: 'Islands',
  canonical: false,
  title: 'name',
  attributes: [
    ['name', 'Name', 'TEXT', 'NAME'],
    ['area', 'Area', 'DECIMAL', 'QUANTITY'],
    ['population', 'Population', 'INTEGER', 'QUANTITY'],
  ],
  records: [
    { name: 'Skerra', area: 40, population: 900 },
    { name: 'Vandel', area: 12, population: 2_400 },
    { name: 'Ostry', area: 75, population: 310 },
  ],
});
const lighthouse = testEntity({
  name: 'Lighthouse',
  plural: 'Lighthouses',
  canonical: false,
  title: 'name',
  attributes: [
    ['name', 'Name', 'TEXT', 'NAME'],
    ['height', 'Height', 'INTEGER', 'QUANTITY'],
  ],
  relations: [['island', 'Island', 'Island']],
  records: [
    { name: 'Grey Tower', height: 31, island: 'Skerra' },
    { name: 'Point End', height: 22, island: 'Skerra' },
    { name: 'Long Light', height: 44, island: 'Vandel' },
  ],
});
const ferry = testEntity({
  name: 'Ferry',
  plural: 'Ferries',
  canonical: false,
  title: null,
  attributes: [],
  relations: [
    ['origin', 'Origin', 'Island'],
    ['ferry', 'Ferry', 'Island'],
  ],
  records: [{ origin: 'Skerra', ferry: 'Vandel' }],
});
const world = [island, lighthouse, ferry];
const knowledge: Promise<Knowledge> = assembleKnowledge(testModel(world), [], testProfile(world));

async function planOf(question: string): Promise<QueryPlan | null> {
  const reading = read(await knowledge, question, '2024-01-01');
  return reading.kind === 'understood' ? reading.interpretation.plan : null;
}

const sources = (plan: QueryPlan | null): unknown => plan?.sources[0]?.filters;

test('a superlative holds records to the highest among those that fulfil the other conditions', async () => {
  const plan = await planOf('what is the tallest lighthouse in Skerra');
  expect(plan?.sources[0]?.entity).toBe('Lighthouse');
  expect(sources(plan)).toMatchObject([
    { kind: 'equals', values: ['Skerra'] },
    { kind: 'nested', operator: '=', set: { function: 'max', field: { attribute: 'height' }, filters: [{ values: ['Skerra'] }] } },
  ]);
});

test('a superlative inside a condition is that of the records it stands with', async () => {
  const plan = await planOf('which lighthouses are on the island with the largest population');
  expect(plan?.sources[0]?.entity).toBe('Lighthouse');
  const inner = { kind: 'nested', operator: 'in', set: { entity: 'Island', filters: [{ operator: '=', set: { function: 'max' } }] } };
  expect(sources(plan)).toMatchObject([inner]);
});

test('the most of something counts the records that lead there', async () => {
  const plan = await planOf('which island has the most lighthouses');
  const filters = JSON.stringify(sources(plan) ?? plan);
  expect(filters.includes('"direction":"desc"') || plan?.order[0]?.direction === 'desc').toBe(true);
});

test('an adjective of dimension asks for the attribute that measures it', async () => {
  expect(await planOf('how high is Long Light')).toMatchObject({ sources: [{ entity: 'Lighthouse' }], columns: [{ attribute: 'height' }] });
  expect(await planOf('how many people live in Ostry')).toMatchObject({
    sources: [{ entity: 'Island' }],
    columns: [{ attribute: 'population' }],
  });
});

test('words that nobody knows are never left out of a nested reading', async () => {
  expect(await planOf('which islands with zorbles have lighthouses')).toBeNull();
  expect(await planOf('which major islands have lighthouses')).toBeNull();
});

test('whatever is asked, reading does not throw, and every plan compiles', async () => {
  const known = await knowledge;
  const word = fc.constantFrom(
    ...'which what island islands lighthouse lighthouses the most largest tallest in with no not that has Skerra Vandel population area how many and of each by top 3 ferry'.split(' '),
  ); // prettier-ignore
  const checked = fc.check(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const reading = read(known, words.join(' '), '2024-01-01');
      return reading.kind === 'refused' || compilePlan(reading.interpretation.plan, known.model).sql.includes('select');
    }),
    { numRuns: 200 },
  );
  expect(checked.counterexample).toBeNull();
});
