import { applyPolicy } from '../personal-data/apply-policy.ts';
import { createPseudonyms } from '../personal-data/pseudonym.ts';
import { TELLING_TYPES } from './findings.ts';

/** A text in which pseudonyms stand for what is personal data, for histories that nobody can change later. */
export function withoutPersonalData(text: string, key: Uint8Array): string {
  return applyPolicy(text, { actionOf: (type) => (TELLING_TYPES.has(type) ? 'REDACT' : 'ALLOW') }, createPseudonyms(key)).text;
}
