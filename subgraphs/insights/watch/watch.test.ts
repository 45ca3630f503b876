import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bakery } from '../analysis/planted.testkit.ts';
import { publishCompany, tellChanged } from '../publish.testkit.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';
import { judge } from './evaluate.ts';

const SAVE = `mutation ($input: SaveMetricWatchInput!) { saveMetricWatch(input: $input) { __typename
  ... on MetricWatchSaved { watch { id name metric { name } kind direction threshold grain paused createdBy { id } } } ... on InputRefused { problems { code field } } } }`;
const ALERTS = '{ metricAlerts { totalCount nodes { id text direction period start value watch { name } } } }';

type Json = ReturnType<typeof JSON.parse>;
let t: TestSystem;
const ask = async (query: string, variables: Record<string, unknown>, viewer: UserViewer): Promise<Json> => {
  const result = await t.graph('insights', query, variables, viewer);
  expect(result.errors).toBeUndefined();
  return Object.values(result.data as Json)[0];
};

beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

async function alertsOf(viewer: UserViewer, many: number): Promise<Json[]> {
  let nodes: Json[] = [];
  await eventually('the watches were looked at', async () => {
    ({ nodes } = await ask(ALERTS, {}, viewer));
    return nodes.length >= many;
  });
  return nodes;
}

test('a threshold is told once for a period, however often the data change; the value is read by whoever may', async () => {
  const viewer = await t.newTenant();
  const told: DomainEvent[] = [];
  await t.system.events.watch(
    ['insights.metric-alerted'],
    (event) => void (event.tenantId === viewer.tenantId && told.push(event)),
    new Date(),
  );
  await publishCompany(t, viewer, bakery());
  const saved = await ask(
    SAVE,
    { input: { name: 'Too little', metric: 'revenue', kind: 'THRESHOLD', direction: 'BELOW', threshold: 1_000_000 } },
    viewer,
  );
  expect(saved.watch, JSON.stringify(saved)).toMatchObject({ kind: 'THRESHOLD', grain: 'MONTH', createdBy: { id: viewer.userId } });
  const [first] = await alertsOf(viewer, 1);
  expect(first).toMatchObject({ direction: 'BELOW', period: 'May 2024', start: '2024-05-01', watch: { name: 'Too little' } });
  expect(first.value).toBeGreaterThan(0);
  expect(first.text).not.toMatch(/\d{3,}(?!\d* 2024)\d\d/);
  for (let round = 0; round < 3; round += 1) await tellChanged(t, viewer, ['Order']);
  await eventually('the changes were looked at', async () => {
    const { rows } = await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
      sql`select done >= wanted as over from metric_watch_turn`.execute(unit.sql),
    );
    return (rows as Json[])[0]?.over === true;
  });
  expect(await alertsOf(viewer, 1)).toHaveLength(1);
  const home = await ask('{ personaHome(persona: CFO) { alerts { id text } } }', {}, viewer);
  expect(home.alerts).toMatchObject([{ id: first.id }]);
  expect((await ask('{ personaHome(persona: CTO) { alerts { id } } }', {}, viewer)).alerts).toEqual([]);
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told[0]?.payload)).not.toContain(String(Math.round(first.value)));
});

test('a change and an anomaly are found where they were planted; what is paused or goes the other way is not told', async () => {
  const viewer = await t.newTenant();
  await publishCompany(t, viewer, bakery());
  const watch = (input: object): Promise<Json> => ask(SAVE, { input: { metric: 'revenue', name: 'one', ...input } }, viewer);
  await watch({ name: 'falls', kind: 'CHANGE', direction: 'BELOW', threshold: 5 });
  await watch({ name: 'rises', kind: 'CHANGE', direction: 'ABOVE', threshold: 5 });
  await watch({ name: 'odd', kind: 'ANOMALY', grain: 'MONTH' });
  await watch({ name: 'paused', kind: 'CHANGE', direction: 'EITHER', threshold: 1, paused: true });
  const alerts = await alertsOf(viewer, 1);
  expect(alerts.map(({ watch: { name } }) => name)).toContain('falls');
  expect(alerts.map(({ watch: { name } }) => name)).not.toContain('paused');
  expect(alerts.map(({ watch: { name } }) => name)).not.toContain('rises');
});

test('what cannot be watched is refused; another company’s watch is nobody’s', async () => {
  const [viewer, other] = [await t.newTenant(), await t.newTenant()];
  await publishCompany(t, viewer, bakery());
  const refused = await ask(SAVE, { input: { name: '', metric: 'no_such', kind: 'CHANGE' } }, viewer);
  expect(refused.problems.map(({ field }: Json) => field)).toEqual(['name', 'metric', 'threshold']);
  const { watch } = await ask(SAVE, { input: { name: 'x', metric: 'revenue', kind: 'ANOMALY' } }, viewer);
  const REMOVE = 'mutation ($id: ID!) { removeMetricWatch(id: $id) { __typename } }';
  expect((await ask(REMOVE, { id: watch.id }, other)).__typename).toBe('InputRefused');
  expect((await ask(REMOVE, { id: watch.id }, viewer)).__typename).toBe('MetricWatchRemoved');
});

test('whatever the series, only the allowed direction is told', () => {
  const series = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 30 });
  const told = fc.property(
    series,
    fc.constantFrom('ABOVE' as const, 'BELOW' as const),
    fc.constantFrom('THRESHOLD' as const, 'CHANGE' as const, 'ANOMALY' as const),
    (values, direction, kind) => {
      const found = judge({ metric: 'm', kind, direction, threshold: 10, grain: 'month' }, values, 12);
      return found === null || found === direction;
    },
  );
  expect(() => fc.assert(told)).not.toThrow();
});
