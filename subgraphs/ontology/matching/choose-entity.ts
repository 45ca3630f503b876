import type { DiscoveredColumn, DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { VendorMapping } from '../vendors/vendor-file.ts';
import { type ColumnMatch, matchColumns } from './match-columns.ts';
import type { PreparedEntity } from './prepared-entity.ts';
import { isMeaningless, nameScore } from './table-name.ts';
import { fold, isUnique, sampleOf } from './value-evidence.ts';
import { matchVendor } from './vendor-evidence.ts';
import { normalWords } from './words.ts';

/** A table becomes a canonical entity only at or above this confidence; below it is adopted. */
export const ENTITY_THRESHOLD = 0.6;
const KEY_SUFFIXES = new Set(['id', 'key', 'code', 'number', 'name', 'uuid', 'ref']);
const FULL_COLUMN_EVIDENCE = 3;

/** How far one table is one canonical entity, and why. */
export interface EntityScore {
  readonly prepared: PreparedEntity;
  readonly confidence: number;
  readonly named: boolean;
  readonly evidence: readonly string[];
  readonly matches: readonly ColumnMatch[];
  readonly vendor: VendorMapping | null;
}

export interface TableContext {
  readonly object: DiscoveredObject;
  /** Words of the table's name without wrapping. */
  readonly core: readonly string[];
  /** Columns that are not references to other tables. */
  readonly plainColumns: readonly DiscoveredColumn[];
}

/** Scores every canonical entity for a table, best first; entities that nothing speaks for are left out. */
export function scoreEntities(table: TableContext, entities: readonly PreparedEntity[], vendors: readonly VendorMapping[]): EntityScore[] {
  return entities
    .map((prepared) => scoreEntity(table, prepared, vendors))
    .filter((score) => score !== null)
    .toSorted((a, b) => b.confidence - a.confidence);
}

/** Scores one entity for a table; null when neither name, key, vendor nor (for a nameless table) columns speak for it. */
export function scoreEntity(
  table: TableContext,
  prepared: PreparedEntity,
  vendors: readonly VendorMapping[],
  forced = false,
): EntityScore | null {
  const { entity, nouns } = prepared;
  const own = nameScore(table.core, nouns, entity.excludes);
  const shared = own.score > 0 ? own : nameScore(table.core, prepared.sharedNouns, entity.excludes);
  const key = entityKey(table.object, nouns);
  const vendor = matchVendor(table.object, table.core, entity.name, vendors);
  if (!forced && shared.score === 0 && key === null && vendor === null && !isMeaningless(table.core)) return null;
  const matches = matchColumns(prepared, table.plainColumns, [normalWords(table.core.join(' '))]);
  const name = matches.some(({ match }) => match !== null && entity.sharedNames?.where.includes(match.attribute.name)) ? shared : own;
  if (!forced && name.score === 0 && key === null && vendor === null && !isMeaningless(table.core)) return null;
  const fit = columnFit(matches);
  const evidence: string[] = [];
  if (name.score > 0)
    evidence.push(name.score === 1 ? `its name means ${entity.label.toLowerCase()}` : `its name ends with “${name.noun}”`);
  if (key !== null) evidence.push(`its key is “${key}”`);
  const assigned = matches.filter((match) => match.match !== null);
  if (assigned.length > 0)
    evidence.push(
      `${assigned.length} of ${table.object.columns.length} columns fit: ${assigned
        .slice(0, 4)
        .map((match) => match.column.name)
        .join(', ')}`,
    );
  if (vendor !== null) evidence.push(`its columns are those of ${vendor.vendor}'s ${vendor.object}`);
  if (forced) return { prepared, confidence: 1, named: true, evidence: ['chosen by a person', ...evidence], matches, vendor };
  const missing = entity.requires.filter((list) => !assigned.some((match) => list.includes(match.match?.attribute.name ?? '')));
  if (missing.length > 0 || saysOtherwise(table.object, entity.notWhenValues)) return null;
  const confidence =
    vendor === null
      ? combine(name.score, key !== null, fit, isMeaningless(table.core), assigned.length / Math.max(1, table.plainColumns.length))
      : 0.97;
  return { prepared, confidence, named: name.score > 0 || vendor !== null, evidence, matches, vendor };
}

function combine(name: number, keyed: boolean, fit: number, nameless: boolean, share: number): number {
  const key = keyed ? 1 : 0;
  if (name > 0) return Math.min(0.98, 0.68 * name + 0.12 * key + 0.2 * fit);
  const strength = 0.45 * key + 0.4 * fit;
  return nameless ? Math.min(0.9, strength + 0.3 * share) : strength;
}

/** Share of the evidence that distinctive columns give: three distinctive attributes are all of it. */
function columnFit(matches: readonly ColumnMatch[]): number {
  const sum = matches.reduce((total, { match }) => total + (match === null ? 0 : match.score * (match.attribute.core ? 1 : 0.25)), 0);
  return Math.min(1, sum / FULL_COLUMN_EVIDENCE);
}

/** The column that tells the rows apart and is named after the entity: `opportunity_id`, `account`; null when there is none. */
function entityKey(object: DiscoveredObject, nouns: readonly (readonly string[])[]): string | null {
  const single = object.primaryKey?.length === 1 ? object.primaryKey[0] : undefined;
  const column =
    object.columns.find((candidate) => candidate.name === single) ??
    object.columns.find((candidate) => candidate.position === 0 && isUnique(candidate));
  if (column === undefined || !isUnique(column)) return null;
  const tokens = normalWords(column.name);
  const bare = tokens.length > 1 && KEY_SUFFIXES.has(tokens[tokens.length - 1] ?? '') ? tokens.slice(0, -1) : tokens;
  return nouns.some((noun) => noun.join('') === bare.join('') || `${noun.join('')}id` === bare.join('')) ? column.name : null;
}

function saysOtherwise(object: DiscoveredObject, values: readonly string[]): boolean {
  return (
    values.length > 0 &&
    object.columns.some((column) => column.type === 'TEXT' && sampleOf(column).some((value) => values.includes(fold(value))))
  );
}
