import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { openGraphCompany, type GraphCompany } from './testkit/graph-company.ts';

const TIMEOUT_MS = 120_000;
let company: GraphCompany;
beforeAll(async () => {
  company = await openGraphCompany();
}, TIMEOUT_MS);
afterAll(() => company[Symbol.asyncDispose]());

interface Said {
  value: number | null;
  formattedValue: string | null;
  text: string;
  missing?: string[];
  reason?: string;
  rows?: unknown[][];
  metric?: { name: string } | null;
}
const QUESTION = `query ($q: String!) { ask(question: $q) { __typename
  ... on Answer { value formattedValue text rows metric { name } confidence { reasons { text } } }
  ... on Declined { text reason missing } } }`;
const asked = async (viewer: UserViewer, q: string): Promise<Said> => (await company.ask<{ ask: Said }>(viewer, QUESTION, { q })).ask;
const valueOf = async (viewer: UserViewer, q: string): Promise<number | null | undefined> => (await asked(viewer, q)).value;

const invoices = [
  'invoice_id,customer,invoice_date,total_amount,currency,status',
  'I1,Fjord Mill,2025-01-10,100,EUR,paid',
  'I2,Fjord Mill,2025-01-20,200,USD,paid',
  'I3,Tide Works,2025-02-03,50,GBP,paid',
  'I4,Tide Works,2025-02-10,999,EUR,void',
  'I5,Reed & Co,2025-02-14,300,EUR,paid',
];

test(
  'amounts of several currencies are never added: they are declined, or converted by the rate of their day',
  async () => {
    const viewer = await company.t.newTenant();
    await company.unify(viewer, { 'invoices.csv': invoices });
    expect(await asked(viewer, 'revenue')).toMatchObject({
      reason: 'NOT_AVAILABLE',
      missing: ['a reporting currency'],
      text: expect.stringContaining('EUR, GBP, USD'),
    });
    expect(await asked(viewer, 'revenue in EUR currency')).toMatchObject({ value: 400 });
    const settings =
      'mutation { saveInsightsSettings(input: { reportingCurrency: "EUR" }) { ... on InsightsSettingsSaved { settings { reportingCurrency } } } }';
    await company.ask(viewer, settings);
    const rates = 'mutation ($rates: [ExchangeRateInput!]!) { setExchangeRates(rates: $rates) { __typename } }';
    await company.ask(viewer, rates, { rates: [{ base: 'EUR', quote: 'USD', day: '2025-01-15', rate: 2 }] });
    expect(await asked(viewer, 'revenue')).toMatchObject({
      reason: 'NOT_AVAILABLE',
      missing: ['exchange rate GBP to EUR'],
      text: expect.stringContaining('2025-02-03'),
    });
    expect(await asked(viewer, 'revenue in January 2025')).toMatchObject({ value: 200, formattedValue: '200 EUR' });
    await company.ask(viewer, rates, { rates: [{ base: 'GBP', quote: 'EUR', day: '2025-02-01', rate: 1.2, source: 'ECB' }] });
    const whole = await asked(viewer, 'revenue');
    expect(whole).toMatchObject({ value: 560, formattedValue: '560 EUR' });
    const told = JSON.stringify(whole);
    expect(told).toContain('Amounts in GBP are converted to EUR by the rate of 2025-02-01: one GBP is 1.2 EUR (source: ECB)');
    expect(told).toContain('Amounts in USD are converted to EUR by the rate of 2025-01-15: one USD is 0.5 EUR (no source named)');
    expect((await asked(viewer, 'revenue by month')).rows?.map((row) => row.slice(0, 2))).toEqual([
      ['January 2025', 200],
      ['February 2025', 360],
    ]);
  },
  TIMEOUT_MS,
);

test(
  'money of orders that were cancelled or paid back is not earned',
  async () => {
    const viewer = await company.t.newTenant();
    await company.unify(viewer, {
      'orders.csv': [
        'order_id,order_date,status,total_amount,channel',
        'O1,2025-03-01,delivered,10,web',
        'O2,2025-03-02,Cancelled,20,web',
        'O3,2025-03-03,shipped,30,shop',
        'O4,2025-03-04,Returned,40,shop',
        'O5,2025-03-05,delivered,50,web',
      ],
    });
    expect(await asked(viewer, 'revenue')).toMatchObject({ value: 90, metric: { name: 'revenue' } });
    expect(await valueOf(viewer, 'how many orders')).toBe(5);
    expect(await valueOf(viewer, 'average order value')).toBe(30);
  },
  TIMEOUT_MS,
);

const months = Array.from({ length: 15 }, (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`);
const sheet = [
  'Month,Scenario,Revenue,Cost of goods sold,Headcount,Cash Balance,Churn %,Barges repaired',
  ...months.flatMap((month, i) => [
    `${month},Actual,${100 + i},${40 + i},${20 + i},${5000 - i * 10},${i % 2 === 0 ? 2.5 : 4.5},${i}`,
    `${month},Budget,${110 + i},45,,,,`,
  ]),
];

test(
  'a wide sheet is asked by its figures: flows add up, balances are the last, rates are averaged, the plan stands aside',
  async () => {
    const viewer = await company.t.newTenant();
    await company.unify(viewer, { 'monthly_figures.csv': sheet });
    expect(await asked(viewer, 'revenue in Q1 2025')).toMatchObject({ value: 112 + 113 + 114, metric: { name: 'revenue' } });
    expect(await valueOf(viewer, 'headcount in Q1 2025')).toBe(34);
    expect(await valueOf(viewer, 'cash at the end of 2024')).toBe(4890);
    expect((await asked(viewer, 'headcount by quarter in 2024')).rows?.map((row) => row[1])).toEqual([22, 25, 28, 31]);
    expect(await valueOf(viewer, 'churn in Q1 2025')).toBeCloseTo((2.5 + 4.5 + 2.5) / 300, 6);
    expect(await valueOf(viewer, 'gross margin in January 2024')).toBeCloseTo(0.6, 6);
    expect(await valueOf(viewer, 'barges repaired in 2024')).toBe(66);
    expect(await valueOf(viewer, 'revenue growth in Q1 2025')).toBeCloseTo((112 + 113 + 114) / (100 + 101 + 102) - 1, 6);
    expect(await valueOf(viewer, 'revenue growth')).toBeNull();
    const known = await company.ask<{ metrics: { nodes: { name: string; kind: string; scenarios: string[] }[] } }>(
      viewer,
      '{ metrics(filter: { available: true }, first: 100) { nodes { name kind scenarios origin } } }',
    );
    expect(known.metrics.nodes).toEqual(
      expect.arrayContaining([
        { name: 'revenue', kind: 'SUM', scenarios: ['ACTUAL', 'BUDGET'], origin: 'BUILT_IN' },
        expect.objectContaining({ name: 'cash', kind: 'POINT_IN_TIME' }),
        expect.objectContaining({ name: 'barges_repaired', origin: 'AUTOMATIC' }),
      ]),
    );
  },
  TIMEOUT_MS,
);

test(
  'people are counted as of the end of each period',
  async () => {
    const viewer = await company.t.newTenant();
    await company.unify(viewer, {
      'employees.csv': [
        'employee_id,full_name,department,hire_date,termination_date,salary',
        'E1,Ada Brook,Dock,2023-01-10,,100',
        'E2,Bo Carr,Dock,2023-05-02,2024-02-15,100',
        'E3,Cy Dunn,Yard,2024-01-08,,100',
        'E4,Di Ely,Yard,2024-03-20,2024-07-01,100',
        'E5,Ed Fox,Dock,2024-05-01,,100',
      ],
    });
    expect(await valueOf(viewer, 'headcount')).toBe(3);
    expect(await valueOf(viewer, 'headcount in 2023')).toBe(2);
    expect((await asked(viewer, 'headcount by quarter in 2024')).rows?.map((row) => row[1])).toEqual([3, 4, 3, 3]);
    expect(await valueOf(viewer, 'headcount in Yard in Q2 2024')).toBe(2);
  },
  TIMEOUT_MS,
);
