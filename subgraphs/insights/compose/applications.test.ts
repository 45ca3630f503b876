import { expect, test } from 'vitest';
import { assembleKnowledge, read } from '../answer/knowledge.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { loadMetricDefinitions } from '../metrics/load-metrics.ts';
import { testEntity, testModel, testProfile } from '../model.testkit.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/** What discovery knows of applications. All of it is invented. */
const application = testEntity({
  name: 'Application',
  plural: 'Applications',
  canonical: true,
  synonyms: ['app', 'software', 'runs', 'running'],
  title: 'name',
  attributes: [
    ['name', 'Name', 'TEXT', 'NAME'],
    ['class', 'Class', 'TEXT', 'STATUS'],
    ['owner', 'Owner', 'TEXT', 'PERSON'],
    ['regionGroup', 'Region group', 'TEXT', 'PLACE'],
    ['yearlyCost', 'Yearly cost', 'MONEY', 'AMOUNT', ['cost', 'spend']],
    ['riskScore', 'Risk score', 'DECIMAL', 'RATE', ['risk']],
    ['readsMail', 'Reads mail', 'BOOLEAN', 'FLAG', ['read our mail', 'can read mail']],
    ['newSinceLastScan', 'New since the last scan', 'BOOLEAN', 'FLAG', ['new', 'newly found', 'new since last scan']],
  ],
  records: [
    { name: 'Aster', class: 'shadow IT', owner: null, regionGroup: 'eu-west', yearlyCost: 20_000, riskScore: 40, readsMail: true, newSinceLastScan: false },
    { name: 'Begonia', class: 'zombie', owner: 'Ana Lund', regionGroup: 'us-east', yearlyCost: 500, riskScore: 10, readsMail: false, newSinceLastScan: true },
  ],
}); // prettier-ignore

const company = [...bicycleSeller(), application];
const knowledge = await assembleKnowledge(testModel(company), loadMetricDefinitions(), testProfile(company));

function plan(question: string): QueryPlan {
  const reading = read(knowledge, question, '2022-03-10');
  if (reading.kind === 'refused') throw new Error(`${question}: ${reading.refusal.text}`);
  return reading.interpretation.plan;
}

test.each([
  ['which apps can read our mail?', 'readsMail'],
  ['what is new since the last scan?', 'newSinceLastScan'],
  ['which apps are new since the last scan?', 'newSinceLastScan'],
  ['what apps are new', 'newSinceLastScan'],
])('%s: the records of which it holds', (question, attribute) => {
  expect(plan(question)).toMatchObject({
    shape: 'list',
    sources: [{ entity: 'Application', filters: [{ kind: 'equals', field: { attribute }, values: [true] }] }],
    columns: [{ attribute: 'name' }, { attribute }, {}, {}, {}, {}, {}, {}],
  });
});

test('a yes-or-no column that is asked to be shown is shown', () => {
  expect(plan('show applications and reads mail')).toMatchObject({
    sources: [{ filters: [] }],
    columns: [{ attribute: 'name' }, { attribute: 'readsMail' }],
  });
});

test('shadow IT over an amount is what costs more', () => {
  expect(plan('shadow IT over $10k')).toMatchObject({
    shape: 'list',
    sources: [{ entity: 'Application', filters: [{ values: ['shadow IT'] }, { kind: 'compare', operator: '>', value: 10_000 }] }],
  });
});

test('what shadow IT costs is what those applications cost', () => {
  expect(plan('what did shadow IT cost?')).toMatchObject({ shape: 'value', measures: [{ metric: 'shadow_it_cost' }] });
});

test('where risk is: the average of the scores', () => {
  expect(plan('where is our infrastructure risk?')).toMatchObject({ measures: [{ metric: 'infrastructure_risk' }] });
});

test.each([
  ['what do orphaned apps cost?', { kind: 'blank', field: { attribute: 'owner' } }],
  ['unowned apps cost', { kind: 'blank', field: { attribute: 'owner' } }],
  ['what do zombies cost?', { kind: 'equals', field: { attribute: 'class' }, values: ['zombie'] }],
  ['what does unsanctioned software cost us?', { kind: 'equals', field: { attribute: 'class' }, values: ['shadow IT'] }],
])('%s: one number, of those records alone', (question, filter) => {
  const { measures, sources } = plan(question);
  expect(measures).toMatchObject([{ expression: { function: 'sum', of: { field: { attribute: 'yearlyCost' } } } }]);
  expect(sources).toMatchObject([{ entity: 'Application', filters: [filter] }]);
});

test('a number that is asked for beside how many there are is told beside it', () => {
  expect(plan('orphaned apps and cost').measures).toHaveLength(2);
});

test('of several sorts at once nothing is told that is of one of them: what is both is listed', () => {
  expect(plan('what do zombies and orphaned apps cost?')).toMatchObject({
    shape: 'list',
    sources: [
      {
        filters: [
          { kind: 'equals', values: ['zombie'] },
          { kind: 'blank', field: { attribute: 'owner' } },
        ],
      },
    ],
    measures: [],
  });
});
