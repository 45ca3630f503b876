import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { ViewUse } from '../model/uses.ts';
import { isUuid } from '../uuids.ts';
import { argumentsOf } from './arguments.ts';
import { useOf } from './definition.ts';
import { type WrittenView, readView } from './read-view.ts';
import { viewErrors } from './view.errors.ts';
import { ViewRow } from './view.entity.ts';
import { type ViewReading, viewCount, viewRows } from './view-sql.ts';

const MAX_NAME = 100;
const rowSchema = z.object({ id: z.uuid(), data: z.array(z.json()), keys: z.array(z.string().nullable()) });
const countSchema = z.object({ n: z.int() });
const cursorSchema = z.array(z.string().nullable()).min(1).max(4);

/** One record as a view shows it. */
export interface ShownRow {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly keys: readonly (string | null)[];
}

/** A saved view, or what has to be corrected first. */
type Saved = { readonly row: ViewRow } | { readonly problems: InputProblem[] };

/** Keeps saved views and reads their rows; the only writer of them. */
export class ViewService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Views, those saved last first. */
  page(tenantId: string, page: Page): Promise<ConnectionOf<ViewRow>> {
    const all = { tenantId, removedAt: null };
    const where = page.after === null ? all : { ...all, $or: olderThan(page.after, 'savedAt') };
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(ViewRow, where, { orderBy: { savedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(ViewRow, all), (row) => [row.savedAt.toISOString(), row.id]);
    });
  }

  /** One view; null when there is none. */
  find(tenantId: string, id: string): Promise<ViewRow | null> {
    if (!isUuid(id)) return Promise.resolve(null);
    return this.system.database.unitOfWork(tenantId, ({ em }) => em.findOne(ViewRow, { tenantId, id, removedAt: null }));
  }

  /** What all views hold on to. */
  uses(tenantId: string): Promise<ViewUse[]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(ViewRow, { tenantId, removedAt: null });
      return rows.map(({ name, definition }) => useOf(name, definition));
    });
  }

  /** Saves a view by its name, a new one or over the one there is; `version` refuses it when somebody else has saved it meanwhile. */
  async save(viewer: UserViewer, wish: { name: string; version: number | null; view: WrittenView }, model: SemanticModel): Promise<Saved> {
    const name = wish.name.trim();
    if (name === '' || name.length > MAX_NAME)
      return { problems: [inputProblem(viewErrors.VIEW_INVALID({ reason: `A name has 1 to ${MAX_NAME} characters.` }), 'name')] };
    const read = readView(wish.view, model);
    if ('problems' in read) return read;
    const saving = this.system.database.unitOfWork(viewer.tenantId, async ({ em, tenantId }): Promise<Saved> => {
      const known = await em.findOne(ViewRow, { tenantId, name, removedAt: null });
      if (wish.version !== null && wish.version !== (known?.version ?? 0))
        return { problems: [inputProblem(viewErrors.VIEW_CHANGED({ version: known?.version ?? 0 }), 'version')] };
      const saved = {
        definition: read.definition,
        version: (known?.version ?? 0) + 1,
        savedAt: this.system.clock(),
        savedBy: viewer.userId,
      };
      const row =
        known === null
          ? em.create(ViewRow, { id: randomUUID(), tenantId, name, removedAt: null, ...saved }, { persist: true })
          : em.assign(known, saved);
      return { row };
    });
    // Two people gave the same name to a new view at once.
    return saving.catch((error: unknown) => {
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      return { problems: [inputProblem(viewErrors.VIEW_CHANGED({ version: 1 }), 'name')] };
    });
  }

  /** Takes a view back; whether there was one. */
  remove(tenantId: string, id: string): Promise<boolean> {
    if (!isUuid(id)) return Promise.resolve(false);
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(ViewRow, { tenantId, id, removedAt: null });
      if (row !== null) row.removedAt = this.system.clock();
      return row !== null;
    });
  }

  /** A page of what a view shows, as the viewer may see it. @throws VIEW_… */
  async rows(
    viewer: UserViewer,
    { definition }: ViewRow,
    asked: { model: SemanticModel; guard: Guard; given: Readonly<Record<string, unknown>>; page: Page },
  ): Promise<ConnectionOf<ShownRow>> {
    const { model, guard, given, page } = asked;
    const entity = model.entities.find(({ id }) => id === definition.entityId);
    if (entity === undefined) throw viewErrors.VIEW_FIELD_LOST({ path: 'its entity type' });
    const cursor = page.after === null ? null : cursorOf(page.after, definition.order.length + 1);
    const reading: ViewReading = { model, entity, definition, guard, arguments: argumentsOf(definition.parameters, given) };
    const [found, count] = [viewRows(reading, cursor, page.limit + 1), viewCount(reading)];
    return this.asTenant(viewer.tenantId, async (db) => {
      const rows = (await found.execute(db)).rows.map((row) => rowSchema.parse(row));
      const shown = rows.map(({ id, data, keys }): ShownRow => {
        return { id, keys, values: Object.fromEntries(definition.fields.map(({ name }, i) => [name, data[i] ?? null])) };
      });
      return connectionFrom(page, shown, countSchema.parse((await count.execute(db)).rows[0]).n, ({ keys }) => [JSON.stringify(keys)]);
    });
  }

  private asTenant<T>(tenantId: string, work: (db: Kysely<never>) => Promise<T>): Promise<T> {
    return this.system.database.unitOfWork(tenantId, (unit) => unit.asTenant((db) => work(db as never)));
  }
}

function cursorOf(after: readonly unknown[], length: number): (string | null)[] {
  try {
    const keys = cursorSchema.parse(JSON.parse(String(after[0])));
    if (keys.length === length && isUuid(keys.at(-1) ?? '')) return keys;
  } catch {
    // Told below, as any other cursor that is none.
  }
  throw commonErrors.BAD_CURSOR({});
}
