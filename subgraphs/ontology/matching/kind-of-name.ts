import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import { isNumeric, isTemporal, isZeroOne } from './types.ts';
import { filled, looksLike } from './value-evidence.ts';
import { words } from './words.ts';

/** What values a name promises, or a column holds. */
export type ValueKind = 'FLAG' | 'TIME' | 'NUMBER' | 'ID' | 'EMAIL' | 'URL' | 'PHONE' | 'TEXT';

const FLAG_STARTS = new Set(['is', 'has', 'was', 'can', 'does', 'did', 'should', 'allow', 'allows']);
const TIME_ENDS = new Set(['at', 'on', 'date', 'timestamp', 'datetime', 'time', 'utc', 'day', 'since']);
const NUMBER_WORDS = new Set(
  'amount count total quantity qty balance price cost revenue percent percentage seconds minutes hours number num rate score employees spent spend value likes size'.split(
    ' ',
  ),
);
const TEXT_ENDS = new Set(
  'name description title label subject city country state street type status reason category code content message notes industry role'.split(
    ' ',
  ),
);

/** The kind of values a name promises; null when it says nothing. */
export function kindOfName(name: string): ValueKind | null {
  const tokens = words(name);
  const last = tokens.at(-1) ?? '';
  if (tokens.some((token) => FLAG_STARTS.has(token)) && tokens[0] !== 'as') return 'FLAG';
  if (last === 'id' || last === 'uuid' || last === 'guid') return 'ID';
  if (tokens.includes('email') && last !== 'name') return 'EMAIL';
  if (tokens.includes('phone') || tokens.includes('telephone') || last === 'fax') return 'PHONE';
  if (last === 'url' || last === 'website' || last === 'domain') return 'URL';
  if (last === 'flag' || last === 'enabled') return 'FLAG';
  if (TIME_ENDS.has(last) && tokens.length > 1) return 'TIME';
  if (last === 'date' || last === 'datetime' || last === 'timestamp') return 'TIME';
  if (TEXT_ENDS.has(last)) return 'TEXT';
  return NUMBER_WORDS.has(last) ? 'NUMBER' : null;
}

/** The kind of values a column holds, or else what its name promises; null when neither says anything. */
export function kindOfColumn(column: DiscoveredColumn): ValueKind | null {
  const named = kindOfName(column.name);
  if (filled(column) === 0) return named;
  if (column.type === 'BOOLEAN') return 'FLAG';
  if (isTemporal(column.type)) return 'TIME';
  if (isNumeric(column.type)) return named === 'ID' || named === 'PHONE' ? named : isZeroOne(column) ? null : 'NUMBER';
  if (looksLike.email(column)) return 'EMAIL';
  return named === 'TIME' || named === 'FLAG' || named === 'NUMBER' ? null : (named ?? 'TEXT');
}

/** How two kinds go together: 1 as they are or where one is not known, less where one can hardly be the other. */
export function kindFactor(column: ValueKind | null, target: ValueKind | null): number {
  if (column === null || target === null || column === target) return 1;
  if (column === 'TEXT' || target === 'TEXT') return column === 'NUMBER' || target === 'NUMBER' ? 0.85 : column === 'TIME' || target === 'TIME' || column === 'FLAG' || target === 'FLAG' ? 0.5 : 0.85; // prettier-ignore
  if (column === 'ID' || target === 'ID') return column === 'NUMBER' || target === 'NUMBER' ? 0.9 : 0.5;
  return 0.45;
}
