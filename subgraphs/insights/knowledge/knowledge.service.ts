import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { UNRESTRICTED, type Access } from '../../kernel/data-access/access.ts';
import { guardOf } from '../../kernel/data-access/guard.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { RunQuery } from '../answer/answer-types.ts';
import type { DataHealth } from '../answer/confidence-data.ts';
import { assembleKnowledge } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { insightsErrors } from '../insights.errors.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import type { DataProfile } from '../model/data-profile.ts';
import { ownDefinitions } from '../metrics/own-definitions.ts';
import { settingsOf } from '../settings/settings.service.ts';
import { readProfile } from '../model/read-profile.ts';
import { KeptResults } from './kept-results.ts';
import { AnswerQualityRow, SemanticModelRow, SourceHealthRow } from './semantic-model.entity.ts';

/** Knowledge that is kept in memory: one for each tenant, and each set of rules on its data. The least recently asked are forgotten. */
const MAX_KEPT = 60;
/** The planner's estimate, in its own units (one is about a page read in order), above which a statement would hold up everyone. */
const MAX_PLAN_COST = 2_000_000;
/** Undefined table or column: the ontology was republished between reading the model and asking. */
const SCHEMA_MOVED = new Set(['42P01', '42703']);

const explained = z.array(z.object({ 'QUERY PLAN': z.union([z.string(), z.array(z.unknown())]) })).min(1);
const planCost = z.tuple([z.object({ Plan: z.object({ 'Total Cost': z.number() }) })]);
const versions = z
  .array(
    z.object({
      model_version: z.number().nullable(),
      data_version: z.union([z.number(), z.string()]).nullable(),
      settings_version: z.coerce.number(),
      metrics_version: z.coerce.number(),
    }),
  )
  .max(1);
const databaseError = z.object({ code: z.string() });

interface Kept {
  version: string;
  knowledge: Promise<Knowledge>;
}

/** Knows, per tenant, what questions can be about: the projected model, the data's profile and the lexicon, kept per data version. */
export class KnowledgeService {
  private readonly system: System;
  private readonly definitions: MetricDefinition[];
  private readonly kept = new LRUCache<string, Kept>({ max: MAX_KEPT });
  private readonly results = new KeptResults();

  constructor(system: System, definitions: MetricDefinition[]) {
    this.system = system;
    this.definitions = definitions;
  }

  /** Whether a metric comes with the product, whatever the tenant made of it. */
  isShipped(name: string): boolean {
    return this.definitions.some((definition) => definition.name === name);
  }

  /** The tenant's knowledge as far as the viewer may see its data. */
  async of(viewer: UserViewer): Promise<Knowledge> {
    return this.within(viewer.tenantId, await this.system.dataAccess.of(viewer));
  }

  /** The tenant's knowledge without regard to who sees what: for the product's own work, never to be shown. */
  ofAll(tenantId: string): Promise<Knowledge> {
    return this.within(tenantId, UNRESTRICTED);
  }

  /** Knowledge on today's data. Reads the versions each time, everything else only when they moved; kept apart by what may be seen. */
  private async within(tenantId: string, access: Access): Promise<Knowledge> {
    const version = await this.version(tenantId);
    const key = `${tenantId} ${access.key}`;
    const known = this.kept.get(key);
    if (known?.version === version) return known.knowledge;
    const knowledge = this.build(tenantId, version, access);
    this.kept.set(key, { version, knowledge });
    // What failed is not kept: the next question tries again.
    knowledge.catch(() => this.kept.get(key)?.knowledge === knowledge && this.kept.delete(key));
    return knowledge;
  }

  /**
   * Runs `work` in one transaction with a runner for compiled plans as the tenant; each statement passes the cost ceiling first. A statement
   * that was run on just these records is not run again.
   */
  async asking<T>(tenantId: string, work: (run: RunQuery) => Promise<T>): Promise<T> {
    try {
      return await this.system.database.unitOfWork(tenantId, (unit) =>
        unit.asTenant(async (tenants) => {
          const db = tenants as unknown as Kysely<Record<string, never>>;
          const [run, version] = [runner(db), await this.results.version(tenantId, db)];
          return work((query) => this.results.rows(tenantId, version, query, () => run(query)));
        }),
      );
    } catch (error) {
      if (SCHEMA_MOVED.has(databaseError.safeParse(error).data?.code ?? '')) throw insightsErrors.ONTOLOGY_CHANGING({}, { cause: error });
      throw error;
    }
  }

  /** How the last syncs left each source object, and what is wrong with the records of each entity type. */
  health(tenantId: string): Promise<DataHealth> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(SourceHealthRow, { tenantId });
      const objects = new Map(
        rows.map((row) => [row.objectId, { quarantined: row.quarantined, records: row.records, syncedAt: row.syncedAt.toISOString() }]),
      );
      const qualities = await em.find(AnswerQualityRow, { tenantId });
      return { objects, entities: new Map(qualities.map(({ entityName, score, reasons }) => [entityName, { score, reasons }])) };
    });
  }

  private version(tenantId: string): Promise<string> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const { rows } = await sql`select m.model_version, m.data_version, coalesce(s.version, 0) as settings_version,
        (select coalesce(sum(o.version), 0) from own_metric as o where o.tenant_id = ${tenantId}) as metrics_version
        from (select ${tenantId}::uuid as tenant_id) as t
        left join semantic_model as m on m.tenant_id = t.tenant_id
        left join insights_settings as s on s.tenant_id = t.tenant_id`.execute(unit.sql);
      const [row] = versions.parse(rows);
      if (row === undefined) return 'none';
      const { model_version: model, data_version: data, settings_version: settings, metrics_version: metrics } = row;
      return `${model ?? 'none'}:${data ?? 'none'}:${settings}:${metrics}`;
    });
  }

  /** The definitions that hold for a tenant: its own take the place of built-in ones of the same name. */
  private withOwn(own: readonly MetricDefinition[]): MetricDefinition[] {
    const names = new Set(own.map(({ name }) => name));
    return [...this.definitions.filter(({ name }) => !names.has(name)), ...own];
  }

  private async build(tenantId: string, version: string, access: Access): Promise<Knowledge> {
    const { model, profile, guard, settings, own } = await this.system.database
      .unitOfWork(tenantId, async (unit) => {
        const row = await unit.em.findOne(SemanticModelRow, { tenantId });
        const published: SemanticModel = row?.model ?? { version: 1, entities: [] };
        const allowed = guardOf(access, published);
        const read = (db: unknown): Promise<DataProfile> => readProfile(db as Kysely<Record<string, never>>, published, version, allowed);
        const [kept, defined] = [await settingsOf(unit), await ownDefinitions(unit)];
        return { model: published, guard: allowed, profile: await unit.asTenant(read), settings: kept, own: defined };
      })
      .catch((error: unknown) => {
        if (SCHEMA_MOVED.has(databaseError.safeParse(error).data?.code ?? '')) throw insightsErrors.ONTOLOGY_CHANGING({}, { cause: error });
        throw error;
      });
    return assembleKnowledge(model, this.withOwn(own), profile, guard, settings);
  }
}

/** For statements over very many records: compiling them takes longer than it saves, and groups fit into memory. Until the transaction ends. */
const forMany = sql`select set_config('jit', 'off', true), set_config('work_mem', '32MB', true),
  set_config('max_parallel_workers_per_gather', '3', true)`;

function runner(db: Kysely<Record<string, never>>): RunQuery {
  let prepared = false;
  return async (query) => {
    if (!prepared) await forMany.execute(db);
    prepared = true;
    const { rows } = await db.executeQuery<unknown>({ ...query, sql: `explain (format json) ${query.sql}` });
    const raw = explained.parse(rows)[0]?.['QUERY PLAN'];
    const [{ Plan }] = planCost.parse(typeof raw === 'string' ? JSON.parse(raw) : raw);
    if (Plan['Total Cost'] > MAX_PLAN_COST) throw commonErrors.QUERY_TOO_EXPENSIVE({});
    return (await db.executeQuery<Record<string, unknown>>(query)).rows;
  };
}
