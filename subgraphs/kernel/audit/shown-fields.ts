import { storable, type Json } from '../journal/canonical.ts';
import type { AuditFields } from './audit-note.ts';

const MAX_TEXT = 500;
const MAX_ITEMS = 50;
const MAX_DEPTH = 4;
/** Of all fields of one side, as JSON. */
const MAX_CHARACTERS = 8_000;
const HIDDEN = '(hidden)';

/** Names of fields whose value opens something. */
const SECRET =
  /pass(?:word|phrase)|secret|token|sealed|recovery|totp|otp|ciphertext|private_?key|(?:code|key|receipt|verifier|challenge)_?hash|^code$|^key$|cookie|authorization/i;

/** Whether a field of this name is never shown, wherever it stands. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}

/**
 * Fields as an audit entry shows them: secrets hidden, long texts cut, large values left out, at most 8 000 characters.
 * @param hidden fields that are secrets whatever they are called
 */
export function shownFields(fields: AuditFields, hidden: ReadonlySet<string> = new Set()): Record<string, Json> {
  let left = MAX_CHARACTERS;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]): [string, Json] => {
      if (hidden.has(name) || isSecretName(name)) return [name, value === null ? null : HIDDEN];
      const shown = shownValue(value, 0);
      const size = JSON.stringify(shown).length;
      if (size > left) return [name, `(${size} characters)`];
      left -= size;
      return [name, shown];
    }),
  );
}

/** One value, cut where it is long. @param depth how deep it stands in others */
export function shownValue(value: unknown, depth: number): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return shownText(value);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value)) return `(${value.byteLength} bytes)`;
  if (typeof value !== 'object') return '(computed)';
  if (depth === MAX_DEPTH) return '(more)';
  if (Array.isArray(value)) {
    const items = value.slice(0, MAX_ITEMS).map((item) => shownValue(item, depth + 1));
    return value.length > MAX_ITEMS ? [...items, `(${value.length - MAX_ITEMS} more)`] : items;
  }
  const entries = Object.entries(value).slice(0, MAX_ITEMS);
  return Object.fromEntries(
    entries.map(([name, part]) => [storable(name), isSecretName(name) && part !== null ? HIDDEN : shownValue(part, depth + 1)]),
  );
}

function shownText(text: string): string {
  const clean = storable(text);
  return clean.length > MAX_TEXT ? storable(`${clean.slice(0, MAX_TEXT)}… (${clean.length} characters)`) : clean;
}
