import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import type { System } from '../../../kernel/system.ts';
import { removeTenantFiles } from '../../../kernel/tenancy/tenant-files.ts';
import { removeTenant } from '../../workspace/remove-tenant.ts';
import { takeInventory, type Inventory } from './inventory.ts';
import { closureSchema, sealOf, type Closure } from './proof.ts';

/** By then every process has heard what was published. */
const HEARD_MS = 1_000;
/** How long consumers are waited for that have to be told of the closure. */
const TOLD_MS = 15_000;
const POLL_MS = 100;
/** Of a closure that began longer ago everybody knows. */
const FRESH_MS = 30_000;

const idsSchema = z.array(z.object({ id: z.string() }));
const pendingSchema = z.tuple([z.object({ n: z.coerce.number() })]);

/** Tenants whose closure has begun and is not through. */
export function openClosures({ database }: System): Promise<string[]> {
  return database.systemWork(async (db) => {
    const { rows } = await sql`select tenant_id as id from tenant_closure where finished_at is null order by requested_at`.execute(db);
    return idsSchema.parse(rows).map(({ id }) => id);
  });
}

/**
 * Carries a closure out: waits until everybody knows, removes everything, looks whether anything is left, and seals what was found.
 * Every step can be done again: after a crash it is simply called once more. @throws when something is left, to be tried again
 */
export async function carryOut(system: System, tenantId: string): Promise<void> {
  const { database, clock, journalKey, cache, config } = system;
  const closure = await readClosure(system, tenantId);
  if (closure === null || closure.finished_at !== null) return;
  if (clock().getTime() - closure.requested_at.getTime() < FRESH_MS) await untilTold(system, tenantId);
  for (const demoId of await workspacesOf(system, tenantId)) await removeTenant(system, demoId);
  await removeTenantFiles(config.dataFolder, tenantId);
  await removeTenant(system, tenantId);
  await cache.clear(tenantId);
  // What was under way when it began has had its chance to write behind it.
  const after = await takeInventory(system, tenantId);
  if (Object.keys(after).length > 0) throw new Error(`of the closed tenant there is still something: ${JSON.stringify(after)}`);
  const finished: Omit<Closure, 'seal'> = { ...closure, counts_after: after, checks: checksOf(after), finished_at: clock() };
  const seal = sealOf(journalKey, finished);
  await database.unitOfWork(tenantId, (unit) =>
    sql`update tenant_closure set counts_after = ${JSON.stringify(after)}::jsonb, checks = ${JSON.stringify(finished.checks)}::jsonb,
      finished_at = ${finished.finished_at}, seal = ${seal} where tenant_id = ${tenantId}::uuid and finished_at is null`.execute(unit.sql),
  );
}

/** Until the closure is published and the consumers that follow it have handled it; those that cannot are waited for no longer than 15 s. */
async function untilTold({ database }: System, tenantId: string): Promise<void> {
  const deadline = Date.now() + TOLD_MS;
  const pending = (): Promise<number> =>
    database.unitOfWork(tenantId, async (unit) => {
      const { rows } = await sql`select
        (select count(*) from outbox_entry where tenant_id = ${tenantId}::uuid and sequence is null)
        + (select count(*) from event_delivery where tenant_id = ${tenantId}::uuid and parked_at is null) as n`.execute(unit.sql);
      return pendingSchema.parse(rows)[0].n;
    });
  while ((await pending()) > 0 && Date.now() < deadline) await wait(POLL_MS);
  await wait(HEARD_MS);
}

function workspacesOf({ database }: System, tenantId: string): Promise<string[]> {
  return database.unitOfWork(tenantId, async (unit) => {
    const { rows } = await sql`select id from tenant where parent_id = ${tenantId}::uuid`.execute(unit.sql);
    return idsSchema.parse(rows).map(({ id }) => id);
  });
}

function checksOf(after: Inventory): { name: string; passed: boolean }[] {
  const none = (name: string): boolean => after[name] === undefined;
  const tables = Object.keys(after).filter((name) => !/ /.test(name));
  return [
    { name: 'No table of the platform that names a tenant has a row of it.', passed: tables.every((name) => name.startsWith('data.')) },
    { name: 'Its schema is gone, with every table in it.', passed: none('schemas of the database') },
    { name: 'Its role is gone.', passed: none('roles of the database') },
    { name: 'Its sessions, keys and people are gone.', passed: none('user_session') && none('api_key') && none('user_account') },
    { name: 'Its uploaded files are gone.', passed: none('uploaded files') },
    { name: 'Nothing of it is cached.', passed: none('cached values') },
  ];
}

async function readClosure({ database }: System, tenantId: string): Promise<Closure | null> {
  const { rows } = await database.unitOfWork(tenantId, (unit) =>
    sql`select * from tenant_closure where tenant_id = ${tenantId}::uuid`.execute(unit.sql),
  );
  return rows[0] === undefined ? null : closureSchema.parse(rows[0]);
}
