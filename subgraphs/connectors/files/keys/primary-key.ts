import { isInitialKey, isKeyName, keyStem, singular, subjectWords, wordsOfName } from '../typing/names.ts';
import { type FoundKey, type KeyColumn, type KeyObject, canIdentify } from './key-object.ts';

const MAX_KEY_CHARACTERS = 64;
const MAX_PAIRS = 15;

/**
 * The column that identifies the object's records, or null. Unique and never blank is not enough in a small table, where every amount is: the name has
 * to say so (an id, a key, the object's own name), or it has to be the first column.
 */
export function choosePrimaryKey(object: KeyObject, shared: ReadonlySet<string>): FoundKey | null {
  let best: { column: KeyColumn; score: number; why: string[] } | null = null;
  for (const column of object.columns) {
    const judged = judge(column, object, shared);
    if (judged && (best === null || judged.score > best.score)) best = { column, ...judged };
  }
  if (best === null) return null;
  const values = `${best.column.distinct.toLocaleString('en-US')} values, none blank, none twice`;
  return { columns: [best.column.name], evidence: [values, ...best.why] };
}

function judge(column: KeyColumn, object: KeyObject, shared: ReadonlySet<string>): { score: number; why: string[] } | null {
  if (object.rows === 0 || !column.unique || column.blanks > 0 || column.distinct !== object.rows) return null;
  if (!canIdentify(column.type) || column.averageLength > MAX_KEY_CHARACTERS) return null;
  const why: string[] = [];
  let score = 0;
  const subject = subjectWords(object.name, shared).join(' ');
  const stem = keyStem(column.name).join(' ');
  const words = wordsOfName(column.name).map(singular).join(' ');
  const initial = isInitialKey(column.name, subjectWords(object.name, shared));
  const keyNamed = initial || isKeyName(column.name);
  // A whole number called as the table itself (`target` of targets) measures it, unless the table starts with it.
  const measures = column.type === 'INTEGER' && !keyNamed && column.position > 0;
  if (keyNamed) {
    score += 4;
    why.push('its name says that it identifies');
  }
  if (stem === '' && keyNamed) score += 5;
  else if (initial || (!measures && (stem === subject || words === subject || (stem !== '' && subject.endsWith(stem))))) {
    score += 4;
    why.push('it is named like the object');
  }
  if (column.position === 0) {
    score += 3;
    why.push('it is the first column');
  }
  // In a handful of rows anything is unique.
  const enough = object.rows >= 2 || keyNamed;
  if (score < 3 || !enough) return null;
  if (column.type === 'DATETIME' && !keyNamed) return null;
  if (column.type === 'INTEGER' && !keyNamed && stem !== subject && /^column \d+$/u.test(column.name)) score -= 2;
  if (column.type === 'DATE' && !keyNamed) score -= 1;
  return { score: score - column.position * 0.01, why };
}

/** Pairs of columns worth testing as a key together, likeliest first, when no single column is one. */
export function pairCandidates(object: KeyObject, foreignKeyColumns: ReadonlySet<string>): [KeyColumn, KeyColumn][] {
  const usable = object.columns
    .filter(
      (column) => canIdentify(column.type) && column.blanks === 0 && column.distinct > 1 && column.averageLength <= MAX_KEY_CHARACTERS,
    )
    .map((column) => ({ column, score: identifies(column, foreignKeyColumns) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.column.position - b.column.position)
    .slice(0, 6);
  const pairs: { pair: [KeyColumn, KeyColumn]; score: number }[] = [];
  for (const [index, first] of usable.entries()) {
    for (const second of usable.slice(index + 1)) {
      if (first.column.distinct * second.column.distinct < object.rows) continue;
      const pair: [KeyColumn, KeyColumn] =
        first.column.position < second.column.position ? [first.column, second.column] : [second.column, first.column];
      pairs.push({ pair, score: first.score + second.score });
    }
  }
  return pairs
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_PAIRS)
    .map(({ pair }) => pair);
}

function identifies(column: KeyColumn, foreignKeyColumns: ReadonlySet<string>): number {
  if (isKeyName(column.name)) return 3;
  if (foreignKeyColumns.has(column.name)) return 3;
  if (column.type === 'DATE') return 2;
  if (
    /\b(?:line|item|seq|sequence|version|position|currency|year|month|week|period|sequential)\b/iu.test(wordsOfName(column.name).join(' '))
  )
    return 2;
  return 0;
}
