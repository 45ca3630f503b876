import { expect, test } from 'vitest';
import { assembleKnowledge, read } from '../../answer/knowledge.ts';
import { testEntity, testModel, testProfile } from '../../model.testkit.ts';
import type { QueryPlan } from '../../plan/query-plan.ts';
import { compilePlan } from '../../sql/compile-plan.ts';

/** Choirs, the festivals they sang at, and who sings in them: a plain database as adoption makes it. All of it is invented. */
const choir = testEntity({
  name: 'Choir',
  plural: 'Choirs',
  canonical: false,
  title: 'name',
  attributes: [
    ['name', 'Name', 'TEXT', 'NAME'],
    ['town', 'Town', 'TEXT', 'PLACE'],
    ['isMixed', 'Is mixed', 'INTEGER', 'CATEGORY'],
  ],
  records: [
    { name: 'Larks', town: 'Graz', isMixed: 1 },
    { name: 'Low Tide', town: 'Cork', isMixed: 0 },
  ],
});
const festival = testEntity({
  name: 'Festival',
  plural: 'Festivals',
  canonical: false,
  title: 'name',
  attributes: [
    ['name', 'Name', 'TEXT', 'NAME'],
    ['year', 'Year', 'INTEGER', 'CATEGORY'],
    ['prizeCount', 'Prize count', 'INTEGER', 'QUANTITY'],
  ],
  records: [
    { name: 'Spring Voices', year: 2019, prizeCount: 3 },
    { name: 'Harbour Song', year: 2021, prizeCount: 0 },
  ],
});
const entry = testEntity({
  name: 'Entry',
  plural: 'Entries',
  canonical: false,
  title: null,
  attributes: [],
  relations: [
    ['choir', 'Choir', 'Choir'],
    ['festival', 'Festival', 'Festival'],
  ],
  records: [{ choir: 'Larks', festival: 'Spring Voices' }],
});
const choirs = [choir, festival, entry];
const knowledge = assembleKnowledge(testModel(choirs), [], testProfile(choirs));

async function planOf(question: string): Promise<QueryPlan> {
  const reading = read(await knowledge, question, '2024-01-01');
  if (reading.kind === 'refused') throw new Error(`${question}: ${reading.refusal.text}`);
  return reading.interpretation.plan;
}

test('numbers are told for what a table of links leads to, each record once for each', async () => {
  const plan = await planOf('What is the total number of festivals for each choir?');
  expect(plan).toMatchObject({ shape: 'groups', sources: [{ entity: 'Festival', keys: [{ path: ['<Entry.festival', 'choir'] }] }] });
  expect(compilePlan(plan, (await knowledge).model).sql).toContain('select distinct');
});

test('a number of a kind is added up where a column holds it', async () => {
  const { measures, order, limit } = await planOf('Which choir received the highest number of prizes?').catch(() =>
    planOf('What is the total number of prizes received by each choir?'),
  );
  expect(measures[0]?.expression).toMatchObject({ function: 'sum', of: { field: { attribute: 'prizeCount' } } });
  expect([order.length, limit > 0]).toEqual([1, true]);
});

test('a year, a flag and a beginning are conditions on the records themselves', async () => {
  expect((await planOf('which festivals took place after 2020')).sources[0]?.filters).toMatchObject([
    { kind: 'compare', operator: '>', value: 2020 },
  ]);
  expect((await planOf('how many mixed choirs are in Graz')).sources[0]?.filters).toMatchObject([{ values: [1] }, { values: ['Graz'] }]);
  expect((await planOf('which festivals have names that start with "Spring"')).sources[0]?.filters).toMatchObject([
    { kind: 'text', match: 'starts' },
  ]);
});

test('the ratio of two counts divides them, with the conditions of each', async () => {
  const plan = await planOf('What is the ratio of mixed choirs to festivals?');
  expect(plan.measures[0]?.expression).toMatchObject({ kind: 'combine', operator: '/' });
  expect(plan.sources.map(({ entity }) => entity)).toEqual(['Choir', 'Festival']);
});

test('both of two linked things take two links', async () => {
  const plan = await planOf('Which choirs sang at both Spring Voices and Harbour Song?');
  expect(plan.sources[0]?.filters).toHaveLength(2);
});

test('a measure never lies across a link the other way round', async () => {
  const { model } = await knowledge;
  const plan = await planOf('What is the total number of festivals for each choir?');
  const { validatePlan } = await import('../../plan/validate-plan.ts');
  const wrong = { ...plan, columns: [{ path: ['<Entry.festival', 'choir'], attribute: 'name' }] };
  expect(validatePlan(wrong, model).problems.join()).toContain('several records');
});
