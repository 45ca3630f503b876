/** What is to be done about a watched folder after a look at it. WAIT: look again soon, files may still be written. */
export type WatchVerdict = 'NOTHING' | 'WAIT' | 'SYNC';

/** What the last look saw; null before the first. */
export type LastLook = string | null;

/**
 * Decides what a look at a folder means. A change starts a sync only once two looks in a row have seen the same, so that files which are still being
 * written are left until they are still. `synced`: what the folder was like when the last sync was started for it; null: nobody knows.
 */
export function judgeLook(synced: string | null, last: LastLook, now: string): WatchVerdict {
  if (now === synced) return 'NOTHING';
  return now === last ? 'SYNC' : 'WAIT';
}
