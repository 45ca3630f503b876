import { fold, squash } from './text/fold.ts';
import { codesOf, tokensOf } from './text/tokens.ts';
import type { ComparedField, FieldKind, ResolvableRecord } from './types.ts';

const MAX_LENGTH = 2_000;
const BLANK = /^[\s\-–—_./?*#"'`]*$|^(?:n\/?a|null|none|nil|nan|unknown|undefined)$/iu;
const WORDED: ReadonlySet<FieldKind> = new Set(['ORGANISATION', 'PERSON', 'NAME', 'TITLE', 'ADDRESS', 'PLACE', 'CATEGORY', 'TEXT']);
const WITH_CODES: ReadonlySet<FieldKind> = new Set(['ORGANISATION', 'NAME', 'TITLE', 'ADDRESS', 'TEXT']);

const EXCHANGEABLE: ReadonlySet<FieldKind> = new Set(['PERSON', 'ADDRESS', 'PLACE']);

/** One value, ready to be compared many times. */
export interface PreparedValue {
  readonly raw: string;
  readonly folded: string;
  readonly squashed: string;
  readonly tokens: readonly string[];
  readonly codes: readonly string[];
}

/** One record, ready to be compared many times. */
export interface PreparedRecord {
  readonly id: string;
  readonly source: string;
  /** By the position of the field; null where there is no value. */
  readonly values: readonly (PreparedValue | null)[];
  /** Words of all its fields of words. */
  readonly words: ReadonlySet<string>;
  /** Words of its fields that may be exchanged for each other: given and family names, lines of an address. */
  readonly exchangeable: ReadonlyMap<FieldKind, readonly string[]>;
  readonly related: readonly string[];
}

/** Whether values of a kind are compared word by word. */
export function isWorded(kind: FieldKind): boolean {
  return WORDED.has(kind);
}

/** Whether codes and numbers within values of a kind are compared on their own. */
export function holdsCodes(kind: FieldKind): boolean {
  return WITH_CODES.has(kind);
}

/** Folds and splits the values of a record once. */
export function prepare(record: ResolvableRecord, fields: readonly ComparedField[]): PreparedRecord {
  const words = new Set<string>();
  const exchangeable = new Map<FieldKind, string[]>();
  const values = fields.map(({ name, kind }): PreparedValue | null => {
    const raw = record.values[name];
    if (raw === null || raw === undefined || BLANK.test(raw)) return null;
    const folded = fold(raw.slice(0, MAX_LENGTH)).trim();
    const squashed = squash(folded);
    if (squashed === '') return null;
    const worded = isWorded(kind);
    const tokens = worded ? tokensOf(folded, kind) : [];
    for (const token of tokens) words.add(token);
    if (EXCHANGEABLE.has(kind)) exchangeable.set(kind, [...(exchangeable.get(kind) ?? []), ...tokens]);
    return { raw, folded, squashed, tokens, codes: holdsCodes(kind) ? codesOf(folded) : [] };
  });
  return { id: record.id, source: record.source, values, words, exchangeable, related: record.related ?? [] };
}
