import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { System } from '../../kernel/system.ts';
import type { RunQuery } from '../answer/answer-types.ts';
import type { SourceHealth } from '../answer/confidence.ts';
import { assembleKnowledge } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { insightsErrors } from '../insights.errors.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { readProfile } from '../model/read-profile.ts';
import { SemanticModelRow, SourceHealthRow } from './semantic-model.entity.ts';

/** Tenants whose knowledge is kept in memory; the least recently asked are forgotten. */
const MAX_TENANTS = 50;
/** The planner's estimate, in its own units (one is about a page read in order), above which a statement would hold up everyone. */
const MAX_PLAN_COST = 2_000_000;
/** Undefined table or column: the ontology was republished between reading the model and asking. */
const SCHEMA_MOVED = new Set(['42P01', '42703']);

const explained = z.array(z.object({ 'QUERY PLAN': z.union([z.string(), z.array(z.unknown())]) })).min(1);
const planCost = z.tuple([z.object({ Plan: z.object({ 'Total Cost': z.number() }) })]);
const versions = z.array(z.object({ model_version: z.number(), data_version: z.coerce.number() })).max(1);
const databaseError = z.object({ code: z.string() });

interface Kept {
  version: string;
  knowledge: Promise<Knowledge>;
}

/** Knows, per tenant, what questions can be about: the projected model, the data's profile and the lexicon, kept per data version. */
export class KnowledgeService {
  private readonly system: System;
  private readonly definitions: MetricDefinition[];
  private readonly kept = new LRUCache<string, Kept>({ max: MAX_TENANTS });

  constructor(system: System, definitions: MetricDefinition[]) {
    this.system = system;
    this.definitions = definitions;
  }

  /** The tenant's knowledge on today's data. Reads the versions each time, everything else only when they moved. */
  async of(tenantId: string): Promise<Knowledge> {
    const version = await this.version(tenantId);
    const known = this.kept.get(tenantId);
    if (known?.version === version) return known.knowledge;
    const knowledge = this.build(tenantId, version);
    this.kept.set(tenantId, { version, knowledge });
    // What failed is not kept: the next question tries again.
    knowledge.catch(() => this.kept.get(tenantId)?.knowledge === knowledge && this.kept.delete(tenantId));
    return knowledge;
  }

  /** Runs `work` in one transaction with a runner for compiled plans as the tenant; each statement passes the cost ceiling first. */
  async asking<T>(tenantId: string, work: (run: RunQuery) => Promise<T>): Promise<T> {
    try {
      return await this.system.database.unitOfWork(tenantId, (unit) =>
        unit.asTenant((db) => work(runner(db as unknown as Kysely<Record<string, never>>))),
      );
    } catch (error) {
      if (SCHEMA_MOVED.has(databaseError.safeParse(error).data?.code ?? '')) throw insightsErrors.ONTOLOGY_CHANGING({}, { cause: error });
      throw error;
    }
  }

  /** How the last syncs left each source object, by object id. */
  health(tenantId: string): Promise<Map<string, SourceHealth>> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(SourceHealthRow, { tenantId });
      return new Map(
        rows.map((row) => [row.objectId, { quarantined: row.quarantined, records: row.records, syncedAt: row.syncedAt.toISOString() }]),
      );
    });
  }

  private version(tenantId: string): Promise<string> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const { rows } = await sql`select model_version, data_version from semantic_model where tenant_id = ${tenantId}`.execute(unit.sql);
      const [row] = versions.parse(rows);
      return row === undefined ? 'none' : `${row.model_version}:${row.data_version}`;
    });
  }

  private async build(tenantId: string, version: string): Promise<Knowledge> {
    const { model, profile } = await this.system.database
      .unitOfWork(tenantId, async (unit) => {
        const row = await unit.em.findOne(SemanticModelRow, { tenantId });
        const published: SemanticModel = row?.model ?? { version: 1, entities: [] };
        return {
          model: published,
          profile: await unit.asTenant((db) => readProfile(db as unknown as Kysely<Record<string, never>>, published, version)),
        };
      })
      .catch((error: unknown) => {
        if (SCHEMA_MOVED.has(databaseError.safeParse(error).data?.code ?? '')) throw insightsErrors.ONTOLOGY_CHANGING({}, { cause: error });
        throw error;
      });
    return assembleKnowledge(model, this.definitions, profile);
  }
}

function runner(db: Kysely<Record<string, never>>): RunQuery {
  return async (query) => {
    const { rows } = await db.executeQuery<unknown>({ ...query, sql: `explain (format json) ${query.sql}` });
    const raw = explained.parse(rows)[0]?.['QUERY PLAN'];
    const [{ Plan }] = planCost.parse(typeof raw === 'string' ? JSON.parse(raw) : raw);
    if (Plan['Total Cost'] > MAX_PLAN_COST) throw commonErrors.QUERY_TOO_EXPENSIVE({});
    return (await db.executeQuery<Record<string, unknown>>(query)).rows;
  };
}
