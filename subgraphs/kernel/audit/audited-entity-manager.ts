import {
  LockMode,
  type DeleteOptions,
  type EntityData,
  type EntityMetadata,
  type EntityName,
  type FilterQuery,
  type NativeInsertUpdateOptions,
  type Primary,
  type RequiredEntityData,
  type UpdateOptions,
  type UpsertManyOptions,
  type UpsertOptions,
} from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AuditFields, AuditNote, AuditNotes } from './audit-note.ts';
import { currentNotes } from './auditing.ts';
import { noteFor, picked, rowFields, type Change } from './change-notes.ts';
import { isAudited } from './exempt.ts';

/** Rows that one statement changes and that are told one by one; of more their number is. */
const MAX_ROWS = 20;

/**
 * Statements that go past the unit of work are noted too: what they would change is read, and locked, right before. A compare-and-set that
 * changes nothing leaves nothing.
 */
export class AuditedEntityManager extends EntityManager {
  override async nativeUpdate<Entity extends object>(
    name: EntityName<Entity>,
    where: FilterQuery<NoInfer<Entity>>,
    data: EntityData<Entity>,
    options?: UpdateOptions<Entity>,
  ): Promise<number> {
    const watch = this.#watched(name);
    if (watch === null) return super.nativeUpdate(name, where, data, options);
    const { notes, meta } = watch;
    const names = Object.keys(data).filter((field) => field !== 'tenantId');
    const rows = await this.#rowsOf(name, where);
    const changed = await super.nativeUpdate(name, where, data, options);
    if (changed !== rows.length) {
      if (changed > 0) notes.add(countNote(meta, 'changed', changed, data));
    } else for (const row of rows) notes.add(noteFor(meta, 'changed', row, { before: picked(row, names), after: picked(data, names) }));
    return changed;
  }

  override async nativeDelete<Entity extends object>(
    name: EntityName<Entity>,
    where: FilterQuery<NoInfer<Entity>>,
    options?: DeleteOptions<Entity>,
  ): Promise<number> {
    const watch = this.#watched(name);
    if (watch === null) return super.nativeDelete(name, where, options);
    const { notes, meta } = watch;
    const rows = await this.#rowsOf(name, where);
    const gone = await super.nativeDelete(name, where, options);
    if (gone !== rows.length) {
      if (gone > 0) notes.add(countNote(meta, 'removed', gone, {}));
    } else for (const row of rows) notes.add(noteFor(meta, 'removed', row, { before: rowFields(meta, row), after: null }));
    return gone;
  }

  override async upsert<Entity extends object, Fields extends string = never>(
    nameOrEntity: EntityName<Entity> | Entity,
    data?: EntityData<Entity> | NoInfer<Entity>,
    options?: UpsertOptions<Entity, Fields>,
  ): Promise<Entity> {
    const watch = data === undefined ? null : this.#watched(nameOrEntity as EntityName<Entity>);
    if (watch === null) return super.upsert(nameOrEntity, data, options);
    const { notes, meta } = watch;
    const fields = data as AuditFields;
    const [before] = await this.#rowsOf(nameOrEntity as EntityName<Entity>, picked(fields, keysOf(meta, fields)) as never);
    const row = await super.upsert(nameOrEntity, data, options);
    if (before === undefined) {
      notes.add(noteFor(meta, 'created', fields, { before: null, after: rowFields(meta, fields) }));
      return row;
    }
    const names = Object.keys(rowFields(meta, fields)).filter((field) => differs(before[field], (row as AuditFields)[field]));
    if (names.length > 0)
      notes.add(noteFor(meta, 'changed', before, { before: picked(before, names), after: picked(row as AuditFields, names) }));
    return row;
  }

  override async insertMany<Entity extends object>(
    nameOrEntities: EntityName<Entity> | Entity[],
    data?: NoInfer<RequiredEntityData<Entity>[] | Entity[]>,
    options?: NativeInsertUpdateOptions<Entity>,
  ): Promise<Primary<Entity>[]> {
    const keys = await super.insertMany(nameOrEntities, data, options);
    if (data !== undefined) this.#noteMany(nameOrEntities as EntityName<Entity>, data);
    return keys;
  }

  override async upsertMany<Entity extends object, Fields extends string = never>(
    nameOrEntity: EntityName<Entity> | Entity[],
    data?: (EntityData<Entity> | NoInfer<Entity>)[],
    options?: UpsertManyOptions<Entity, Fields>,
  ): Promise<Entity[]> {
    const rows = await super.upsertMany(nameOrEntity, data, options);
    if (data !== undefined) this.#noteMany(nameOrEntity as EntityName<Entity>, data);
    return rows;
  }

  #noteMany<Entity extends object>(name: EntityName<Entity>, rows: readonly object[]): void {
    const watch = this.#watched(name);
    if (watch === null || rows.length === 0) return;
    const { notes, meta } = watch;
    if (rows.length > MAX_ROWS) notes.add(countNote(meta, 'created', rows.length, {}));
    else
      for (const row of rows as readonly AuditFields[])
        notes.add(noteFor(meta, 'created', row, { before: null, after: rowFields(meta, row) }));
  }

  #watched<Entity extends object>(name: EntityName<Entity>): Watched | null {
    const notes = currentNotes();
    if (notes === null) return null;
    const meta: EntityMetadata = this.getMetadata().get(name) as never;
    return isAudited(meta.className) ? { notes, meta } : null;
  }

  /** What a statement is about to change, as it stands; one row more than are told. */
  async #rowsOf<Entity extends object>(name: EntityName<Entity>, where: FilterQuery<NoInfer<Entity>>): Promise<AuditFields[]> {
    const rows = await this.find(name, where, { limit: MAX_ROWS + 1, disableIdentityMap: true, lockMode: LockMode.PESSIMISTIC_WRITE });
    return rows;
  }
}

interface Watched {
  notes: AuditNotes;
  meta: EntityMetadata;
}

function countNote(meta: EntityMetadata, change: Change, rows: number, data: object): AuditNote {
  const note = noteFor(meta, change, {}, { before: null, after: data as AuditFields });
  return { ...note, subject: { ...note.subject, id: '-' }, after: { ...note.after, rows } };
}

/** What tells an upserted row apart: its primary key, or else what is unique and given. */
function keysOf(meta: EntityMetadata, fields: AuditFields): string[] {
  const candidates = [meta.primaryKeys, ...meta.uniques.map(({ properties }) => [properties ?? []].flat())];
  const found = candidates.map((names) => names.map(String)).find((names) => names.length > 0 && names.every((name) => name in fields));
  return found ?? meta.primaryKeys.map(String);
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
}
