import type { Pseudonym } from '../personal-data/apply-policy.ts';
import type { PersonalField } from './place.ts';

/** A record about somebody, without what says who: texts take pseudonyms, the rest goes. */
export function withoutPersonalFields(
  record: Readonly<Record<string, unknown>>,
  fields: readonly PersonalField[],
  pseudonym: Pseudonym,
): Record<string, unknown> {
  const changed: Record<string, unknown> = { ...record };
  for (const { name, type, text } of fields) {
    const value = changed[name];
    if (value === null || value === undefined) continue;
    changed[name] = text && typeof value === 'string' ? pseudonym(type, value) : null;
  }
  return changed;
}
