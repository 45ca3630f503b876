import { z } from 'zod';

/** What a tool of the farm answers; anything else was damaged on the way. `key`: what the other side calls what it did. */
export const replySchema = z.strictObject({ key: z.string(), tool: z.string() });
export type FarmReply = z.infer<typeof replySchema>;
