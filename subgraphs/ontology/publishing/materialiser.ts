import { extname } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import type { ReferenceMatch, TargetText } from '../resolution/near-match.ts';
import type { ObjectBinding, RelationBinding } from './binding.ts';
import { type KeyRange, alongIndex, clearSome, deleteRemoved, endOfRange, joinByHash, upsertPage } from './materialise-sql.ts';
import { NearMatchRow } from './publication.entity.ts';
import { linkRecords, targetTexts, unresolvedValues } from './relation-sql.ts';

const pageRow = z.object({ seen: z.int(), changed: z.int(), last: z.string().nullable() });
const lastRow = z.object({ last: z.string() });
const unresolvedRow = z.object({ value: z.string(), records: z.int() });
const targetRow = z.object({ id: z.uuid(), text: z.string() });
const WORKER = new URL(`../resolution/near-match.worker${extname(import.meta.url)}`, import.meta.url);

export interface Changes {
  readonly changed: number;
  readonly removed: number;
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
  async materialise(tenantId: string, binding: ObjectBinding, syncId: string | null): Promise<Changes> {
    let changed = 0;
    for (let after: string | null = null; ;) {
      this.signal.throwIfAborted();
      const page: z.infer<typeof pageRow> = await this.system.database.unitOfWork(tenantId, (unit) =>
        unit.asTenant(async (db) => {
          await alongIndex.execute(db);
          return pageRow.parse((await upsertPage(binding, after, syncId).execute(db)).rows[0]);
        }),
      );
      changed += page.changed;
      if (page.last === null) break;
      after = page.last;
    }
    const removed = await this.overRanges(tenantId, binding, (range) => deleteRemoved(binding, range));
    return { changed, removed };
  }

  /**
   * Links the object's records to those they name; near matches are remembered with their evidence.
   * @returns how many rows changed: the most that one relation did, for the others change the same rows
   */
  async link(tenantId: string, binding: ObjectBinding): Promise<number> {
    let changed = 0;
    for (const relation of binding.relations) {
      this.signal.throwIfAborted();
      changed = Math.max(changed, await this.linkOne(tenantId, binding, relation));
    }
    return changed;
  }

  /** Removes every row that came from these objects out of a table. Returns how many there were. */
  async clear(tenantId: string, table: string, objectIds: readonly string[]): Promise<number> {
    if (objectIds.length === 0) return 0;
    const ids = [...objectIds];
    for (let cleared = 0; ;) {
      this.signal.throwIfAborted();
      const rows = await this.system.database.unitOfWork(tenantId, (unit) =>
        unit.asTenant(async (db) => Number((await clearSome(table, ids).execute(db)).numAffectedRows ?? 0)),
      );
      if (rows === 0) return cleared;
      cleared += rows;
    }
  }

  /** Refreshes the planner's statistics after much has changed: the embedded database has nothing that would. */
  async analyse(tenantId: string, tables: readonly string[]): Promise<void> {
    await this.system.database.tenants.define(tenantId, async (db) => {
      for (const table of new Set(['raw_record', ...tables])) await sql`analyze ${sql.id(table)}`.execute(db);
    });
  }

  private async linkOne(tenantId: string, binding: ObjectBinding, relation: RelationBinding): Promise<number> {
    const { database, workers } = this.system;
    const open = await database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        await joinByHash.execute(db);
        const unresolved = (await unresolvedValues(binding, relation).execute(db)).rows.map((row) => unresolvedRow.parse(row));
        const targets = unresolved.length === 0 ? [] : (await targetTexts(relation).execute(db)).rows.map((row) => targetRow.parse(row));
        return { unresolved, targets };
      }),
    );
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
    return this.overRanges(tenantId, binding, (range) => linkRecords(binding, relation, matches, range));
  }

  /** Runs a statement over all the object's rows, a stretch at a time, each its own transaction; how many rows it touched. */
  private async overRanges(tenantId: string, binding: ObjectBinding, statement: (range: KeyRange) => RawBuilder<unknown>): Promise<number> {
    let touched = 0;
    for (let after: string | null = null; ;) {
      this.signal.throwIfAborted();
      const from: string | null = after;
      const done: { upTo: string | null; rows: number } = await this.system.database.unitOfWork(tenantId, (unit) =>
        unit.asTenant(async (db) => {
          await alongIndex.execute(db);
          await joinByHash.execute(db);
          const upTo = (await endOfRange(binding, from).execute(db)).rows.map((row) => lastRow.parse(row).last)[0] ?? null;
          const { numAffectedRows } = await statement({ after: from, upTo }).execute(db);
          return { upTo, rows: Number(numAffectedRows ?? 0) };
        }),
      );
      touched += done.rows;
      if (done.upTo === null) return touched;
      after = done.upTo;
    }
  }
}
