import { z } from 'zod';

const connectionFactsSchema = z.object({
  kind: z.literal('CONNECTION'),
  /** How the last sync that ended went; null before the first. */
  lastSync: z.object({ succeeded: z.boolean(), problem: z.string().nullable() }).nullable(),
});

const objectFactsSchema = z.object({
  kind: z.literal('DATA_OBJECT'),
  /** Why it is not read as a table; null when it is. */
  skipped: z.object({ code: z.string(), reason: z.string() }).nullable(),
  /** Columns that identify a record; null when no such columns were found. */
  primaryKey: z.array(z.string()).nullable(),
  /** Records of the last sync that could not be read as what their columns hold. */
  quarantined: z.int().nonnegative(),
  /** Whether the last discovery of its connection found it. */
  seenLast: z.boolean(),
});

/** What is known of an application is kept from scan to scan, in a table of its own. */
const applicationFactsSchema = z.object({ kind: z.literal('APPLICATION') });

/** What is known of an asset beyond its columns, as the event log told it; findings are derived from it. */
export const assetFactsSchema = z.discriminatedUnion('kind', [connectionFactsSchema, objectFactsSchema, applicationFactsSchema]);
export type AssetFacts = z.infer<typeof assetFactsSchema>;
export type ConnectionFacts = z.infer<typeof connectionFactsSchema>;
export type ObjectFacts = z.infer<typeof objectFactsSchema>;
