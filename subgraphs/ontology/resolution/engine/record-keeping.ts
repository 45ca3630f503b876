const DONE =
  '(?:created|creation|modified|modification|updated|update|changed|synced|sync|imported|import|inserted|loaded|ingested|viewed|referenced|deleted|archived)';
const WHEN = '(?:date|time|datetime|date\\s?time|timestamp|stamp|at|on|utc|ms)';
/** What a system notes of its own entries: when and by whom they were made, changed or looked at last. */
const NOTED: readonly RegExp[] = [
  new RegExp(`^(?:(?:system|record|row|entry)\\s)?(?:last\\s)?${DONE}(?:\\s${WHEN})+$`, 'u'),
  new RegExp(`^(?:date|time|timestamp)\\s(?:last\\s)?${DONE}$`, 'u'),
  new RegExp(`^(?:(?:system|record|row|entry)\\s)?(?:last\\s)?${DONE}\\sby(?:\\s(?:id|name|user|user id|email))?$`, 'u'),
  /^(?:system\s)?mod\s?stamp$/u,
  /^last\s(?:modified|updated|changed|synced|viewed|referenced|seen|activity|activity date|login|log in|logged in)$/u,
  /^(?:modified|updated|synced|imported)$/u,
];
const MOMENT = /\d[T ]\d{1,2}:\d{2}/u;

/**
 * Whether an attribute is about the entry in a system and not about what the entry is of: two systems may have noted the same thing on the same day, and
 * all that was imported at once says so. `words`: its name, in small letters with spaces.
 */
export function isRecordKeeping(words: string, values: readonly string[]): boolean {
  const name = words.trim();
  if (NOTED.some((pattern) => pattern.test(name))) return true;
  // What was created on a day may be a painting; at a time of day it is an entry.
  return name === 'created' && values.length > 0 && values.every((value) => MOMENT.test(value));
}
