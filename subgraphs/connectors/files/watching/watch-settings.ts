import { z } from 'zod';

/** What a connection of files keeps in its settings about watching. */
const watchSettingsSchema = z.object({
  watching: z.boolean().default(false),
  /** What the folder was like when the last sync was started for a change in it. */
  seen: z.string().nullable().default(null),
});
export type WatchSettings = z.infer<typeof watchSettingsSchema>;

/** Reads them; a connection without any is not watched. */
export function watchSettingsOf(settings: object | null | undefined): WatchSettings {
  const read = watchSettingsSchema.safeParse(settings ?? {});
  return read.success ? read.data : { watching: false, seen: null };
}
