import { Screen } from '../../kernel/privacy/screening/screen.ts';
import type { Screening } from '../../kernel/privacy/screening/screening.ts';
import { keyOf } from './screen-page.ts';

/** The key that a record of the source has here, or null when it does not come in. */
export type KeyHere = (key: string) => string | null;

/** How keys change on their way in: only where a key's own columns are looked at, or somebody was forgotten. Null: they stay as they are. */
export function keyHere(screening: Screening | null): KeyHere | null {
  const columns = screening?.key ?? null;
  if (screening === null || columns === null) return null;
  const own = screening.columns.filter(({ name }) => columns.includes(name));
  if (own.length === 0 && screening.erased.length === 0) return null;
  const screen = new Screen({ ...screening, columns: own, personal: [] });
  return (key) => {
    const parts = columns.length === 1 ? [key] : (JSON.parse(key) as unknown[]);
    const result = screen.record(Object.fromEntries(columns.map((name, index) => [name, parts[index] ?? null])), key);
    if (result.verdict === 'PASSED') return key;
    if (result.verdict !== 'CHANGED') return null;
    return keyOf(columns.map((name) => result.record[name] ?? null));
  };
}
