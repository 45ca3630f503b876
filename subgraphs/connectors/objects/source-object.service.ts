import { sql } from 'kysely';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { SourceObjectRow } from './source-object.entity.ts';
import type { QuarantinedRecord } from './source-object.type.ts';
import { SourceSchemaRow } from './source-schema.entity.ts';

const MAX_SAMPLE = 100;
const MAX_SORTED = 20_000;
const dataSchema = z.object({ data: z.record(z.string(), z.unknown()) });
const quarantinedSchema = z.object({ id: z.uuid(), line: z.coerce.number(), code: z.string(), reason: z.string(), raw: z.string() });

/** Reads what discovery found and what has landed. */
export class SourceObjectService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Objects by id, null for those that are not of the viewer's tenant. */
  async load(viewer: UserViewer, ids: readonly string[]): Promise<(SourceObjectRow | null)[]> {
    const rows = await this.#system.database.unitOfWork(viewer.tenantId, ({ em }) => em.find(SourceObjectRow, { id: [...ids] }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** Schemas by id, null for those that are not of the viewer's tenant. */
  async loadSchemas(viewer: UserViewer, ids: readonly string[]): Promise<(SourceSchemaRow | null)[]> {
    const rows = await this.#system.database.unitOfWork(viewer.tenantId, ({ em }) => em.find(SourceSchemaRow, { id: [...ids] }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** The objects of a connection by path. */
  page(viewer: UserViewer, connectionId: string, page: Page): Promise<ConnectionOf<SourceObjectRow>> {
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const where = page.after === null ? { connectionId } : { connectionId, path: { $gt: String(page.after[0]) } };
      const rows = await em.find(SourceObjectRow, where, { orderBy: { path: 'asc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(SourceObjectRow, { connectionId }), (row) => [row.path]);
    });
  }

  /** Whether a viewer may see values as sources wrote them: no rule about data has judged them, so only those whom none restricts. */
  async seesRawValues(viewer: UserViewer): Promise<boolean> {
    return !(await this.#system.dataAccess.of(viewer)).restricted;
  }

  /** The first records that have landed, normalised, for those who see raw values. @throws BAD_PAGE_SIZE */
  async sample(viewer: UserViewer, objectId: string, first: number): Promise<Record<string, unknown>[]> {
    if (first < 1 || first > MAX_SAMPLE) throw commonErrors.BAD_PAGE_SIZE({ first, max: MAX_SAMPLE });
    if (!(await this.seesRawValues(viewer))) return [];
    return this.#system.database.unitOfWork(viewer.tenantId, (unit) =>
      unit.asTenant(async (db) => {
        // Of very many records those that are found first: no index has them in the order of the source.
        const { rows } = await sql`select data from (
            select data, ordinal from raw_record where object_id = ${objectId}::uuid and removed_at is null limit ${MAX_SORTED}
          ) as found order by ordinal limit ${first}`.execute(db);
        return rows.map((row) => dataSchema.parse(row).data);
      }),
    );
  }

  /** The records in quarantine, by line, for those who see raw values. */
  async quarantined(
    viewer: UserViewer,
    object: Pick<SourceObjectRow, 'id' | 'quarantinedCount'>,
    page: Page,
  ): Promise<ConnectionOf<QuarantinedRecord>> {
    const [line, id] = page.after ?? [];
    if (page.after !== null && (typeof line !== 'number' || !z.uuid().safeParse(id).success)) throw commonErrors.BAD_CURSOR({});
    if (!(await this.seesRawValues(viewer))) return connectionFrom<QuarantinedRecord>(page, [], 0, (record) => [record.id]);
    return this.#system.database.unitOfWork(viewer.tenantId, (unit) =>
      unit.asTenant(async (db) => {
        const after = page.after === null ? sql`true` : sql`(line, id) > (${line}::bigint, ${id}::uuid)`;
        const { rows } =
          await sql`select id, line, code, reason, raw from quarantined_record where object_id = ${object.id}::uuid and ${after}
          order by line, id limit ${page.limit + 1}`.execute(db);
        const records = rows.map((row) => quarantinedSchema.parse(row));
        return connectionFrom(page, records, object.quarantinedCount, (record) => [record.line, record.id]);
      }),
    );
  }
}
