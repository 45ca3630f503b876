import { z } from 'zod';
import { columnFormatSchema } from '../files/typing/column-format.ts';

/** How a sync reads just what is newer. STREAM: the collection's change stream; FIELD: a moment that grows with every change; ID: ids that grow. */
const followSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('STREAM') }),
  z.object({ by: z.literal('FIELD'), path: z.string(), column: z.string() }),
  z.object({ by: z.literal('ID') }),
]);
export type Follow = z.infer<typeof followSchema>;

/** How to read a collection: made by discovery, kept with its schema. */
export const collectionPlanSchema = z.object({
  database: z.string(),
  collection: z.string(),
  columns: z.array(z.object({ name: z.string(), format: columnFormatSchema })).min(1),
  /** It has an index of `_id`: pages go on at any document. Views and time series have none. */
  paged: z.boolean(),
  follow: followSchema.nullable(),
  /** Documents, roughly. */
  count: z.number(),
});
export type CollectionPlan = z.infer<typeof collectionPlanSchema>;

/** How people want changes read. */
export const modeSchema = z.enum(['auto', 'full', 'incremental', 'stream']);
export type Mode = z.infer<typeof modeSchema>;

/** What a connection keeps besides location and password. */
export const mongodbSettingsSchema = z.object({ mode: modeSchema.default('auto') });
