import { sql } from 'kysely';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { AssetVersion } from './history.type.ts';
import { judgementSchema } from './judgement.ts';
import { judgementChanges } from './judgement-changes.ts';
import { ScanRow } from './scan.entity.ts';

const cursorSchema = z.tuple([z.int()]);
const versionSchema = z.object({ from_scan: z.coerce.number(), until_scan: z.coerce.number().nullable(), judgement: judgementSchema, before: judgementSchema.nullable() }); // prettier-ignore
const countSchema = z.tuple([z.object({ n: z.coerce.number() })]);

/** What scans thought of applications in the course of time. */
export class HistoryService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** The versions of an application, newest first. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, assetId: string, page: Page): Promise<ConnectionOf<AssetVersion>> {
    const cursor = page.after === null ? null : cursorSchema.safeParse(page.after);
    if (cursor?.success === false) throw commonErrors.BAD_CURSOR({});
    const older = cursor === null ? sql`true` : sql`from_scan < ${cursor.data[0]}`;
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const own = sql`from asset_judgement where tenant_id = ${tenantId}::uuid and asset_id = ${assetId}::uuid`;
      const { rows } =
        await sql`select * from (select from_scan, until_scan, judgement, lag(judgement) over (order by from_scan) as before ${own}) v
        where ${older} order by from_scan desc limit ${page.limit + 1}`.execute(unit.sql);
      const [{ n }] = countSchema.parse((await sql`select count(*) as n ${own}`.execute(unit.sql)).rows);
      const versions = z.array(versionSchema).parse(rows).map(({ from_scan, until_scan, judgement, before }) => {
        const { admitted, admission, class: as, activity, scores } = judgement;
        const changes = before === null ? [] : judgementChanges(before, judgement);
        return { admitted, admission, class: as, activity, scores, changes, fromNumber: from_scan, untilNumber: until_scan };
      }); // prettier-ignore
      return connectionFrom(page, versions, n, ({ fromNumber }) => [fromNumber]);
    });
  }

  /** Scans by their numbers. */
  async byNumber({ tenantId }: UserViewer, numbers: readonly string[]): Promise<(ScanRow | null)[]> {
    const wanted = numbers.map(Number);
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.find(ScanRow, { tenantId, number: { $in: wanted } }));
    const known = new Map(rows.map((row) => [row.number, row]));
    return wanted.map((number) => known.get(number) ?? null);
  }
}
