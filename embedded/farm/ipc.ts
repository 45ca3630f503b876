import { z } from 'zod';
import { momentSchema, siteSchema } from '../../subgraphs/agents/farm/executor/site.ts';

/** STAND: opens everything, and works on nothing. WORK: takes over whatever is to be done. SPARED: it does not die of this call. */
export const toWorkerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('STAND'), urls: z.record(z.string(), z.string()), dataFolder: z.string(), site: siteSchema }),
  z.object({ kind: z.literal('WORK') }),
  z.object({ kind: z.literal('SPARED'), key: z.string() }),
]);
export type ToWorker = z.infer<typeof toWorkerSchema>;

/** STRIKE: it is to be killed of this call. */
export const fromWorkerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('STANDS') }),
  z.object({ kind: z.literal('STRIKE'), key: z.string(), moment: momentSchema }),
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;
