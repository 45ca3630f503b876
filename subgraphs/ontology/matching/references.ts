import type { DiscoveredColumn, DiscoveredForeignKey, DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import { filled, isUnique, sampleOf } from './value-evidence.ts';
import { expand, normalWords, segment, singular, words } from './words.ts';

/** A link is proposed when at least this share of the values exists in the target; the rest is left to resolution. */
const LEAST_COVERAGE = 0.5;
/** What discovery found is compared more loosely there than the exact coverage it tells. */
const LEAST_DISCOVERED_COVERAGE = 0.3;
const ID_SUFFIXES = new Set(['id', 'key', 'code', 'number', 'fk', 'ref', 'uuid']);
const LINK_WORDS = new Set(['parent', 'manager', 'supervisor', 'boss', 'owner', 'to', 'by', 'successor', 'predecessor']);
const SAMPLE_SIZE = 50;

/** One column that names records of another (or the same) table. */
export interface Reference {
  readonly column: string;
  readonly target: DiscoveredObject;
  readonly targetColumn: string;
  readonly coverage: number;
  readonly evidence: readonly string[];
}

/** References of every column of an object, by column name; one each, the best covered. Keys of several columns are not links yet. */
export function referencesOf(
  object: DiscoveredObject,
  objects: readonly DiscoveredObject[],
  vocabulary: ReadonlySet<string>,
): Map<string, Reference> {
  const found = new Map<string, Reference>();
  const byId = new Map(objects.map((candidate) => [candidate.objectId, candidate]));
  for (const key of object.foreignKeys.toSorted((a, b) => b.coverage - a.coverage)) {
    const reference = referenceOf(key, object, byId.get(key.targetObjectId));
    if (reference !== null && !found.has(reference.column)) found.set(reference.column, reference);
  }
  for (const column of object.columns) {
    if (found.has(column.name)) continue;
    const named = isOwnKey(column, object) ? null : referenceByName(column, object, objects, vocabulary);
    if (named !== null) found.set(column.name, named);
  }
  return found;
}

function referenceOf(key: DiscoveredForeignKey, object: DiscoveredObject, target: DiscoveredObject | undefined): Reference | null {
  const [columnName, ...more] = key.columns;
  const [targetColumn] = key.targetColumns;
  const column = object.columns.find((candidate) => candidate.name === columnName);
  if (!target || !column || targetColumn === undefined || more.length > 0 || key.coverage < LEAST_DISCOVERED_COVERAGE) return null;
  if (target.objectId === object.objectId && targetColumn === column.name) return null;
  const foreign = target.objectId !== object.objectId;
  // A table's own key or name that happens to occur elsewhere is still its own.
  if (foreign && isOwn(column, object) && !namesTable(column, target)) return null;
  if (!isPlausible(column, target, targetColumn)) return null;
  const percent = Math.floor(key.coverage * 100);
  return {
    column: column.name,
    target,
    targetColumn,
    coverage: key.coverage,
    evidence: key.evidence.length > 0 ? key.evidence : [`${percent} % of its values are in ${target.name}.${targetColumn}`],
  };
}

/** Numbers that happen to lie in a key's range are no reference: `employees` 1…90 against `employees.id`. */
function isPlausible(column: DiscoveredColumn, target: DiscoveredObject, targetColumn: string): boolean {
  if (column.type === 'TEXT') return true;
  if (column.type !== 'INTEGER') return false;
  const head = normalWords(column.name).at(-1) ?? '';
  return (
    column.name.toLowerCase() === targetColumn.toLowerCase() ||
    ID_SUFFIXES.has(head) ||
    /(?:id|key|code|no)$/i.test(column.name) ||
    normalWords(column.name).some((word) => LINK_WORDS.has(word)) ||
    (namesTable(column, target) && singularName(column))
  );
}

/** `employee` may name one employee; `employees` counts them. */
function singularName(column: DiscoveredColumn): boolean {
  return !/s$/i.test(column.name);
}

function namesTable(column: DiscoveredColumn, table: DiscoveredObject): boolean {
  const tokens = new Set(normalWords(column.name));
  return normalWords(table.name).some((word) => tokens.has(word));
}

/** Tells or names the table's own records: its key, `order_id` in orders, a name that differs in every row. */
function isOwn(column: DiscoveredColumn, object: DiscoveredObject): boolean {
  const tokens = normalWords(column.name);
  const bare = tokens.length > 1 && ID_SUFFIXES.has(tokens.at(-1) ?? '') ? tokens.slice(0, -1) : tokens;
  const named = bare.length === 1 && bare[0] === normalWords(object.name).at(-1);
  return isOwnKey(column, object) || named || (isUnique(column) && tokens.at(-1) === 'name');
}

function isOwnKey(column: DiscoveredColumn, object: DiscoveredObject): boolean {
  return object.primaryKey?.length === 1 && object.primaryKey[0] === column.name;
}

/**
 * A column called as another table's key (`deal_ref`) or after the table (`associatedcompanyid` for companies) whose values may well be
 * among the key's, for sources whose discovery found no foreign key.
 */
function referenceByName(
  column: DiscoveredColumn,
  object: DiscoveredObject,
  objects: readonly DiscoveredObject[],
  vocabulary: ReadonlySet<string>,
): Reference | null {
  if (filled(column) === 0 || (column.type !== 'TEXT' && column.type !== 'INTEGER')) return null;
  for (const target of objects) {
    if (target.objectId === object.objectId || target.primaryKey?.length !== 1) continue;
    const key = target.columns.find((candidate) => candidate.name === target.primaryKey?.[0]);
    if (!key || !isUnique(key) || key.type !== column.type) continue;
    const sameName = key.name.toLowerCase() === column.name.toLowerCase() && !/^(?:id|key|name|code)$/i.test(key.name);
    if ((!sameName && !isIdOf(column, target, vocabulary)) || (isOwn(column, object) && !namesTable(column, target))) continue;
    const coverage = key.profile.distinct <= SAMPLE_SIZE ? sampledCoverage(column, key) : inRange(column, key) ? LEAST_COVERAGE : 0;
    if (coverage >= LEAST_COVERAGE)
      return {
        column: column.name,
        target,
        targetColumn: key.name,
        coverage,
        evidence: [`it is called after ${target.name}, and its values look like those of ${key.name}`],
      };
  }
  return null;
}

/** `associatedcompanyid`, `company_ref` for companies: an id whose words before it end with the table's noun. */
function isIdOf(column: DiscoveredColumn, target: DiscoveredObject, vocabulary: ReadonlySet<string>): boolean {
  const noun = normalWords(target.name).at(-1) ?? '';
  const known = new Set([...vocabulary, noun, 'associated']);
  const tokens = expand(words(column.name).flatMap((word) => segment(word, known))).map(singular);
  return tokens.length >= 2 && ID_SUFFIXES.has(tokens.at(-1) ?? '') && tokens.at(-2) === noun;
}

/** The column's values lie within the key's and are as long: all that can be said without reading both. */
function inRange(column: DiscoveredColumn, key: DiscoveredColumn): boolean {
  const { min, max, averageLength, distinct } = column.profile;
  if (min === null || max === null || key.profile.min === null || key.profile.max === null || distinct > key.profile.distinct) return false;
  const below = (a: string, b: string): boolean => (column.type === 'INTEGER' ? Number(a) <= Number(b) : a <= b);
  return below(key.profile.min, min) && below(max, key.profile.max) && Math.abs(averageLength - key.profile.averageLength) <= 1;
}

/** Share of sampled values found in the target's sample; only trusted when the target's sample is all of it. */
function sampledCoverage(column: DiscoveredColumn, key: DiscoveredColumn): number {
  if (key.profile.distinct > SAMPLE_SIZE) return 0;
  const fold = (value: string): string => value.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  const known = new Set(sampleOf(key).map(fold));
  const values = sampleOf(column);
  return values.length === 0 ? 0 : values.filter((value) => known.has(fold(value))).length / values.length;
}
