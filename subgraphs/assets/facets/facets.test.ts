import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { daysAgo, type DiscoveryTest, snapshotOf, startDiscoveryTest } from '../discovery.testkit.ts';

let d: DiscoveryTest;
beforeAll(async () => {
  d = await startDiscoveryTest();
});
afterAll(() => d[Symbol.asyncDispose]());

const seen = (domain: string, source: string, days: number): object => ({
  observation_id: `${domain} ${source}`, domain, source, observed_at: daysAgo(days),
}); // prettier-ignore

const LISTS = {
  'discovery.observations': [
    ...['notion.so', 'asana.com', 'calendly.com'].flatMap((domain) => [seen(domain, 'dns', 3), seen(domain, 'proxy', 5)]),
    seen('dropbox.com', 'dns', 200),
    seen('one.com', 'dns', 1),
    seen('printer.corp-lan', 'dns', 1),
  ],
  'idp.objects': [
    { idp_id: 'i1', name: 'Dropbox', domain: 'dropbox.com', has_sso: true, last_login_at: daysAgo(150) },
    { idp_id: 'i2', name: 'Asana', domain: 'asana.com', has_sso: true, last_login_at: daysAgo(1) },
  ],
  'finance.contracts': [{ contract_id: 'c1', product: 'Dropbox', start_date: '2026-01-01', end_date: '2026-12-31', annual_value: 1200 }],
};

/** What the filter's field is set to by a value of a dimension. */
const CHOICES: Readonly<Record<string, (value: string, filter: Record<string, unknown>) => object>> = {
  KIND: (kind) => ({ kind }),
  CLASS: (value) => ({ classes: [value] }),
  ADMISSION: (value) => ({ admissions: [value], admitted: ['SEEN', 'CLOUD', 'GOVERNED'].includes(value) }),
  ADMITTED: (value) => ({ admitted: value === 'true' }),
  ACTIVITY: (activity) => ({ activity }),
  GOVERNED: (value) => ({ governed: value === 'true' }),
  EXTERNAL: (value) => ({ external: value === 'true' }),
  WITHOUT_OWNER: (value) => ({ withoutOwner: value === 'true' }),
  REMOVED: (value) => ({ removed: value === 'true' }),
  REASON: (value, { reasons }) => ({ reasons: [...((reasons as string[] | undefined) ?? []), value] }),
};

const FILTERS: readonly Record<string, unknown>[] = [
  {},
  { classes: ['SHADOW', 'ZOMBIE'] },
  { governed: false, activity: 'RECENT' },
  { admitted: false, admissions: ['TOO_FEW_SOURCES'] },
  { reasons: ['HAS_IDP'], withoutOwner: true },
  { search: 'O', minRisk: 1 },
  { removed: true },
];

interface Facet {
  dimension: string;
  values: { value: string; count: number }[];
}

async function facetsOf(viewer: UserViewer, filter: object | null): Promise<Facet[]> {
  const query = 'query ($filter: AssetFilter) { assetFacets(filter: $filter) { dimension values { value count } } }';
  return (await d.ask<{ assetFacets: Facet[] }>(viewer, query, { filter })).assetFacets;
}

test('each count is of what the list shows when that value is chosen and the rest of the filter stays', async () => {
  const viewer = await d.t.newTenant();
  const feed = await d.feed(viewer, { 'a.json': snapshotOf({ 'discovery.observations': [seen('gone.com', 'dns', 1), seen('gone.com', 'proxy', 1)] }) }); // prettier-ignore
  await d.scan(viewer);
  await d.ask(viewer, 'mutation ($id: ID!) { removeTelemetryFeed(id: $id) }', { id: feed });
  await d.feed(viewer, { 'b.json': snapshotOf(LISTS) });
  await d.scan(viewer);
  for (const filter of FILTERS) {
    const facets = await facetsOf(viewer, filter);
    const asked = facets.flatMap(({ dimension, values }) =>
      values.map(({ value }) => ({ ...filter, ...CHOICES[dimension]?.(value, filter) })),
    );
    const counted = await d.ask<Record<string, { totalCount: number }>>(
      viewer,
      `query (${asked.map((_, at) => `$f${at}: AssetFilter`).join(', ')}) {
        ${asked.map((_, at) => `c${at}: assets(filter: $f${at}, first: 1) { totalCount }`).join('\n')} }`,
      Object.fromEntries(asked.map((each, at) => [`f${at}`, each])),
    );
    expect(
      facets.flatMap(({ values }) => values.map(({ count }) => count)),
      JSON.stringify(filter),
    ).toEqual(asked.map((_, at) => counted[`c${at}`]?.totalCount));
  }
  const whole = await facetsOf(viewer, null);
  expect(whole.find(({ dimension }) => dimension === 'CLASS')?.values).toEqual([
    { value: 'SHADOW', count: 2 },
    { value: 'ZOMBIE', count: 1 },
    { value: 'PARKED', count: 0 },
    { value: 'CLEAN', count: 1 },
  ]);
  expect(whole.find(({ dimension }) => dimension === 'REMOVED')?.values).toEqual([
    { value: 'true', count: 1 },
    { value: 'false', count: 4 },
  ]);
});

test('another tenant’s assets count nowhere, and a text too long to search by is refused', async () => {
  const owner = await d.t.newTenant();
  await d.feed(owner, { 'a.json': snapshotOf(LISTS) });
  await d.scan(owner);
  const stranger = await facetsOf(await d.t.newTenant(), null);
  expect(stranger.flatMap(({ values }) => values.filter(({ count }) => count > 0))).toEqual([]);
  const query = 'query ($filter: AssetFilter) { assetFacets(filter: $filter) { dimension } }';
  const { errors } = await d.t.graph('assets', query, { filter: { search: 'x'.repeat(201) } }, owner);
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
  expect((await d.t.graph('assets', query, {})).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
