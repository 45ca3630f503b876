import { expect, test } from 'vitest';
import { assembleKnowledge, read } from '../answer/knowledge.ts';
import { conditionText } from '../answer/sentence.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { loadMetricDefinitions } from '../metrics/load-metrics.ts';
import { testEntity, testModel, testProfile } from '../model.testkit.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/** A clinic whose table has two dates of a stay, codes written as numbers and one letter for women and men; dishes that have only a key. */
const stay = testEntity({
  name: 'Admission',
  plural: 'Admissions',
  canonical: false,
  title: null,
  attributes: [
    ['admissionDate', 'Date of admission', 'DATE', 'DATE'],
    ['dischargeDate', 'Discharge date', 'DATE', 'DATE'],
    ['roomCode', 'Room code', 'INTEGER', 'QUANTITY'],
    ['zip', 'Zip', 'INTEGER', 'CATEGORY'],
    ['sex', 'Sex', 'TEXT', 'CATEGORY'],
    ['spend', 'Spend', 'MONEY', 'AMOUNT'],
  ],
  relations: [['dish', 'Dish', 'Dish']],
  records: [
    { admissionDate: '2021-01-01', dischargeDate: '2021-01-05', roomCode: 4, zip: 5000, sex: 'F', spend: 4, dish: 'd1' },
    { admissionDate: '2021-02-01', dischargeDate: '2021-03-05', roomCode: 4, zip: 5000, sex: 'M', spend: 3, dish: 'd1' },
  ],
});
const dish = testEntity({
  name: 'Dish',
  plural: 'Dishes',
  canonical: false,
  title: null,
  attributes: [['size', 'Size', 'TEXT', 'CATEGORY']],
  relations: [['dishType', 'Dish type', 'DishType']],
  records: [{ size: 'L', dishType: 'Soup' }],
});
const dishType = testEntity({
  name: 'DishType',
  plural: 'Dish types',
  canonical: false,
  title: 'name',
  attributes: [['name', 'Name', 'TEXT', 'NAME']],
  records: [{ name: 'Soup' }],
});
const company = [...bicycleSeller(), stay, dish, dishType];
const knowledge = await assembleKnowledge(testModel(company), loadMetricDefinitions(), testProfile(company));

function plan(question: string): QueryPlan | null {
  const found = read(knowledge, question, '2023-06-01');
  return found.kind === 'refused' ? null : found.interpretation.plan;
}

test('a length of stay is the days between the two dates of the record', () => {
  expect(plan('average length of stay')?.measures[0]?.expression).toMatchObject({
    of: { kind: 'days', from: { attribute: 'admissionDate' }, to: { attribute: 'dischargeDate' } },
  });
});

test('codes are never added up, averaged or summed in silence; they are counted', () => {
  for (const question of ['total room code', 'sum of zip', 'average zip', 'room code by sex']) expect(plan(question), question).toBeNull();
  expect(plan('how many zips')?.measures[0]?.expression).toMatchObject({ function: 'countDistinct' });
});

test('what runs up over time is averaged over days, not over rows', () => {
  for (const question of ['average spend per day', 'average daily spend'])
    expect(plan(question)?.measures[0], question).toMatchObject({
      label: 'Average spend per day',
      expression: { kind: 'combine', left: { function: 'sum' }, right: { function: 'countDistinct' } },
    });
});

test('one letter for women and one for men is understood by the word', () => {
  expect(plan('how many female admissions')?.sources[0]?.filters).toMatchObject([{ kind: 'equals', values: ['F'] }]);
});

test('what products cost is their price', () => {
  for (const question of ['which products cost more than 2000', 'how many products cost over 2000'])
    expect(plan(question)?.sources[0]?.filters, question).toMatchObject([{ kind: 'compare', operator: '>', value: 2000 }]);
});

test('records without a name go by the kind that has one', () => {
  expect(plan('number of admissions by dish')).toMatchObject({
    groupBy: [{ entity: 'DishType' }],
    sources: [{ keys: [{ path: ['dish', 'dishType'] }] }],
  });
});

test('a condition stays with the records that are not there, in the plan and in the words', () => {
  const found = plan('which sales agents have no won deals');
  expect(found?.sources[0]?.filters).toMatchObject([{ kind: 'related', negated: true, filters: [{ kind: 'equals', values: ['WON'] }] }]);
  expect(plan('which sales reps have no won deals')?.sources).toEqual(found?.sources);
  expect(found === null ? '' : conditionText(knowledge, found, [])).toContain('WON');
});
