import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { writePlan } from '../../kernel/limits/usage-rows.ts';
import { type ConnectorsTest, SHOP, startConnectorsTest } from '../connectors.testkit.ts';
import { SyncService } from '../syncs/sync.service.ts';
import { nextTime, readTiming } from './next-time.ts';
import { ScheduleService } from './schedule.service.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

const NOW = new Date('2026-03-28T12:00:00Z');
const wish = (over: object) => ({ everyMinutes: null, cron: null, timeZone: null, ...over });

test('a schedule is read, or told what is wrong with it', () => {
  const wrong = (over: object): string => {
    const timing = readTiming(wish(over), NOW);
    return 'error' in timing ? timing.error.code : 'none';
  };
  expect(wrong({})).toBe('SCHEDULE_CHOICE');
  expect(wrong({ everyMinutes: 60, cron: '0 6 * * *' })).toBe('SCHEDULE_CHOICE');
  expect(wrong({ everyMinutes: 1 })).toBe('SCHEDULE_EVERY_INVALID');
  expect(wrong({ cron: 'every day' })).toBe('SCHEDULE_CRON_INVALID');
  expect(wrong({ cron: '61 6 * * *' })).toBe('SCHEDULE_CRON_INVALID');
  expect(wrong({ cron: '0 0 31 2 *' })).toBe('SCHEDULE_CRON_INVALID');
  expect(wrong({ cron: '* * * * *' })).toBe('SCHEDULE_CRON_TOO_OFTEN');
  expect(wrong({ cron: '0 6 * * *', timeZone: 'Mars/Base' })).toBe('SCHEDULE_ZONE_UNKNOWN');
  expect(wrong({ cron: '0 6 * * 1-5', timeZone: 'Europe/Oslo' })).toBe('none');
});

test('a cron expression keeps the hour of its time zone when the clocks change; chance adds little', () => {
  const timing = { kind: 'CRON', cron: '0 6 * * *', timeZone: 'Europe/Oslo' } as const;
  expect(nextTime(timing, new Date('2026-03-28T00:00:00Z'), 0)).toEqual(new Date('2026-03-28T05:00:00Z'));
  expect(nextTime(timing, NOW, 0)).toEqual(new Date('2026-03-29T04:00:00Z'));
  expect(nextTime({ kind: 'EVERY', everyMinutes: 60 }, NOW, 1)).toEqual(new Date('2026-03-28T13:01:00Z'));
});

const SET = `mutation ($id: ID!, $schedule: ScheduleInput) { setSchedule(id: $id, schedule: $schedule) {
  ... on ScheduleChanged { connection { schedule { kind everyMinutes cron timeZone nextAt lastStartedAt problem { code } } } }
  ... on InputRefused { problems { code field } } } }`;

async function set(viewer: UserViewer, id: string, schedule: object | null): Promise<unknown> {
  const { data, errors } = await c.t.graph('connectors', SET, { id, schedule }, viewer);
  return errors?.[0]?.extensions?.['code'] ?? data?.['setSchedule'];
}

const scheduleOf = async (viewer: UserViewer, id: string): Promise<unknown> => {
  const query = 'query ($id: ID!) { connection(id: $id) { schedule { kind lastStartedAt problem { code } } syncs { totalCount } } }';
  return (await c.t.graph('connectors', query, { id }, viewer)).data?.['connection'];
};

test('what is due starts once, whoever looks; what runs is not overtaken; a plan without runs left says so', async () => {
  const viewer = await c.t.newTenant();
  const { tenantId } = viewer;
  const { connection, sync } = await c.connect(viewer, { folder: await c.folderWith(SHOP) });
  await c.finished(viewer, sync.id);
  expect(await set(viewer, connection.id, { everyMinutes: 2 })).toEqual({
    problems: [{ code: 'SCHEDULE_EVERY_INVALID', field: 'everyMinutes' }],
  });
  expect(await set(viewer, connection.id, { everyMinutes: 60 })).toMatchObject({
    connection: { schedule: { kind: 'EVERY', everyMinutes: 60, cron: null, lastStartedAt: null, problem: null } },
  });
  expect(await set(await c.t.newTenant(), connection.id, null)).toBe('CONNECTION_NOT_FOUND');
  const makeDue = (): Promise<void> =>
    c.t.system.database.unitOfWork(tenantId, async (unit) => {
      await sql`update connection_schedule set next_at = now() - interval '1 minute' where tenant_id = ${tenantId}`.execute(unit.sql);
    });
  const services = [1, 2].map(() => new ScheduleService(c.t.system, new SyncService(c.t.system)));
  const look = async (): Promise<void> =>
    void (await Promise.all(services.map((service) => service.startDue(new AbortController().signal))));
  await look();
  expect(await scheduleOf(viewer, connection.id)).toMatchObject({ syncs: { totalCount: 1 } });
  await makeDue();
  await look();
  expect(await scheduleOf(viewer, connection.id)).toMatchObject({
    schedule: { lastStartedAt: expect.anything() as unknown, problem: null },
    syncs: { totalCount: 2 },
  });
  await c.t.settled();
  const { usage, database } = c.t.system;
  await database.unitOfWork(tenantId, async (unit) => {
    await sql`insert into tenant (id, name, slug, kind, created_at) values (${tenantId}, 'Small', ${tenantId}, 'ORGANISATION', now())`.execute(
      unit.sql,
    );
    await writePlan(unit, 'STARTER', new Date());
  });
  usage.count(tenantId, 'RUNS', 2_000);
  await usage.flush();
  await makeDue();
  await look();
  expect(await scheduleOf(viewer, connection.id)).toMatchObject({
    schedule: { problem: { code: 'QUOTA_EXCEEDED' } },
    syncs: { totalCount: 2 },
  });
  expect(await set(viewer, connection.id, null)).toEqual({ connection: { schedule: null } });
});
