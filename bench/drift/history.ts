import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FieldFacts } from '../../subgraphs/connectors/drift/detection/types.ts';
import { readGold, type GoldSuccessor } from './gold.ts';
import { readSnapshot } from './snapshots.ts';

const sideSchema = z.object({
  type: z.string().nullish(),
  nullable: z.boolean().nullish(),
  desc: z.string().nullish(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish(),
});
const eventSchema = z.object({
  date: z.string(),
  commit: z.string().default(''),
  schema: z.string(),
  kind: z.string(),
  field: z.string().optional(),
  old: sideSchema.nullish(),
  new: sideSchema.nullish(),
});
export type VendorEvent = z.infer<typeof eventSchema>;

/** A vendor's schemas over time, as far as their changes tell. */
export interface History {
  /** In the order in which they happened; those of one commit beside one another. */
  events: readonly VendorEvent[];
  gold: readonly GoldSuccessor[];
  /** Fields of objects as snapshots of the schema have them: what never changed is in no event. */
  known: ReadonlyMap<string, readonly FieldFacts[]>;
}

/**
 * Reads a folder with `events*.json` (an array of property changes) and `rename_gold*.csv` (schema, old, new, kind); and `*schemas.json` (OpenAPI) where
 * there are such.
 * @throws Error that says what is missing
 */
export function readHistory(folder: string): History {
  const files = readdirSync(folder).toSorted();
  const events = files
    .filter((file) => /^events.*\.json$/u.test(file))
    .flatMap((file) => z.array(eventSchema).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  const gold = files
    .filter((file) => /^rename_gold.*\.csv$/u.test(file))
    .flatMap((file) => readGold(readFileSync(join(folder, file), 'utf8')));
  if (events.length === 0) throw new Error(`there is no events*.json in ${folder}`);
  const known = new Map<string, FieldFacts[]>();
  for (const file of files.filter((one) => one.endsWith('schemas.json')))
    for (const [object, fields] of readSnapshot(readFileSync(join(folder, file), 'utf8'))) {
      const own = known.get(object) ?? [];
      known.set(object, [...own, ...fields.filter(({ path }) => !own.some((one) => one.path === path))]);
    }
  return { events: events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), gold, known };
}

/** One side of a change as facts. */
export function factsOf(path: string, side: z.infer<typeof sideSchema>, position: number): FieldFacts {
  return {
    path,
    type: side.type ?? 'unknown',
    nullable: side.nullable ?? false,
    position,
    description: side.desc ?? null,
    enumeration: side.enum?.map(String) ?? null,
    format: null,
    unit: null,
    profile: null,
  };
}
