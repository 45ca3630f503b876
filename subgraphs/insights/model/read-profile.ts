import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';
import type { ModelAttribute, ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';
import { MAX_LINES, MAX_VALUES_IN_ALL, MAX_VALUES_PER_ATTRIBUTE } from './data-profile.ts';
import type { AttributeProfile, DataProfile, EntityProfile, LineProfile } from './data-profile.ts';
import { isNumeric } from './model-index.ts';
import { longSheet } from './sheet-shape.ts';
import type { LongSheet } from './sheet-shape.ts';

/** Values longer than this are prose, not names. */
const MAX_VALUE_LENGTH = 80;
/** Relations that lead nowhere more often than this are also known by what their source wrote. */
const UNRESOLVED_WORTH_INDEXING = 0.2;
const INDEXED = new Set(['CATEGORY', 'STATUS', 'PLACE', 'NAME', 'PERSON', 'FLAG', 'IDENTIFIER', 'TEXT', 'EMAIL']);
/** Few, telling values first, so that a bound reached drops identifiers, not categories. */
const ORDER = ['CATEGORY', 'STATUS', 'FLAG', 'PLACE', 'PERSON', 'NAME', 'TEXT', 'EMAIL', 'IDENTIFIER'];

type Row = Record<string, unknown>;
const number = (value: unknown): number => Number(value ?? 0);
const text = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
};

function factColumns(entity: ModelEntity): RawBuilder<unknown>[] {
  const columns = entity.attributes.flatMap((attribute, index) => {
    const column = sql.id(attribute.column);
    const blanks = sql`count(*) - count(${column}) as ${sql.id(`b${index}`)}`;
    const ordered = attribute.type !== 'TEXT' && attribute.type !== 'BOOLEAN';
    const shown = (side: RawBuilder<unknown>) => sql`(${side})::text`;
    return ordered
      ? [blanks, sql`${shown(sql`min(${column})`)} as ${sql.id(`l${index}`)}`, sql`${shown(sql`max(${column})`)} as ${sql.id(`h${index}`)}`]
      : [blanks];
  });
  const relations = entity.relations.flatMap((relation, index) => [
    sql`count(*) filter (where ${sql.id(relation.sourceColumn)} is not null) as ${sql.id(`s${index}`)}`,
    sql`count(*) filter (where ${sql.id(relation.sourceColumn)} is not null and ${sql.id(relation.column)} is null) as ${sql.id(`u${index}`)}`,
  ]);
  return [sql`count(*) as rows`, sql`max(updated_at)::text as updated`, ...columns, ...relations];
}

async function readValues(
  db: Kysely<Record<string, never>>,
  table: RawBuilder<unknown>,
  column: string,
  limit: number,
): Promise<string[] | null> {
  const { rows } =
    await sql<Row>`select ${sql.id(column)} as value from ${table} as t where ${sql.id(column)} is not null and length(${sql.id(column)}) <= ${sql.lit(MAX_VALUE_LENGTH)} group by 1 order by count(*) desc, 1 limit ${sql.lit(limit + 1)}`.execute(
      db,
    );
  return rows.length > limit ? null : rows.map((row) => String(row['value']));
}

async function readFacts(db: Kysely<Record<string, never>>, entity: ModelEntity, guard: Guard): Promise<EntityProfile> {
  const shown = { ...entity, attributes: entity.attributes.filter(({ name }) => guard.maskOf(entity, name) === null) };
  const { rows } = await sql<Row>`select ${sql.join(factColumns(shown))} from ${guard.table(entity)} as t`.execute(db);
  const facts = rows[0] ?? {};
  const attributes: Record<string, AttributeProfile> = {};
  for (const { name } of entity.attributes) attributes[name] = { blanks: 0, distinct: 0, min: null, max: null, values: null };
  shown.attributes.forEach((attribute, index) => {
    attributes[attribute.name] = {
      blanks: number(facts[`b${index}`]),
      distinct: 0,
      min: text(facts[`l${index}`]),
      max: text(facts[`h${index}`]),
      values: null,
    };
  });
  const unresolved: Record<string, number> = {};
  entity.relations.forEach((relation, index) => {
    const named = number(facts[`s${index}`]);
    unresolved[relation.name] = named === 0 ? 0 : number(facts[`u${index}`]) / named;
  });
  return { rows: number(facts['rows']), attributes, unresolved, updatedAt: text(facts['updated']) };
}

/** Records whose numbers tell how the others are spread. */
const SPREAD_ROWS = 20_000;

/** What the lowest and the highest quarter of each number begin at, from a bounded number of records. */
async function readQuarters(db: Kysely<Record<string, never>>, entity: ModelEntity, facts: EntityProfile, guard: Guard): Promise<void> {
  const numbers = entity.attributes.filter((each) => isNumeric(each) && guard.maskOf(entity, each.name) === null);
  if (numbers.length === 0 || facts.rows < 4) return;
  const columns = numbers.map(({ column }, index) => sql`percentile_disc(array[0.25, 0.75]) within group (order by ${sql.id(column)})::float8[] as ${sql.id(`q${index}`)}`); // prettier-ignore
  const some = sql`select ${sql.join(numbers.map(({ column }) => sql.id(column)))} from ${guard.table(entity)} as t limit ${sql.lit(SPREAD_ROWS)}`;
  const { rows } = await sql<Row>`select ${sql.join(columns)} from (${some}) as s`.execute(db);
  numbers.forEach(({ name }, index) => {
    const found = rows[0]?.[`q${index}`];
    const [lower, upper] = Array.isArray(found) ? found.map(Number) : [];
    const attribute = facts.attributes[name];
    if (attribute !== undefined && lower !== undefined && upper !== undefined && lower < upper) attribute.quarters = { lower, upper };
  });
}

async function readLines(db: Kysely<Record<string, never>>, table: RawBuilder<unknown>, sheet: LongSheet): Promise<LineProfile[]> {
  const values = sheet.values.map(({ column }) => sql.id(column));
  const text = (attribute: ModelAttribute | null) => (attribute === null ? sql`null::text` : sql.id(attribute.column));
  const { rows } = await sql<Row>`select ${sql.id(sheet.metric.column)} as name, min(least(${sql.join(values)}))::float8 as low,
    max(greatest(${sql.join(values)}))::float8 as high, mode() within group (order by ${text(sheet.unit)}) as unit,
    array_agg(distinct ${text(sheet.grain)}) as grains
    from ${table} as t where ${sql.id(sheet.metric.column)} is not null group by 1 order by count(*) desc, 1 limit ${sql.lit(MAX_LINES + 1)}`.execute(
    db,
  );
  if (rows.length > MAX_LINES) return [];
  return rows.map((row) => ({
    name: String(row['name']),
    min: row['low'] === null ? null : Number(row['low']),
    max: row['high'] === null ? null : Number(row['high']),
    unit: typeof row['unit'] === 'string' ? row['unit'] : null,
    grains: Array.isArray(row['grains']) ? row['grains'].filter((grain) => typeof grain === 'string') : [],
  }));
}

interface Wanted {
  entity: ModelEntity;
  attribute: Pick<ModelAttribute, 'name' | 'column' | 'semantic'>;
}

/**
 * Reads what the tenant's canonical tables hold now: counts, blanks, date and number ranges, and the distinct values of text-like
 * attributes within MAX_VALUES_PER_ATTRIBUTE and MAX_VALUES_IN_ALL (an attribute beyond its bound is not indexed at all): as far as the guard
 * lets them be seen, nothing of what is masked. Run it as the tenant.
 */
export async function readProfile(
  db: Kysely<Record<string, never>>,
  model: SemanticModel,
  version: string,
  guard: Guard,
): Promise<DataProfile> {
  const profile: DataProfile = { version, entities: {} };
  const wanted: Wanted[] = [];
  for (const entity of model.entities) {
    const facts = await readFacts(db, entity, guard);
    profile.entities[entity.name] = facts;
    await readQuarters(db, entity, facts, guard);
    const sheet = longSheet(entity);
    const hidden = sheet === null || [sheet.metric, ...sheet.values, sheet.time].some(({ name }) => guard.maskOf(entity, name) !== null);
    if (sheet !== null && !hidden) facts.lines = await readLines(db, guard.table(entity), sheet);
    for (const attribute of entity.attributes)
      if (attribute.type === 'TEXT' && INDEXED.has(attribute.semantic) && guard.maskOf(entity, attribute.name) === null)
        wanted.push({ entity, attribute });
    for (const relation of entity.relations) {
      if ((facts.unresolved[relation.name] ?? 0) > UNRESOLVED_WORTH_INDEXING) {
        facts.attributes[`~${relation.name}`] = { blanks: 0, distinct: 0, min: null, max: null, values: null };
        wanted.push({ entity, attribute: { name: `~${relation.name}`, column: relation.sourceColumn, semantic: 'NAME' } });
      }
    }
  }
  let left = MAX_VALUES_IN_ALL;
  for (const { entity, attribute } of wanted.toSorted(
    (a, b) => ORDER.indexOf(a.attribute.semantic) - ORDER.indexOf(b.attribute.semantic),
  )) {
    const values = await readValues(db, guard.table(entity), attribute.column, Math.min(MAX_VALUES_PER_ATTRIBUTE, left));
    const facts = profile.entities[entity.name]?.attributes[attribute.name];
    if (values === null || facts === undefined) continue;
    facts.values = values;
    facts.distinct = values.length;
    left -= values.length;
  }
  return profile;
}
