import { sql, type RawBuilder } from 'kysely';
import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';
import { sqlTypeOf } from '../publishing/define-tables.ts';
import { type FieldPath, type Place, type ViewCondition, type ViewDefinition, type ViewOperator, placeOf } from './definition.ts';
import { viewErrors } from './view.errors.ts';

type Sql = RawBuilder<unknown>;

const COMPARISONS: Readonly<Partial<Record<ViewOperator, string>>> = { EQUALS: '=', LESS: '<', AT_MOST: '<=', MORE: '>', AT_LEAST: '>=' };
/** Arguments that one call of jsonb_build_array takes. */
const PIECE = 50;

/** What a view is read by. */
export interface ViewReading {
  readonly model: SemanticModel;
  readonly entity: ModelEntity;
  readonly definition: ViewDefinition;
  readonly guard: Guard;
  readonly arguments: ReadonlyMap<string, string | null>;
}

/** Rows of a view behind a cursor: {id, data, keys}. Everything is read through the guard; literals are bound. @throws VIEW_FIELD_… */
export function viewRows(reading: ViewReading, after: readonly (string | null)[] | null, limit: number): Sql {
  const { definition, model } = reading;
  const values = definition.fields.map(({ path }) => {
    const place = placeOf(model, definition.entityId, path);
    return place === null ? sql`null::text` : shown(place, reading);
  });
  const orders = definition.order.map(({ path, descending }) => ({ ...comparable(path, reading), descending }));
  const keys = [...orders.map(({ column }) => sql`${column}::text`), sql`r.id::text`];
  const order = [
    ...orders.map(({ column, descending }) => (descending ? sql`${column} desc nulls last` : sql`${column} asc nulls last`)),
    sql`r.id`,
  ];
  const behind = after === null ? sql`true` : behindCursor([...orders, { column: sql`r.id`, type: 'uuid', descending: false }], after);
  return sql`select r.id::text as id, ${arrayOf(values)} as data, ${arrayOf(keys)} as keys from ${fromOf(reading)}
    where ${conditionOf(reading)} and ${behind} order by ${sql.join(order)} limit ${limit}`;
}

/** How many rows a view has: {n}. */
export function viewCount(reading: ViewReading): Sql {
  return sql`select count(*)::int as n from ${fromOf(reading)} where ${conditionOf(reading)}`;
}

/** The records and, each once, those that relations lead to. */
function fromOf({ definition, model, entity, guard }: ViewReading): Sql {
  const paths = [...definition.fields, ...definition.filter, ...definition.order].map(({ path }) => path);
  const joined = new Map(
    paths.flatMap((path): [string, Place][] => {
      const place = placeOf(model, definition.entityId, path);
      return place?.relation == null ? [] : [[place.relation.name, place]];
    }),
  );
  const joins = [...joined.values()].map(
    ({ relation, entity: target }) =>
      sql` left join ${guard.table(target)} as ${aliasOf(relation)} on ${sql.id(`to_${relation?.column ?? ''}`, 'id')} = ${sql.id('r', relation?.column ?? '')}`,
  );
  return sql`${guard.table(entity)} as r${joins.length === 0 ? sql`` : sql.join(joins, sql``)}`;
}

const aliasOf = (relation: Place['relation']): Sql => (relation === null ? sql.id('r') : sql.id(`to_${relation.column}`));

function columnOf({ relation, attribute }: Place): Sql {
  return sql.id(relation === null ? 'r' : `to_${relation.column}`, attribute.column);
}

function shown(place: Place, { guard }: ViewReading): Sql {
  const { entity, attribute } = place;
  const column = columnOf(place);
  if (attribute.type !== 'DATETIME' || guard.maskOf(entity, attribute.name) !== null)
    return attribute.type === 'DATE' ? sql`${column}::text` : column;
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** A column that may be compared: there, and seen as it is. */
function comparable(path: FieldPath, { model, definition, guard }: ViewReading): { column: Sql; type: string; place: Place } {
  const place = placeOf(model, definition.entityId, path);
  if (place === null) throw viewErrors.VIEW_FIELD_LOST({ path: path.said });
  if (guard.maskOf(place.entity, place.attribute.name) !== null) throw viewErrors.VIEW_FIELD_MASKED({ path: path.said });
  return { column: columnOf(place), type: sqlTypeOf(place.attribute.type), place };
}

function conditionOf(reading: ViewReading): Sql {
  const conditions = reading.definition.filter.flatMap((each) => conditionsOf(each, reading));
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** A condition; none when its parameter was left out. */
function conditionsOf({ path, operator, parameter, value }: ViewCondition, reading: ViewReading): Sql[] {
  const { column, type } = comparable(path, reading);
  if (operator === 'IS_EMPTY') return [sql`coalesce(${column}::text, '') = ''`];
  if (operator === 'IS_NOT_EMPTY') return [sql`coalesce(${column}::text, '') <> ''`];
  const given = parameter === null ? value : (reading.arguments.get(parameter) ?? null);
  if (given === null) return [];
  if (operator === 'CONTAINS') return [sql`strpos(lower(${column}::text), lower(${given}::text)) > 0`];
  if (operator === 'STARTS_WITH') return [sql`starts_with(lower(${column}::text), lower(${given}::text))`];
  const bound = sql`${given}::${sql.raw(type)}`;
  if (operator === 'NOT_EQUALS') return [sql`${column} is distinct from ${bound}`];
  return [sql`${column} ${sql.raw(COMPARISONS[operator] ?? '=')} ${bound}`];
}

/** Rows behind a place in an order in which blanks come last. */
function behindCursor(orders: readonly { column: Sql; type: string; descending: boolean }[], after: readonly (string | null)[]): Sql {
  const [first, ...rest] = orders;
  if (first === undefined) return sql`false`;
  const [value = null, ...others] = after;
  const { column, type, descending } = first;
  const next = behindCursor(rest, others);
  if (value === null) return sql`(${column} is null and ${next})`;
  const bound = sql`${value}::${sql.raw(type)}`;
  return sql`(${column} ${sql.raw(descending ? '<' : '>')} ${bound} or ${column} is null or (${column} = ${bound} and ${next}))`;
}

/** jsonb_build_array takes 100 arguments at most: arrays are put together from pieces. */
function arrayOf(values: readonly Sql[]): Sql {
  const pieces = Array.from(
    { length: Math.ceil(values.length / PIECE) },
    (_, i) => sql`jsonb_build_array(${sql.join(values.slice(i * PIECE, (i + 1) * PIECE))})`,
  );
  return pieces.length === 0 ? sql`'[]'::jsonb` : sql.join(pieces, sql` || `);
}
