import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import { SourceRow } from '../mapping/proposal.entity.ts';
import type { ObjectBinding } from '../publishing/binding.ts';
import { keyOf } from '../model/names.ts';
import { isUuid } from '../uuids.ts';
import { differencesOf } from './differences.ts';
import { ControlTotalRow, type ColumnTotals } from './quality.entity.ts';
import { type CountedField, countedFields, landedTotals, quarantinedTotal, unifiedTotals } from './totals-sql.ts';

/** Totals kept of each object: the last weeks of a daily sync. */
const KEPT_PER_OBJECT = 30;

const sum = z.union([z.number(), z.null()]);
const landedRow = z.object({ n: z.int(), last: z.string().nullable(), sums: z.array(z.tuple([sum, sum, z.number()])) });
const unifiedRow = z.object({ n: z.int(), sums: z.array(sum) });
const countRow = z.object({ n: z.int() });

/** What one measurement is of. */
export interface Measured {
  readonly binding: ObjectBinding;
  readonly objectName: string;
  readonly syncId: string | null;
  readonly entity: ModelEntity;
}

/** Counts what of an object landed, was unified and set aside; the only writer of `control_total`. */
export class TotalsService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Measures an object, page by page, and keeps the result; nothing may fill its table meanwhile. */
  async measure(tenantId: string, { binding, entity, objectName, syncId }: Measured, signal: AbortSignal): Promise<ControlTotalRow> {
    const counted = countedFields(binding);
    const landed = await this.landed(tenantId, binding, counted, signal);
    const { unified, quarantined, source } = await this.system.database.unitOfWork(tenantId, async (unit) => ({
      ...(await unit.asTenant(async (db) => ({
        unified: unifiedRow.parse((await unifiedTotals(binding, counted).execute(db)).rows[0]),
        quarantined: countRow.parse((await quarantinedTotal(binding.objectId).execute(db)).rows[0]).n,
      }))),
      source: await unit.em.findOne(SourceRow, { tenantId, connectionId: binding.connectionId }),
    }));
    const object = source?.syncId === syncId ? source?.objects.find(({ objectId }) => objectId === binding.objectId) : undefined;
    const sourceRecords = binding.unpivot || object === undefined || object.rowCount < landed.records ? null : object.rowCount;
    const columns = counted.map(({ field, numeric }, i): ColumnTotals => {
      const [raw, , setAside] = landed.sums[i] ?? [null, null, 0];
      return {
        column: field.source,
        attribute: entity.attributes.find(({ column }) => column === field.column)?.name ?? field.column,
        source: numeric && sourceRecords !== null ? sourceSum(object, field.source) : null,
        landed: numeric ? raw : null,
        unified: numeric ? (unified.sums[i] ?? null) : null,
        setAside,
      };
    });
    const numbers = { sourceRecords, landedRecords: landed.records, unifiedRecords: unified.n, quarantinedRecords: quarantined, columns };
    const whole = object !== undefined && object.columns.every(({ profile }) => profile.rows === object.rowCount);
    const expected = counted.map((_, i) => landed.sums[i]?.[1] ?? null);
    const row = {
      id: randomUUID(), tenantId, connectionId: binding.connectionId, objectId: binding.objectId, objectName, entityName: keyOf(entity), syncId,
      ...numbers, differences: differencesOf(numbers, expected, whole), measuredAt: this.system.clock(),
    }; // prettier-ignore
    return this.keep(tenantId, row);
  }

  /** Totals of a connection, newest first. */
  page(tenantId: string, connectionId: string, page: Page): Promise<ConnectionOf<ControlTotalRow>> {
    if (!isUuid(connectionId)) return Promise.resolve(connectionFrom<ControlTotalRow>(page, [], 0, (row) => [row.id]));
    const of = { tenantId, connectionId };
    const where = page.after === null ? of : { ...of, $or: olderThan(page.after, 'measuredAt') };
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(ControlTotalRow, where, { orderBy: { measuredAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(ControlTotalRow, of), (row) => [row.measuredAt.toISOString(), row.id]);
    });
  }

  /** The last totals of each object that feeds an entity type. */
  latest(tenantId: string, objectIds: readonly string[]): Promise<ControlTotalRow[]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const found: ControlTotalRow[] = [];
      for (const objectId of objectIds)
        found.push(...(await em.find(ControlTotalRow, { tenantId, objectId }, { orderBy: { measuredAt: 'desc', id: 'desc' }, limit: 1 })));
      return found;
    });
  }

  forget(tenantId: string, connectionId: string): Promise<number> {
    return this.system.database.unitOfWork(tenantId, ({ em }) => em.nativeDelete(ControlTotalRow, { tenantId, connectionId }));
  }

  private async landed(tenantId: string, binding: ObjectBinding, counted: readonly CountedField[], signal: AbortSignal) {
    let records = 0;
    const sums: [number | null, number | null, number][] = counted.map(() => [null, null, 0]);
    for (let after: string | null = null; ;) {
      signal.throwIfAborted();
      const from: string | null = after;
      const page: z.infer<typeof landedRow> = await this.system.database.unitOfWork(tenantId, (unit) =>
        unit.asTenant(async (db) => landedRow.parse((await landedTotals(binding, counted, from).execute(db)).rows[0])),
      );
      records += page.n;
      for (const [i, [raw, expected, setAside]] of page.sums.entries()) {
        const known = sums[i] ?? [null, null, 0];
        sums[i] = [plus(known[0], raw), plus(known[1], expected), known[2] + setAside];
      }
      if (page.last === null) return { records, sums };
      after = page.last;
    }
  }

  private keep(tenantId: string, row: Omit<ControlTotalRow, typeof Symbol.iterator>): Promise<ControlTotalRow> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      await em.insert(ControlTotalRow, row);
      const old = await em.find(
        ControlTotalRow,
        { tenantId, objectId: row.objectId },
        { orderBy: { measuredAt: 'desc' }, offset: KEPT_PER_OBJECT, limit: 100, fields: ['id'] },
      );
      if (old.length > 0) await em.nativeDelete(ControlTotalRow, { tenantId, id: { $in: old.map(({ id }) => id) } });
      return em.findOneOrFail(ControlTotalRow, { tenantId, id: row.id });
    });
  }
}

const plus = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b);

/** What the source's own profile says a column adds up to; null when not every record was looked at. */
function sourceSum(object: DiscoveredObject | undefined, name: string): number | null {
  const profile = object?.columns.find((column) => column.name === name)?.profile;
  if (profile === undefined || profile.mean === null || profile.rows !== object?.rowCount) return null;
  return Number((profile.mean * (profile.rows - profile.blanks)).toPrecision(12));
}
