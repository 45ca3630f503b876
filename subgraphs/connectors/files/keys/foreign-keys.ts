import { isInitialKey, isKeyName, keyStem, namedAfter, singular, subjectWords, wordsOfName } from '../typing/names.ts';
import type { ValueTable } from '../profiling/value-table.ts';
import { type FoundForeignKey, type KeyColumn, type KeyObject, canIdentify } from './key-object.ts';

const MIN_COVERAGE = 0.8;
/** Without a name to go by, nearly every value has to be in the target … */
const MIN_COVERAGE_UNNAMED = 0.95;
/** … and there have to be some: two words can meet by chance. */
const MIN_DISTINCT_UNNAMED = 3;
const MIN_LENGTH_UNNAMED = 3;
/** In fewer rows anything is unique. */
const MIN_ROWS_OF_UNKEYED_TARGET = 5;
/** Entries looked at before a pair of columns is worth comparing whole. */
const PROBE = 64;
const SELF_WORDS = new Set(['parent', 'manager', 'supervisor', 'report', 'boss', 'lead', 'previous', 'original', 'root', 'predecessor', 'replace', 'reply', 'mentor', 'referrer', 'sponsor']); // prettier-ignore

/** Names that any table may have: that two of them share one proves nothing. */
const GENERIC_WORDS = new Set(['name', 'full', 'first', 'last', 'title', 'description', 'type', 'status', 'date', 'label', 'value', 'comment', 'note', 'address', 'url', 'image']); // prettier-ignore

interface Candidate {
  object: KeyObject;
  column: KeyColumn;
  isKey: boolean;
}

/**
 * Columns whose values name records of another object of the connection, or of their own: by the values themselves, and by names where values prove
 * little (whole numbers). At most one target a column. Work grows with distinct values and pairs of columns, never with rows.
 */
export function findForeignKeys(objects: readonly KeyObject[], shared: ReadonlySet<string>): Map<string, FoundForeignKey[]> {
  const targets: Candidate[] = [];
  for (const object of objects) {
    for (const column of object.columns) {
      const isKey = object.primaryKey?.columns.length === 1 && object.primaryKey.columns[0] === column.name;
      if (
        isKey ||
        (column.unique &&
          column.sketch.unique &&
          column.blanks === 0 &&
          column.type === 'TEXT' &&
          column.averageLength <= 64 &&
          object.rows >= MIN_ROWS_OF_UNKEYED_TARGET)
      ) {
        targets.push({ object, column, isKey });
      }
    }
  }
  const found = new Map<string, FoundForeignKey[]>();
  for (const object of objects) {
    const keys = object.columns.map((column) => bestTarget(object, column, targets, shared)).filter((key) => key !== null);
    found.set(object.path, keys);
  }
  return found;
}

function bestTarget(
  object: KeyObject,
  column: KeyColumn,
  targets: readonly Candidate[],
  shared: ReadonlySet<string>,
): FoundForeignKey | null {
  if (!canIdentify(column.type) || column.type === 'DATETIME' || column.distinct === 0 || column.averageLength > 64) return null;
  let best: { key: FoundForeignKey; score: number } | null = null;
  for (const target of targets) {
    if (target.object === object && target.column === column) continue;
    const match = compare(object, column, target, shared);
    if (match && (best === null || match.score > best.score)) best = match;
  }
  return best?.key ?? null;
}

function compare(
  object: KeyObject,
  column: KeyColumn,
  target: Candidate,
  shared: ReadonlySet<string>,
): { key: FoundForeignKey; score: number } | null {
  if (!typesAgree(column, target.column)) return null;
  const self = target.object === object;
  const name = nameEvidence(object, column, target, shared);
  const text = column.type === 'TEXT' && target.column.type === 'TEXT';
  if (name.score === 0 && (!text || column.distinct < MIN_DISTINCT_UNNAMED || column.averageLength < MIN_LENGTH_UNNAMED)) return null;
  if (!target.isKey && name.score < 3 && (!text || self)) return null;
  // Two columns that are each unique are one key seen twice: only the object that does not own it refers.
  const isOwnKey = column.unique && column.blanks === 0 && column.distinct === object.rows && object.rows > 1;
  if (isOwnKey && !refersAsDetail(object, column, target, name.score, shared)) return null;
  const loose = coverage(column.sketch.loose, target.column.sketch.loose);
  // A name that is often written right and now and then in its own way still names.
  const covered = name.score > 0 && column.sketch.countsRows ? Math.max(loose.distinct, loose.weighted) : loose.distinct;
  if (covered < (name.score > 0 ? MIN_COVERAGE : MIN_COVERAGE_UNNAMED)) return null;
  const exact = coverage(column.sketch.folded, target.column.sketch.folded);
  const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.0', '')} %`;
  const counted = column.sketch.countsRows ? 'values' : 'distinct values';
  const evidence = [`${percent(exact.weighted)} of its ${counted} are in ${target.object.name}.${target.column.name}`];
  if (exact.distinct < 1)
    evidence.push(`${exact.matched.toLocaleString('en-US')} of ${exact.looked.toLocaleString('en-US')} distinct values match exactly`);
  if (loose.distinct > exact.distinct) {
    evidence.push(
      `${loose.matched.toLocaleString('en-US')} of ${loose.looked.toLocaleString('en-US')} match when only letters and digits are compared, legal forms apart`,
    );
  }
  if (name.why !== null) evidence.push(name.why);
  const key = {
    columns: [column.name],
    targetPath: target.object.path,
    targetColumns: [target.column.name],
    coverage: exact.weighted,
    evidence,
  };
  // Where two tables share a key, the one it is called after owns it.
  const owner = isCalledAfter(target.column.name, subjectWords(target.object.name, shared)) ? 2 : 0;
  const score = name.score * 2 + (target.isKey ? 1.5 : 0) + loose.distinct + (self ? -0.5 : 0) + owner;
  return { key, score };
}

function typesAgree(column: KeyColumn, target: KeyColumn): boolean {
  if (column.type === target.type) return true;
  return (column.type === 'TEXT' && target.type === 'INTEGER') || (column.type === 'INTEGER' && target.type === 'TEXT');
}

/** How much the names say that the column refers to the target: 3 clearly, 2 in a role (`billing_customer_id`), 1.5 abbreviated, 0 nothing. */
function nameEvidence(
  object: KeyObject,
  column: KeyColumn,
  target: Candidate,
  shared: ReadonlySet<string>,
): { score: number; why: string | null } {
  const words = wordsOfName(column.name).map(singular);
  const stem = keyStem(column.name);
  const targetWords = wordsOfName(target.column.name).map(singular);
  const targetStem = keyStem(target.column.name);
  const subject = subjectWords(target.object.name, shared);
  const self = target.object === object;
  if (column.type === 'DATE') {
    const calendar = subject.some((word) => ['calendar', 'date', 'day', 'time'].includes(word));
    return calendar && target.isKey && !self ? { score: 2, why: `${target.object.name} is a calendar` } : { score: 0, why: null };
  }
  if (self) {
    const role = words.some((word) => SELF_WORDS.has(word));
    return role && target.isKey
      ? { score: 1.5, why: 'its name says that it refers to a record of the same kind' }
      : { score: 0, why: null };
  }
  const generic = stem.length === 0;
  const same = words.join(' ') === targetWords.join(' ') && !generic && !words.every((word) => GENERIC_WORDS.has(word));
  if (same) return { score: stem.join(' ') === subject.join(' ') ? 3.5 : 3, why: 'both have the same name' };
  if (generic) return { score: 0, why: null };
  const keyed = target.isKey || isKeyName(target.column.name);
  const text = column.type === 'TEXT' && target.column.type === 'TEXT';
  const stemText = stem.join(' ');
  if (text && !keyed && stemText === subject.join(' ') && namesIts(subject, targetWords))
    return { score: 2.5, why: `it names one of ${target.object.name}` };
  if (keyed && stemText === subject.join(' ')) return { score: 3, why: `it is named like ${target.object.name}` };
  if (targetStem.length > 0 && stemText === targetStem.join(' ') && (keyed || isKeyName(column.name)))
    return { score: 3, why: 'both are named alike' };
  if (keyed && endsWith(stem, subject)) return { score: 2, why: `its name ends like ${target.object.name}` };
  if (targetStem.length > 0 && endsWith(stem, targetStem)) return { score: 2, why: `its name ends like ${target.column.name}` };
  const lastSubject = subject.at(-1) ?? '';
  if (keyed && stem.length > 0 && stem.at(-1) === lastSubject) return { score: 2, why: `its name ends like ${target.object.name}` };
  const abbreviated = stemText.length >= 3 && (lastSubject.startsWith(stemText) || targetStem.join('').startsWith(stemText));
  return keyed && abbreviated ? { score: 1.5, why: `its name is short for ${target.object.name}` } : { score: 0, why: null };
}

/** `name`, `company_name` of companies: what people call a record. */
const namesIts = (subject: readonly string[], target: readonly string[]): boolean =>
  target.at(-1) === 'name' && target.slice(0, -1).every((word) => subject.includes(word));

const endsWith = (words: readonly string[], end: readonly string[]): boolean =>
  end.length > 0 && end.length <= words.length && end.every((word, index) => word === words[words.length - end.length + index]);

/** `state_name` of states, `pid` of publications. */
const isCalledAfter = (name: string, subject: readonly string[]): boolean =>
  namedAfter(name).join(' ') === subject.join(' ') || isInitialKey(name, subject);

/** A table of links has no key of its own in one column: a column that refers and happens to be unique in few rows is none. */
export function isLinkTable(object: KeyObject, foreignKeys: readonly FoundForeignKey[]): boolean {
  const refers = new Set(foreignKeys.flatMap(({ columns }) => columns));
  return object.columns.length >= 2 && object.columns.every(({ name }) => refers.has(name));
}

/** Of two unique columns with the same values, whether `column` is the one that refers. */
function refersAsDetail(object: KeyObject, column: KeyColumn, target: Candidate, score: number, shared: ReadonlySet<string>): boolean {
  if (score < 3 || target.object === object) return false;
  const [own, others] = [subjectWords(object.name, shared), subjectWords(target.object.name, shared)];
  const named = isCalledAfter(column.name, others);
  // `did` of domain_keyword is that of the domain, not of both.
  if (named && others.length < own.length && others.every((word) => own.includes(word))) return true;
  if (isCalledAfter(column.name, own)) return false;
  if (named) return true;
  if (column.distinct !== target.column.distinct) return column.distinct < target.column.distinct;
  return object.path > target.object.path;
}

interface Coverage {
  /** Share of distinct values found. */
  distinct: number;
  /** The same, weighted by how often they come. */
  weighted: number;
  matched: number;
  looked: number;
}

function coverage(values: ValueTable, target: ValueTable): Coverage {
  let matched = 0;
  let matchedWeight = 0;
  let weight = 0;
  const looked = values.size;
  for (let entry = 0; entry < looked; entry++) {
    if (entry === PROBE && matched < PROBE * 0.5) return { distinct: matched / PROBE, weighted: matched / PROBE, matched, looked: PROBE };
    const count = values.count(entry);
    weight += count;
    if (target.has(values.high(entry), values.low(entry))) {
      matched++;
      matchedWeight += count;
    }
  }
  return looked === 0
    ? { distinct: 0, weighted: 0, matched, looked }
    : { distinct: matched / looked, weighted: matchedWeight / weight, matched, looked };
}
