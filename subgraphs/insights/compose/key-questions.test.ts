import { expect, test } from 'vitest';
import { assembleKnowledge, read } from '../answer/knowledge.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { loadMetricDefinitions } from '../metrics/load-metrics.ts';
import { testEntity, testModel, testProfile } from '../model.testkit.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/** What a ledger, a help desk, customer success and purchasing hold. All of it is invented. */
const cost = testEntity({
  name: 'Cost',
  plural: 'Cost entries',
  canonical: true,
  title: 'externalId',
  attributes: [
    ['externalId', 'Cost ID', 'TEXT', 'IDENTIFIER'],
    ['amount', 'Amount', 'MONEY', 'AMOUNT'],
    ['budget', 'Budget', 'MONEY', 'AMOUNT'],
    ['date', 'Date', 'DATE', 'DATE'],
    ['category', 'Category', 'TEXT', 'CATEGORY'],
    ['department', 'Department', 'TEXT', 'CATEGORY'],
    ['approval', 'Approval', 'TEXT', 'CATEGORY'],
  ],
  records: [
    { externalId: '1', amount: 120, budget: 100, date: '2022-01-01', category: 'Cloud', department: 'Engineering', approval: 'approved' },
    { externalId: '2', amount: 80, budget: null, date: '2022-02-01', category: 'Travel', department: 'Sales', approval: 'waiting' },
  ],
});
const ticket = testEntity({
  name: 'Ticket',
  plural: 'Tickets',
  canonical: true,
  title: 'subject',
  attributes: [
    ['subject', 'Subject', 'TEXT', 'NAME'],
    ['openedAt', 'Opened', 'DATETIME', 'DATE'],
    ['slaBreached', 'SLA breached', 'BOOLEAN', 'FLAG'],
  ],
  records: [
    { subject: 'Flat tyre', openedAt: '2022-01-01', slaBreached: true },
    { subject: 'Lost key', openedAt: '2022-01-02', slaBreached: false },
  ],
});
const health = testEntity({
  name: 'Health',
  plural: 'Health scores',
  canonical: true,
  title: null,
  attributes: [
    ['date', 'Date', 'DATE', 'DATE'],
    ['score', 'Score', 'DECIMAL', 'RATE'],
    ['breaches', 'SLA breaches', 'INTEGER', 'QUANTITY'],
    ['activeUsers', 'Active users', 'INTEGER', 'QUANTITY'],
  ],
  records: [
    { date: '2022-01-01', score: 90, breaches: 0, activeUsers: 12 },
    { date: '2022-01-01', score: 40, breaches: 3, activeUsers: 5 },
  ],
});
const supplier = testEntity({
  name: 'Supplier',
  plural: 'Suppliers',
  canonical: false,
  title: 'name',
  attributes: [
    ['name', 'Name', 'TEXT', 'NAME'],
    ['xItApproved', 'X IT approved', 'BOOLEAN', 'FLAG'],
  ],
  records: [{ name: 'Boltworks', xItApproved: false }],
});

const company = [...bicycleSeller(), cost, ticket, health, supplier];
const knowledge = await assembleKnowledge(testModel(company), loadMetricDefinitions(), testProfile(company));
const seller = await assembleKnowledge(testModel(bicycleSeller()), loadMetricDefinitions(), testProfile(bicycleSeller()));
const TODAY = '2022-03-10';

function plan(question: string): QueryPlan {
  const reading = read(knowledge, question, TODAY);
  if (reading.kind === 'refused') throw new Error(`${question}: ${reading.refusal.text}`);
  return reading.interpretation.plan;
}

test.each(['where are we overspending', 'where are we over budget?', 'overspend by department', 'which departments are over budget'])(
  '%s: what is beyond the budget, by the part of the business, without what nobody planned',
  (question) => {
    expect(plan(question)).toMatchObject({
      measures: [{ metric: 'overspend' }],
      groupBy: [{ label: 'Department' }],
      sources: [{ filters: [{ kind: 'blank', field: { attribute: 'budget' }, negated: true }] }],
      order: [{ direction: 'desc' }],
    });
  },
);

test.each(['which deals are at risk', 'what deals are at risk?', 'list at-risk deals', 'which deals are overdue'])(
  '%s: the open ones whose close date has passed on the day of the question',
  (question) => {
    const { shape, sources } = plan(question);
    expect(shape).toBe('list');
    expect(sources[0]).toMatchObject({
      entity: 'Opportunity',
      filters: [
        { kind: 'equals', values: ['OPEN'] },
        { kind: 'time', field: { attribute: 'closeDate' }, from: null, to: TODAY },
      ],
    });
  },
);

test('what is at risk can be money, too', () => {
  expect(plan('how much pipeline is at risk').measures).toMatchObject([{ metric: 'pipeline_at_risk' }]);
});

test('how many are at risk is a number', () => {
  expect(plan('how many deals are at risk')).toMatchObject({ shape: 'value', measures: [{ metric: 'deals_at_risk' }] });
});

test.each(['are we meeting our SLAs', 'what is our SLA compliance', 'SLA attainment in January 2022'])(
  '%s: the share that was met',
  (question) => {
    expect(plan(question).measures).toMatchObject([{ metric: 'sla_attainment', unit: 'PERCENT' }]);
  },
);

test.each(['what affects customer health', 'what drives our health score?', 'which factors influence the health score'])(
  '%s: how closely each other number of the same records goes with it',
  (question) => {
    expect(plan(question).measures).toMatchObject([
      {
        label: 'SLA breaches',
        expression: { function: 'correlation', of: { field: { attribute: 'score' } }, with: { field: { attribute: 'breaches' } } },
      },
      { label: 'Active users', expression: { function: 'correlation' } },
    ]);
  },
);

test('an amount is not explained by its own parts', () => {
  expect(read(knowledge, 'what affects revenue', TODAY).kind).toBe('refused');
});

test('shadow IT is what purchasing knows and IT never approved', () => {
  expect(plan('what shadow IT do we have')).toMatchObject({
    shape: 'list',
    sources: [{ entity: 'Supplier', filters: [{ field: { attribute: 'xItApproved' }, values: [false] }] }],
  });
});

test.each([
  ['where is our infrastructure risk', 'cloud inventory'],
  ['what shadow IT do we have', 'inventory of applications'],
  ['what is our true pipeline', 'probability'],
  ['are we meeting our SLAs', 'service level'],
  ['where are we overspending', 'budget'],
])('%s: declined with what would help where the data cannot tell', (question, help) => {
  const reading = read(seller, question, TODAY);
  expect(reading).toMatchObject({ kind: 'refused', refusal: { reason: 'NOT_AVAILABLE' } });
  expect(reading.kind === 'refused' ? reading.refusal.wouldHelp.join() : '').toContain(help);
});

test('which records have what a metric counts: how much of it each has', () => {
  expect(plan('which accounts have deals at risk')).toMatchObject({
    shape: 'groups',
    measures: [{ metric: 'deals_at_risk' }],
    groupBy: [{ entity: 'Account' }],
  });
});

test('what is not so, said as one word: the opposite of a value there is', () => {
  expect(plan('how many unapproved cost entries').sources[0]?.filters).toMatchObject([
    { kind: 'equals', field: { attribute: 'approval' }, values: ['approved'], negated: true },
  ]);
});

test('what happens at a time, by the verb of its date', () => {
  expect(plan('open deals closing in 2022').sources[0]?.timeField).toMatchObject({ attribute: 'closeDate' });
});
