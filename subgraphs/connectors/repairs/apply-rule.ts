import { readDate, toIsoDate, toIsoDateTime } from '../files/typing/dates.ts';
import { readBoolean } from '../files/typing/booleans.ts';
import { readNumber, toNumber } from '../files/typing/numbers.ts';
import { type LandedValue, MISFIT } from '../files/typing/normalise.ts';
import type { ReadingRule } from './rules.ts';

export type SourceRecord = Readonly<Record<string, unknown>>;

/** Digits that are kept of a product: what binary fractions add behind them is no information. */
const DIGITS = 12;
const MAX_DEPTH = 5;

/** What stands at a field of a record, also within nested ones and those that came as JSON text; undefined where there is no such field. */
export function valueOf(record: SourceRecord, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  for (let at = path.lastIndexOf('.'); at > 0; at = path.lastIndexOf('.', at - 1)) {
    const inner = nestedOf(record[path.slice(0, at)]);
    if (inner !== null && path.split('.').length <= MAX_DEPTH + 1) return valueOf(inner, path.slice(at + 1));
  }
  return undefined;
}

/** An object, or a text that is one in JSON. */
export function nestedOf(value: unknown): SourceRecord | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as SourceRecord;
  if (typeof value !== 'string' || !value.startsWith('{') || !value.endsWith('}')) return null;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as SourceRecord) : null;
  } catch {
    return null;
  }
}

/** The column's value for a record of the source; MISFIT when what is there is none of its type. */
export function applyRule(rule: ReadingRule, record: SourceRecord): LandedValue | typeof MISFIT {
  const read = gather(rule, record);
  if (read === null || read === undefined || read === '') return null;
  const mapped = rule.values.find(({ from }) => from === textOf(read))?.to ?? read;
  if (rule.scale === null) return coerce(mapped, rule.type);
  const value = coerce(mapped, 'DECIMAL');
  return typeof value === 'number' ? coerce(Number((value * rule.scale).toPrecision(DIGITS)), rule.type) : value;
}

function gather({ how, from, separator, part }: ReadingRule, record: SourceRecord): unknown {
  if (how === 'JOIN') {
    const parts = from.map((path) => valueOf(record, path)).filter((value) => value !== null && value !== undefined && value !== '');
    return parts.length === 0 ? null : parts.map(textOf).join(separator);
  }
  const value = valueOf(record, from[0] ?? '');
  if (how === 'SAME' || part === null || value === null || value === undefined) return value;
  const pieces = textOf(value).split(separator);
  return part.index === part.of - 1 ? pieces.slice(part.index).join(separator) : (pieces[part.index] ?? null);
}

/** A value as text; what is no scalar as JSON. */
export function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return value.toString();
    default:
      return JSON.stringify(value ?? null);
  }
}

/** A value as one of a type; MISFIT when it is none. */
export function coerce(value: unknown, type: ReadingRule['type']): LandedValue | typeof MISFIT {
  if (value === null || value === undefined || value === '') return null;
  switch (type) {
    case 'TEXT':
      return textOf(value);
    case 'BOOLEAN':
      return typeof value === 'boolean' ? value : (readBoolean(textOf(value))?.value ?? MISFIT);
    case 'DATE':
    case 'DATETIME':
      return momentOf(textOf(value).trim(), type);
    default:
      return numberOf(value, type);
  }
}

function numberOf(value: unknown, type: ReadingRule['type']): number | typeof MISFIT {
  const shape = typeof value === 'number' ? null : readNumber(textOf(value).trim());
  const number = typeof value === 'number' ? value : shape === null || (shape.percent && type !== 'PERCENT') ? null : toNumber(shape, '.');
  if (number === null || !Number.isFinite(number)) return MISFIT;
  return type === 'INTEGER' && !Number.isSafeInteger(number) ? MISFIT : number;
}

/** A moment as it was written; a day whose parts could be told apart in two ways is none. */
function momentOf(text: string, type: 'DATE' | 'DATETIME'): string | typeof MISFIT {
  if (/^\d{4}-\d\d-\d\d$/u.test(text)) return type === 'DATE' ? text : `${text}T00:00:00Z`;
  if (/^\d{4}-\d\d-\d\dT/u.test(text)) {
    const at = new Date(text);
    if (Number.isNaN(at.getTime())) return MISFIT;
    return type === 'DATE' ? text.slice(0, 10) : at.toISOString().replace('.000Z', 'Z');
  }
  const shape = readDate(text);
  if (shape === null || shape.compact) return MISFIT;
  const [first, second] = (['MDY', 'DMY'] as const).map((order) => (type === 'DATE' ? toIsoDate(shape, order) : toIsoDateTime(shape, order))); // prettier-ignore
  return first === second || second === null ? (first ?? MISFIT) : first === null ? (second ?? MISFIT) : MISFIT;
}
