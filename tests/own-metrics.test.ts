import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { openGraphCompany, type GraphCompany } from './testkit/graph-company.ts';

const TIMEOUT_MS = 120_000;
let company: GraphCompany;
beforeAll(async () => {
  company = await openGraphCompany();
}, TIMEOUT_MS);
afterAll(() => company[Symbol.asyncDispose]());

const newViewer = (): Promise<UserViewer> => company.t.newTenant();

const parcels = {
  'parcels.csv': [
    'parcel_id,sent_on,depot,weight_kg,postage_amount,damaged',
    'P1,2025-01-05,North,2,4.5,no',
    'P2,2025-01-20,South,4,6.0,yes',
    'P3,2025-02-11,North,6,7.5,no',
    'P4,2025-02-14,South,8,9.0,no',
    'P5,2025-03-01,North,1,3.0,yes',
  ],
};

const input = {
  name: 'heavy_parcels',
  label: 'Heavy parcels',
  synonyms: ['bulky parcels'],
  description: 'Parcels that need two people.',
  definition: 'Count of parcels above 3 kg.',
  source: 'Depot handbook, chapter 4',
  unit: 'COUNT',
  goodDirection: 'DOWN',
  domain: 'OPERATIONS',
  bindings: [{ entity: 'Parcel', aggregate: 'COUNT', where: [{ attribute: 'weightKg', above: 3 }], time: 'sentOn' }],
};
const SAVE = `mutation ($input: MetricInput!, $version: Int! = 0) { saveMetric(input: $input, version: $version) { __typename
  ... on MetricSaved { metric { name origin version kind available grain source dimensions { label } hierarchies { levels } spec { formula bindings { entity where { attribute above } } } } }
  ... on InputRefused { problems { code field message } } } }`;
const VALUE =
  'query ($q: String!) { ask(question: $q) { __typename ... on Answer { value metric { name } text } ... on Declined { text } } }';

test(
  'a metric of one’s own is tested, saved, asked for, changed, restored and removed',
  async () => {
    const viewer = await newViewer();
    await company.unify(viewer, parcels);
    const tested = await company.ask<{ testMetric: unknown }>(
      viewer,
      'query ($input: MetricInput!, $from: String, $to: String) { testMetric(input: $input, from: $from, to: $to) { ... on MetricTested { value recordCount columns rows { cells } sql } ... on InputRefused { problems { message } } } }',
      { input, from: '2025-01-01', to: '2025-03-01' },
    );
    expect(tested.testMetric).toMatchObject({ value: 3, recordCount: 3, sql: expect.stringContaining('count(*)') });
    const saved = await company.ask<{ saveMetric: { metric: object } }>(viewer, SAVE, { input });
    expect(saved.saveMetric).toMatchObject({
      metric: {
        origin: 'OWN',
        version: 1,
        kind: 'COUNT',
        available: true,
        grain: 'one parcel by sent on',
        source: 'Depot handbook, chapter 4',
      },
    });
    expect((await company.ask<{ ask: object }>(viewer, VALUE, { q: 'bulky parcels in January 2025' })).ask).toMatchObject({
      value: 1,
      metric: { name: 'heavy_parcels' },
    });
    const heavier = { ...input, bindings: [{ ...input.bindings[0], where: [{ attribute: 'weightKg', above: 5 }] }] };
    expect((await company.ask<{ saveMetric: object }>(viewer, SAVE, { input: heavier, version: 0 })).saveMetric).toMatchObject({
      problems: [{ code: 'METRIC_CHANGED' }],
    });
    await company.ask(viewer, SAVE, { input: heavier, version: 1 });
    expect((await company.ask<{ ask: object }>(viewer, VALUE, { q: 'heavy parcels' })).ask).toMatchObject({ value: 2 });
    const rate = {
      ...input,
      name: 'heavy_share',
      label: 'Heavy share',
      unit: 'PERCENT',
      synonyms: [],
      formula: 'heavy_parcels / all_parcels',
      bindings: [],
    };
    expect((await company.ask<{ saveMetric: object }>(viewer, SAVE, { input: rate })).saveMetric).toMatchObject({
      problems: [{ code: 'METRIC_INVALID', field: 'input.formula' }],
    });
    const restored =
      'mutation { restoreMetric(name: "heavy_parcels", version: 1) { ... on MetricSaved { metric { version } } ... on InputRefused { problems { code } } } }';
    expect((await company.ask<{ restoreMetric: object }>(viewer, restored)).restoreMetric).toEqual({ metric: { version: 3 } });
    const versions = await company.ask<{ metricVersions: { nodes: { version: number; spec: { label: string } }[]; totalCount: number } }>(
      viewer,
      '{ metricVersions(name: "heavy_parcels", first: 2) { totalCount nodes { version spec { label bindings { where { above } } } changedBy { id } } } }',
    );
    expect(versions.metricVersions).toMatchObject({ totalCount: 3, nodes: [{ version: 3 }, { version: 2 }] });
    expect((await company.ask<{ ask: object }>(viewer, VALUE, { q: 'heavy parcels' })).ask).toMatchObject({ value: 3 });
    const removed =
      'mutation { removeMetric(name: "heavy_parcels") { ... on MetricRemoved { name } ... on InputRefused { problems { code } } } }';
    expect((await company.ask<{ removeMetric: object }>(viewer, removed)).removeMetric).toEqual({ name: 'heavy_parcels' });
    expect((await company.ask<{ metric: object | null }>(viewer, '{ metric(name: "heavy_parcels") { name } }')).metric).toBeNull();
  },
  TIMEOUT_MS,
);

test(
  'a definition the data cannot compute is refused with what is missing; another tenant knows nothing of it',
  async () => {
    const viewer = await newViewer();
    const refused = await company.ask<{ saveMetric: object }>(viewer, SAVE, { input });
    expect(refused.saveMetric).toMatchObject({ problems: [{ code: 'METRIC_NOT_COMPUTABLE', field: 'input.bindings' }] });
    const many = await company.ask<{ metrics: { totalCount: number } }>(viewer, '{ metrics(filter: { origin: OWN }) { totalCount } }');
    expect(many.metrics.totalCount).toBe(0);
  },
  TIMEOUT_MS,
);

test(
  'how time and money are counted is set for the tenant, as far as it makes sense',
  async () => {
    const viewer = await newViewer();
    const read = '{ insightsSettings { fiscalYearStartMonth weekStart reportingCurrency changedBy { id } } }';
    expect((await company.ask<{ insightsSettings: object }>(viewer, read)).insightsSettings).toEqual({
      fiscalYearStartMonth: 1,
      weekStart: 'MONDAY',
      reportingCurrency: null,
      changedBy: null,
    });
    const save =
      'mutation ($input: InsightsSettingsInput!) { saveInsightsSettings(input: $input) { ... on InsightsSettingsSaved { settings { fiscalYearStartMonth reportingCurrency } } ... on InputRefused { problems { code field } } } }';
    expect(
      (
        await company.ask<{ saveInsightsSettings: object }>(viewer, save, {
          input: { fiscalYearStartMonth: 13, reportingCurrency: 'euro' },
        })
      ).saveInsightsSettings,
    ).toEqual({
      problems: [
        { code: 'FISCAL_MONTH_INVALID', field: 'input.fiscalYearStartMonth' },
        { code: 'REPORTING_CURRENCY_INVALID', field: 'input.reportingCurrency' },
      ],
    });
    expect(
      (await company.ask<{ saveInsightsSettings: object }>(viewer, save, { input: { fiscalYearStartMonth: 4, reportingCurrency: 'EUR' } }))
        .saveInsightsSettings,
    ).toEqual({ settings: { fiscalYearStartMonth: 4, reportingCurrency: 'EUR' } });
    expect((await company.ask<{ insightsSettings: object }>(viewer, read)).insightsSettings).toMatchObject({
      fiscalYearStartMonth: 4,
      changedBy: { id: viewer.userId },
    });
  },
  TIMEOUT_MS,
);
