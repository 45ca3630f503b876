import { sql } from 'kysely';
import { z } from 'zod';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { System } from '../../kernel/system.ts';
import type { Transform } from './steps.ts';
import { typedValue, violates } from './typed-value.ts';

/** Records of an object that a preview goes over: enough to see how values are written, few enough to be there at once. */
const MAX_RECORDS = 10_000;
const MAX_VALUES = 50;
const MAX_SHOWN_CHARACTERS = 300;

const valueRow = z.object({ before: z.string(), after: z.string().nullable(), set_aside: z.boolean(), records: z.coerce.number() });
const countRow = z.object({ records: z.coerce.number(), blank: z.coerce.number(), set_aside: z.coerce.number() });

export interface PreviewFacts {
  readonly records: number;
  readonly blank: number;
  readonly setAside: number;
  readonly values: readonly { before: string; after: string | null; setAside: boolean; records: number }[];
}

/** Shows what steps would do to the values that landed. What it reads no rule has judged: never for those under any. */
export class PreviewService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Real values of a column before and after, those that would be set aside first. */
  preview(tenantId: string, of: { objectId: string; column: string; transform: Transform; type: ColumnType }): Promise<PreviewFacts> {
    const { objectId, column, transform, type } = of;
    const field = { source: column, type, transform };
    const some = sql`select data from raw_record where object_id = ${objectId}::uuid and removed_at is null order by record_key limit ${sql.lit(MAX_RECORDS)}`;
    const blank = sql`coalesce(btrim(data ->> ${column}), '') = ''`;
    return this.system.database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        const counted =
          await sql`select count(*) as records, count(*) filter (where ${blank}) as blank, count(*) filter (where ${violates(field)}) as set_aside
          from (${some}) as raw_record`.execute(db);
        const values = await sql`
          select left(data ->> ${column}, ${sql.lit(MAX_SHOWN_CHARACTERS)}) as before, left((${typedValue(field)})::text, ${sql.lit(MAX_SHOWN_CHARACTERS)}) as after,
            ${violates(field)} as set_aside, count(*) as records
          from (${some}) as raw_record where not (${blank}) group by 1, 2, 3 order by 3 desc, 4 desc, 1 limit ${sql.lit(MAX_VALUES)}`.execute(
          db,
        );
        const counts = countRow.parse(counted.rows[0]);
        return {
          records: counts.records,
          blank: counts.blank,
          setAside: counts.set_aside,
          values: values.rows.map((row) => valueRow.parse(row)).map(({ set_aside: setAside, ...value }) => ({ ...value, setAside })),
        };
      }),
    );
  }
}
