import { extname } from 'node:path';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import { hasFeed } from '../changes/number-changes.ts';
import { unnoted, wholeChanged } from '../changes/whole.ts';
import type { ChangedIds } from '../golden/changed-ids.ts';
import type { ReferenceMatch, TargetText } from '../resolution/near-match.ts';
import type { FewRows } from './few-rows.ts';
import type { ObjectBinding, RelationBinding } from './binding.ts';
import type { ChangedGolden } from './entity-resolver.ts';
import { type KeyRange, RANGE_ROWS, alongIndex, clearSome, deleteRemoved, endOfRange, joinByHash, upsertPage } from './materialise-sql.ts';
import { NearMatchRow } from './publication.entity.ts';
import { type NearLink, linkRecords, relinkSome, targetTexts, unresolvedValues } from './relation-sql.ts';

const pageRow = z.object({
  seen: z.int(),
  changed: z.int(),
  last: z.string().nullable(),
  golden: z.array(z.uuid()),
  ids: z.array(z.uuid()),
});
const lastRow = z.object({ last: z.string() });
const unresolvedRow = z.object({ value: z.string(), records: z.int() });
const targetRow = z.object({ id: z.uuid(), text: z.string() });
const goldenRow = z.object({ id: z.uuid(), gid: z.uuid() });
const WORKER = new URL(`../resolution/near-match.worker${extname(import.meta.url)}`, import.meta.url);

export interface Changes {
  readonly changed: number;
  readonly removed: number;
}

/** Golden records whose links are followed without going over all of a table. */
const FEW_MOVED = 20;

/** What is to be known to fill a table. */
export interface FillScope {
  /** Told the golden records of rows that change; null where the table has none. */
  readonly changed: ChangedIds | null;
  /** Told the rows that change; null likewise. */
  readonly rows: FewRows | null;
  /** That anything of the table may change was noted once: no row is noted. */
  readonly whole: boolean;
  /** Source tables that have golden records. */
  readonly sources: ReadonlySet<string>;
}

/** Turns raw records into rows of the typed tables and links them; every step may be repeated and then changes nothing. */
export class Materialiser {
  private readonly system: System;
  private readonly signal: AbortSignal;

  constructor(system: System, signal: AbortSignal) {
    this.system = system;
    this.signal = signal;
  }

  /** Brings one object's rows up to date, page by page, each its own transaction; `syncId` limits it to what that sync changed. */
  async materialise(tenantId: string, binding: ObjectBinding, syncId: string | null, scope: FillScope): Promise<Changes> {
    let changed = 0;
    for (let after: string | null = null; ;) {
      const page: z.infer<typeof pageRow> = await this.inTenant(tenantId, scope, async (db) => {
        await alongIndex.execute(db);
        return pageRow.parse((await upsertPage(binding, after, syncId, scope.changed !== null).execute(db)).rows[0]);
      });
      changed += page.changed;
      scope.changed?.add(page.golden);
      scope.rows?.add(page.ids);
      if (page.last === null) break;
      after = page.last;
    }
    const removed = await this.overRanges(tenantId, binding, scope, (range) => deleteRemoved(binding, range, scope.changed !== null));
    if (removed > 0) scope.rows?.lose();
    return { changed, removed };
  }

  /**
   * Links the object's records to those they name; near matches are remembered with their evidence.
   * @returns how many rows changed: the most that one relation did, for the others change the same rows
   */
  async link(tenantId: string, binding: ObjectBinding, scope: FillScope): Promise<number> {
    let changed = 0;
    for (const relation of binding.relations) changed = Math.max(changed, await this.linkOne(tenantId, binding, relation, scope));
    return changed;
  }

  /** Leads a relation's links to where the members of these golden records are now. Returns how many rows changed. */
  async relink(
    tenantId: string,
    binding: ObjectBinding,
    relation: RelationBinding,
    moved: ChangedGolden,
    scope: FillScope,
  ): Promise<number> {
    const near = await this.system.database.unitOfWork(tenantId, ({ em }) =>
      em.find(NearMatchRow, { tenantId, objectId: binding.objectId, relation: relation.name }, { fields: ['value', 'targetId'] }),
    );
    if (moved === 'ALL') return this.linkAll(tenantId, binding, relation, near, scope);
    const statement = relinkSome(binding, relation, near, moved, scope.changed !== null);
    for (let changed = 0; ;) {
      const rows = await this.inTenant(tenantId, scope, async (db) => {
        // Values of a few records are looked up one by one, of many they are put side by side.
        if (moved.length > FEW_MOVED) await joinByHash.execute(db);
        return run(db, scope, statement);
      });
      changed += rows;
      if (rows < RANGE_ROWS) return changed;
    }
  }

  /** Removes every row that came from these objects out of a table. Returns how many there were. */
  async clear(tenantId: string, table: string, objectIds: readonly string[], scope: FillScope): Promise<number> {
    if (objectIds.length === 0) return 0;
    for (let cleared = 0; ;) {
      const rows = await this.touch(tenantId, scope, clearSome(table, objectIds, scope.changed !== null));
      if (rows === 0) return cleared;
      scope.rows?.lose();
      cleared += rows;
    }
  }

  /** Notes that anything of an entity type may have changed, for those who follow its records. */
  async noteWhole(tenantId: string, entity: string): Promise<void> {
    await this.system.database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        if (await hasFeed(db as never)) await wholeChanged(entity).execute(db);
      }),
    );
  }

  /** Refreshes the planner's statistics after much has changed: the embedded database has nothing that would. */
  async analyse(tenantId: string, tables: readonly string[]): Promise<void> {
    await this.system.database.tenants.define(tenantId, async (db) => {
      for (const table of new Set(['raw_record', ...tables])) await sql`analyze ${sql.id(table)}`.execute(db);
    });
  }

  private async linkOne(tenantId: string, binding: ObjectBinding, relation: RelationBinding, scope: FillScope): Promise<number> {
    const { database, workers } = this.system;
    const open = await this.inTenant(tenantId, scope, async (db) => {
      await joinByHash.execute(db);
      const missing = await unresolvedValues(binding, relation, scope.sources.has(relation.targetTable)).execute(db);
      const unresolved = missing.rows.map((row) => unresolvedRow.parse(row));
      const targets = unresolved.length === 0 ? [] : (await targetTexts(relation).execute(db)).rows.map((row) => targetRow.parse(row));
      return { unresolved, targets };
    });
    const values = open.unresolved.map((row) => row.value);
    const input: { values: string[]; targets: TargetText[]; similar: boolean } = {
      values,
      targets: open.targets,
      similar: relation.similar,
    };
    const matches =
      values.length === 0 || open.targets.length === 0 ? [] : await workers.run<typeof input, ReferenceMatch[]>(WORKER, input);
    const records = new Map(open.unresolved.map((row) => [row.value, row.records]));
    await database.unitOfWork(tenantId, async (unit) => {
      await unit.em.nativeDelete(NearMatchRow, { tenantId, objectId: binding.objectId, relation: relation.name });
      const rows = matches.map(({ value, targetId, matched, similarity, evidence }) => ({
        tenantId,
        objectId: binding.objectId,
        relation: relation.name,
        value,
        entityName: binding.entity,
        targetId,
        matched,
        similarity,
        records: records.get(value) ?? 0,
        evidence,
      }));
      if (rows.length > 0) await unit.em.insertMany(NearMatchRow, rows);
    });
    return this.linkAll(tenantId, binding, relation, matches, scope);
  }

  private linkAll(
    tenantId: string,
    binding: ObjectBinding,
    relation: RelationBinding,
    near: readonly NearLink[],
    scope: FillScope,
  ): Promise<number> {
    const ends = { table: scope.changed !== null, target: scope.sources.has(relation.targetTable) };
    return this.overRanges(tenantId, binding, scope, (range) => linkRecords(binding, relation, near, range, ends));
  }

  /** Runs a statement over all the object's rows, a stretch at a time, each its own transaction; how many rows it touched. */
  private async overRanges(
    tenantId: string,
    binding: ObjectBinding,
    scope: FillScope,
    statement: (range: KeyRange) => RawBuilder<unknown>,
  ): Promise<number> {
    let touched = 0;
    for (let after: string | null = null; ;) {
      const from: string | null = after;
      const done: { upTo: string | null; rows: number } = await this.inTenant(tenantId, scope, async (db) => {
        await alongIndex.execute(db);
        await joinByHash.execute(db);
        const upTo = (await endOfRange(binding, from).execute(db)).rows.map((row) => lastRow.parse(row).last)[0] ?? null;
        return { upTo, rows: await run(db, scope, statement({ after: from, upTo })) };
      });
      touched += done.rows;
      if (done.upTo === null) return touched;
      after = done.upTo;
    }
  }

  private touch(tenantId: string, scope: FillScope, statement: RawBuilder<unknown>): Promise<number> {
    return this.inTenant(tenantId, scope, (db) => run(db, scope, statement));
  }

  private inTenant<T>(tenantId: string, { whole }: FillScope, work: (db: Kysely<never>) => Promise<T>): Promise<T> {
    this.signal.throwIfAborted();
    return this.system.database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        if (whole) await unnoted.execute(db);
        return work(db as never);
      }),
    );
  }
}

/** Runs a statement that answers the golden records of the rows it touches; how many rows those were. */
async function run(db: Kysely<never>, scope: FillScope, statement: RawBuilder<unknown>): Promise<number> {
  const { rows, numAffectedRows } = await statement.execute(db);
  const touched = rows.map((row) => goldenRow.parse(row));
  scope.changed?.add(touched.map(({ gid }) => gid));
  scope.rows?.add(touched.map(({ id }) => id));
  return Number(numAffectedRows ?? 0);
}
