import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { eventually } from '../../../../tests/testkit/eventually.ts';
import { startTestWorkflows, toolStep, workflow, type TestWorkflows } from '../workflows.testkit.ts';

/** Runs that a worker brings to where they wait, and how many each of them stands for. */
const CARRIED = 500;
const EACH = 20;
/** By then everything that is loaded once is loaded. */
const FIRST = 100;
const ALL = CARRIED * EACH;
const BYTES_EACH = 1_024;
/** As long as a busy machine may take to carry them. */
const PATIENCE_MS = 120_000;

let t: TestWorkflows;
beforeAll(async () => {
  t = await startTestWorkflows({ echo: ({ input }) => ({ output: input }) });
});
afterAll(() => t[Symbol.asyncDispose]());

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapBytes = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

const countSchema = z.object({ waiting: z.coerce.number(), held: z.coerce.number(), brought: z.coerce.number() });

/** Every run of the tenant is copied with all that is kept of it; a copy's id is of the eighth version (RFC 9562), which no run has. */
const COPIES = [
  ['durable_run', 'id'],
  ['durable_step', 'run_id'],
  ['durable_timer', 'run_id'],
  ['workflow_run', 'id'],
  ['workflow_step', 'run_id'],
  ['workflow_wait', 'run_id'],
] as const;

test(
  '10 000 runs that wait hold no worker and less than 1 KB of memory each; others go on meanwhile, and what they wait for wakes them',
  { timeout: PATIENCE_MS * 3 },
  async () => {
    const viewer = await t.newTenant();
    const { tenantId } = viewer;
    const wait = {
      id: 'wait', title: 'Wait', kind: 'WAIT', dependsOn: [], onError: 'FAIL', forMs: 86_400_000,
      event: { topic: 'connectors.connection-removed', match: { connectionId: '{{input.connection}}' } },
    }; // prettier-ignore
    const input = { connection: { type: 'STRING', description: 'Which.', required: true } };
    await t.publish(viewer, workflow('waits', [wait, toolStep('after', 'echo', { dependsOn: ['wait'] })], { input }));
    await t.publish(viewer, workflow('quick', [toolStep('one', 'echo')]));
    const count = async (): Promise<z.infer<typeof countSchema>> => {
      const { rows } = await t.system.database.unitOfWork(tenantId, (unit) =>
        sql`select count(*) filter (where phase = 'RESTING' and status = 'WAITING') as waiting, count(*) filter (where worker is not null) as held,
          count(*) filter (where phase in ('QUEUED', 'HELD')) as brought from durable_run where tenant_id = ${tenantId}`.execute(unit.sql),
      );
      return countSchema.parse(rows[0]);
    };
    await t.until(viewer, await t.start(viewer, 'quick'), 'SUCCEEDED');
    const connections = Array.from({ length: CARRIED }, (_none, nth) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`);
    const startUpTo = async (from: number, to: number): Promise<void> => {
      for (const connection of connections.slice(from, to)) await t.start(viewer, 'waits', { connection });
      await eventually('they wait', async () => (await count()).waiting === to, PATIENCE_MS);
    };
    await startUpTo(0, FIRST);
    const before = heapBytes();
    await startUpTo(FIRST, CARRIED);
    await t.system.database.unitOfWork(tenantId, async (unit) => {
      for (const [table, column] of COPIES)
        await sql`insert into ${sql.table(table)}
          select (jsonb_populate_record(known, jsonb_build_object(${sql.lit(column)}, overlay(known.${sql.ref(column)}::text placing '8' || lpad(to_hex(nth), 3, '0') from 15)::uuid))).*
          from ${sql.table(table)} as known, generate_series(2, ${EACH}) as nth
          where known.tenant_id = ${tenantId}
            and known.${sql.ref(column)} in (select id from workflow_run where tenant_id = ${tenantId} and workflow = 'waits')`.execute(
          unit.sql,
        );
    });
    expect(await count()).toEqual({ waiting: ALL, held: 0, brought: 0 });
    expect(heapBytes() - before).toBeLessThan((CARRIED - FIRST) * EACH * BYTES_EACH);

    await t.until(viewer, await t.start(viewer, 'quick'), 'SUCCEEDED');
    const [awaited] = connections;
    await t.system.database.unitOfWork(tenantId, async (unit) =>
      unit.emit('connectors.connection-removed', { connectionId: awaited ?? '' }),
    );
    await eventually('those whose event has come have ended', async () => (await count()).waiting === ALL - EACH, PATIENCE_MS);
    await eventually('nothing is under way', async () => (await count()).brought === 0, PATIENCE_MS);
    const { rows } = await t.system.database.unitOfWork(tenantId, (unit) =>
      sql`select status, count(*)::int as count from durable_run where tenant_id = ${tenantId} group by status order by status`.execute(
        unit.sql,
      ),
    );
    expect(rows).toEqual([
      { status: 'SUCCEEDED', count: EACH + 2 },
      { status: 'WAITING', count: ALL - EACH },
    ]);
  },
);
