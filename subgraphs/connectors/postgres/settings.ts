import { z } from 'zod';
import { sslModeSchema } from './address.ts';

/** How later syncs find what changed. AUTO and INCREMENTAL leave nothing at the source; REPLICATION makes a publication and a slot there. */
const modeSchema = z.enum(['auto', 'incremental', 'full', 'replication']);

/** What a connection to a database keeps besides location and password. */
export const databaseSettingsSchema = z.object({
  sslMode: sslModeSchema,
  schemas: z.array(z.string()).min(1).nullable(),
  mode: modeSchema.default('auto'),
  /** Schemas that are left out. */
  without: z.array(z.string()).default([]),
});
export type DatabaseSettings = z.input<typeof databaseSettingsSchema>;
