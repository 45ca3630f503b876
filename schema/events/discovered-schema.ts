import { z } from 'zod';

/** The scalar types a source column can be inferred to have; landed values are normalised to them. */
export const columnTypeSchema = z.enum(['TEXT', 'INTEGER', 'DECIMAL', 'MONEY', 'PERCENT', 'BOOLEAN', 'DATE', 'DATETIME']);
export type ColumnType = z.infer<typeof columnTypeSchema>;

/** What all the values of a column look like, counted over the whole object (never over a sample when it fits the bounds). */
export const columnProfileSchema = z.object({
  rows: z.int().nonnegative(),
  blanks: z.int().nonnegative(),
  /** Exact up to the profiler's bound, then a lower bound. */
  distinct: z.int().nonnegative(),
  /** Smallest and largest normalised value, as text (dates as ISO, numbers as decimals). */
  min: z.string().nullable(),
  max: z.string().nullable(),
  /** Mean of numeric columns. */
  mean: z.number().nullable(),
  averageLength: z.number().nonnegative(),
  /** Most frequent normalised values, most frequent first, at most 50. */
  topValues: z.array(z.object({ value: z.string(), count: z.int().positive() })).max(50),
  /** Up to 10 distinct normalised values in order of appearance. */
  examples: z.array(z.string()).max(10),
});
export type ColumnProfile = z.infer<typeof columnProfileSchema>;

export const discoveredColumnSchema = z.object({
  name: z.string(),
  position: z.int().nonnegative(),
  type: columnTypeSchema,
  /** How the values were written at the source, for people: `MM/DD/YYYY`, `1,234.50 USD`, `12 %`. */
  format: z.string().nullable(),
  /** ISO 4217 code when every amount carries the same currency. */
  currency: z.string().length(3).nullable(),
  nullable: z.boolean(),
  description: z.string().nullable(),
  evidence: z.array(z.string()),
  profile: columnProfileSchema,
});
export type DiscoveredColumn = z.infer<typeof discoveredColumnSchema>;

export const discoveredForeignKeySchema = z.object({
  columns: z.array(z.string()).min(1),
  targetObjectId: z.uuid(),
  targetColumns: z.array(z.string()).min(1),
  /** Share of the non-blank values that exist in the target, 0…1 (exact comparison). */
  coverage: z.number().min(0).max(1),
  evidence: z.array(z.string()),
});
export type DiscoveredForeignKey = z.infer<typeof discoveredForeignKeySchema>;

/** One table-like thing of a source: a file, a sheet, a table. */
export const discoveredObjectSchema = z.object({
  objectId: z.uuid(),
  name: z.string(),
  path: z.string(),
  rowCount: z.int().nonnegative(),
  description: z.string().nullable(),
  columns: z.array(discoveredColumnSchema),
  primaryKey: z.array(z.string()).min(1).nullable(),
  foreignKeys: z.array(discoveredForeignKeySchema),
});
export type DiscoveredObject = z.infer<typeof discoveredObjectSchema>;
