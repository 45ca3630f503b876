import { comparable } from '../identity/name.ts';

const EMAIL = /^[^\s@]+@[^\s@]+$/;
const MACHINES =
  /^(?:no-?reply|root|admin|administrator|system|service|svc|bot|ci|deploy|jenkins|terraform|github-actions|automation)\b|\b(?:svc|bot|service[-_.]?account)\b|\[bot\]|gserviceaccount|assumed-role/i;

/** Whether a name is that of a program. */
export const isMachine = (who: string): boolean => MACHINES.test(who);

/** One person or team under all the ways in which it is written. */
export interface Person {
  /** As it is written, an e-mail address before a name. */
  who: string;
  written: readonly string[];
}

/** Brings together what is one person: the same address, the same name, and a name that one single address is made of (`Ada Byron`, `ada.byron@…`). */
export function peopleOf(written: Iterable<string>): Person[] {
  const byKey = Map.groupBy(new Set(written), (text) => (EMAIL.test(text.trim()) ? text.trim().toLowerCase() : comparable(text)));
  byKey.delete('');
  const addresses = Map.groupBy(
    [...byKey.keys()].filter((key) => EMAIL.test(key)),
    (key) => comparable(key.split('@')[0] ?? ''),
  );
  const people = new Map<string, string[]>();
  for (const [key, texts] of byKey) {
    const own = EMAIL.test(key) ? [key] : (addresses.get(key) ?? []);
    const person = own.length === 1 ? (own[0] ?? key) : key;
    people.set(person, [...(people.get(person) ?? []), ...texts]);
  }
  return [...people].map(([key, texts]) => ({ who: EMAIL.test(key) ? key : (texts.toSorted()[0] ?? key), written: texts.toSorted() }));
}
