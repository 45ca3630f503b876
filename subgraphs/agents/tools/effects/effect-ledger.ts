import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { json } from '../../workflows/json-schema.ts';
import type { Json } from '../../workflows/json.ts';
import type { Effects, EffectState, PlannedEffect } from '../effects.ts';
import { EffectStatus } from './effect.entity.ts';

const stateSchema = z.object({ status: z.enum(EffectStatus), output: json.nullable() });

/** The only writer of `effect`. Changes are compare-and-set: what is settled stays as it is. */
export class EffectLedger implements Effects {
  readonly #clock: () => Date;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  async plan(unit: UnitOfWork, { key, runId, path, agentId, tool, input }: PlannedEffect): Promise<EffectState> {
    const { tenantId, sql: db } = unit;
    const planned = await sql`
      insert into effect (id, tenant_id, key, run_id, agent_id, path, tool, status, input, planned_at)
      values (${randomUUID()}, ${tenantId}, ${key}, ${runId}, ${agentId}, ${path}, ${tool}, 'PLANNED', ${JSON.stringify(input)}::jsonb,
        ${this.#clock()})
      on conflict (tenant_id, key) do update
        set status = 'PLANNED', input = excluded.input, planned_at = excluded.planned_at, problem = null, settled_at = null, settled_by = null
        where effect.status = 'NOT_DONE'
      returning id`.execute(db);
    if (planned.rows.length > 0) return { state: 'NEW' };
    const known = await this.find(unit, key);
    if (known === null) throw new Error(`the effect ${key} was not planned`);
    return known;
  }

  async find({ tenantId, sql: db }: UnitOfWork, key: string): Promise<EffectState | null> {
    const { rows } = await sql`select status, output from effect where tenant_id = ${tenantId} and key = ${key}`.execute(db);
    if (rows.length === 0) return null;
    const { status, output } = stateSchema.parse(rows[0]);
    return status === 'DONE' ? { state: 'DONE', output } : { state: status };
  }

  async done({ tenantId, sql: db }: UnitOfWork, key: string, output: Json): Promise<void> {
    await sql`update effect set status = 'DONE', output = ${JSON.stringify(output)}::jsonb, problem = null, settled_at = ${this.#clock()}
      where tenant_id = ${tenantId} and key = ${key} and status in ('PLANNED', 'IN_DOUBT')`.execute(db);
  }

  async doubt({ tenantId, sql: db }: UnitOfWork, key: string, reason: string): Promise<void> {
    await sql`update effect set status = 'IN_DOUBT', problem = ${reason}
      where tenant_id = ${tenantId} and key = ${key} and status = 'PLANNED'`.execute(db);
  }

  async undone({ tenantId, sql: db }: UnitOfWork, key: string): Promise<void> {
    await sql`update effect set status = 'NOT_DONE', settled_at = ${this.#clock()}
      where tenant_id = ${tenantId} and key = ${key} and status in ('PLANNED', 'IN_DOUBT')`.execute(db);
  }

  async giveUp({ tenantId, sql: db }: UnitOfWork, key: string, reason: string): Promise<void> {
    await sql`update effect set status = 'GIVEN_UP', problem = ${reason}, settled_at = ${this.#clock()}
      where tenant_id = ${tenantId} and key = ${key} and status in ('PLANNED', 'IN_DOUBT')`.execute(db);
  }
}
