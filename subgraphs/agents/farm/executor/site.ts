import { z } from 'zod';

/** What a worker of the farm is told of the place it works in. Sent between processes. */
export const siteSchema = z.object({
  tenantId: z.uuid(),
  /** Where the other side of the tools is. */
  worldUrl: z.url(),
  /** How much money calls are about where that is not as usual, in micro-dollars, by the keys of calls. */
  amounts: z.record(z.string(), z.number()),
});
export type FarmSite = z.infer<typeof siteSchema>;

/** When a worker dies of a call: as its end is being written, or once it is. */
export const momentSchema = z.enum(['BEFORE_CHECKPOINT', 'AFTER_CHECKPOINT']);
export type Moment = z.infer<typeof momentSchema>;

/** What the other side says of a call beside its reply: faults that are not its own, but the worker's. */
export const HEADERS = { moment: 'x-farm-worker-dies', ballast: 'x-farm-ballast-mb' } as const;

/** A call of which its worker is to die. */
export interface Doom {
  /** Of the call. */
  key: string;
  moment: Moment;
}
