import type { DiscoveredColumn, DiscoveredForeignKey, DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import { filled, isUnique, sampleOf } from './value-evidence.ts';
import { normalWords } from './words.ts';

/** A link is proposed when at least this share of the values exists in the target; the rest is left to resolution. */
const LEAST_COVERAGE = 0.5;
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
export function referencesOf(object: DiscoveredObject, objects: readonly DiscoveredObject[]): Map<string, Reference> {
  const found = new Map<string, Reference>();
  const byId = new Map(objects.map((candidate) => [candidate.objectId, candidate]));
  for (const key of object.foreignKeys.toSorted((a, b) => b.coverage - a.coverage)) {
    const reference = referenceOf(key, object, byId.get(key.targetObjectId));
    if (reference !== null && !found.has(reference.column)) found.set(reference.column, reference);
  }
  for (const column of object.columns) {
    if (found.has(column.name)) continue;
    const named = referenceByName(column, object, objects);
    if (named !== null) found.set(column.name, named);
  }
  return found;
}

function referenceOf(key: DiscoveredForeignKey, object: DiscoveredObject, target: DiscoveredObject | undefined): Reference | null {
  const [columnName, ...more] = key.columns;
  const [targetColumn] = key.targetColumns;
  const column = object.columns.find((candidate) => candidate.name === columnName);
  if (!target || !column || targetColumn === undefined || more.length > 0 || key.coverage < LEAST_COVERAGE) return null;
  if (target.objectId === object.objectId && targetColumn === column.name) return null;
  if (isOwnKey(column, object) && target.objectId !== object.objectId && !namesTarget(column, target)) return null;
  if (!isPlausible(column, target, targetColumn)) return null;
  const percent = Math.floor(key.coverage * 100);
  return {
    column: column.name,
    target,
    targetColumn,
    coverage: key.coverage,
    evidence: [...key.evidence, `${percent} % of its values are in ${target.name}.${targetColumn}`],
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
    (namesTarget(column, target) && singularName(column))
  );
}

/** `employee` may name one employee; `employees` counts them. */
function singularName(column: DiscoveredColumn): boolean {
  return !/s$/i.test(column.name);
}

function namesTarget(column: DiscoveredColumn, target: DiscoveredObject): boolean {
  const tokens = new Set(normalWords(column.name));
  return normalWords(target.name).some((word) => tokens.has(word));
}

function isOwnKey(column: DiscoveredColumn, object: DiscoveredObject): boolean {
  return object.primaryKey?.length === 1 && object.primaryKey[0] === column.name;
}

/** A column called as another table's key whose values overlap, for sources whose discovery found no foreign key. */
function referenceByName(column: DiscoveredColumn, object: DiscoveredObject, objects: readonly DiscoveredObject[]): Reference | null {
  if (isOwnKey(column, object) || filled(column) === 0 || (column.type !== 'TEXT' && column.type !== 'INTEGER')) return null;
  for (const target of objects) {
    if (target.objectId === object.objectId || target.primaryKey?.length !== 1) continue;
    const key = target.columns.find((candidate) => candidate.name === target.primaryKey?.[0]);
    if (!key || !isUnique(key) || key.name.toLowerCase() !== column.name.toLowerCase() || /^(?:id|key|name|code)$/i.test(key.name))
      continue;
    const coverage = sampledCoverage(column, key);
    if (coverage >= LEAST_COVERAGE)
      return {
        column: column.name,
        target,
        targetColumn: key.name,
        coverage,
        evidence: [`it is called as the key of ${target.name}, and sampled values are the same`],
      };
  }
  return null;
}

/** Share of sampled values found in the target's sample; only trusted when the target's sample is all of it. */
function sampledCoverage(column: DiscoveredColumn, key: DiscoveredColumn): number {
  if (key.profile.distinct > SAMPLE_SIZE) return 0;
  const fold = (value: string): string => value.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  const known = new Set(sampleOf(key).map(fold));
  const values = sampleOf(column);
  return values.length === 0 ? 0 : values.filter((value) => known.has(fold(value))).length / values.length;
}
