import { type RawBuilder, sql } from 'kysely';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import { goldenIdOf } from './define-golden.ts';
import type { SurvivorshipRule } from './rules.ts';
import type { Survivorship } from './survivorship.ts';
import { sourceTableOf } from './tables.ts';

type Sql = RawBuilder<unknown>;

/** Golden records that one statement works out. */
export const PAGE_RECORDS = 1_000;
/** A record that is made of one alone is that one. */
const SEVERAL = 2;

/** Attributes whose values are chosen; the database works the others out of them. */
export function fedAttributes({ attributes }: Pick<ModelEntity, 'attributes'>): ModelAttribute[] {
  return attributes.filter(({ computed }) => computed == null);
}

const column = (name: string): Sql => sql.id('m', name);

/**
 * Works out golden records anew from their members and what people have set. Those without members go; of the others only rows that change
 * are touched. Answers {changed, removed}.
 */
export function refreshRecords(entity: ModelEntity, survivorship: Survivorship, ids: readonly string[]): Sql {
  const table = sql.id(entity.table);
  const chosen = chosenColumns(entity, survivorship);
  const names = ['source_object_id', 'source_key', 'golden_members', ...chosen.map(({ name }) => name)].map((name) => sql.id(name));
  const values = [sql`c.source_object_id`, sql`c.source_key`, sql`c.golden_members`, ...chosen.map(({ shown }) => shown)];
  const set = names.map((name) => sql`${name} = excluded.${name}`);
  return sql`
    with page as materialized (select unnest(${[...ids]}::uuid[]) as gid),
    ${membersOf(entity, survivorship)},
    chosen as materialized (
      select m.gid, 1 as golden_members, m.source_object_id, m.source_key ${list(chosen.map(({ name, lone }) => sql`${lone} as ${sql.id(name)}`))}
      from found as m where m.members = 1
      union all
      select m.gid, count(*)::int, (array_agg(m.source_object_id order by ${ORDERS.TRUST}))[1], (array_agg(m.source_key order by ${ORDERS.TRUST}))[1]
        ${list(chosen.map(({ pick }) => pick))}
      from member as m group by m.gid
    ), said as materialized (
      select gid, jsonb_object_agg(column_name, value) as by_people from (${latestOverrides()}) as latest group by gid
    ), spoken as materialized (
      select chosen.*, (select by_people from said where said.gid = chosen.gid) as by_people from chosen
    ), gone as (
      delete from ${table} as g where g.id in (select gid from page except select gid from found) returning 1
    ), written as (
      insert into ${table} as g (id, updated_at, ${sql.join(names)})
      select c.gid, now(), ${sql.join(values)} from spoken as c
      on conflict (id) do update set updated_at = now(), ${sql.join(set)}
      where (${sql.join(names.map((name) => sql`g.${name}`))}) is distinct from (${sql.join(names.map((name) => sql`excluded.${name}`))})
      returning 1
    )
    select (select count(*) from written)::int as changed, (select count(*) from gone)::int as removed`;
}

/**
 * For the rest of the transaction: a page is read along the indexes. Tables that were just filled have no statistics, and a planner that does
 * not know them reads all of them for every page.
 */
export const alongGolden = sql`select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
  set_config('enable_mergejoin', 'off', true), set_config('enable_hashagg', 'off', true), set_config('enable_bitmapscan', 'off', true)`;

/** Of each golden record that has any the member that each attribute's value is taken from, in the order of those that sources feed: {gid, winners}. */
export function winnersOf(entity: ModelEntity, survivorship: Survivorship, ids: readonly string[]): Sql {
  const winners = fedAttributes(entity).map((attribute) => pickedBy(attribute, survivorship, sql`m.id`));
  return sql`
    with page as materialized (select unnest(${[...ids]}::uuid[]) as gid), ${membersOf(entity, survivorship, 1)}
    select m.gid, array[${sql.join(winners)}]::text[] as winners from member as m group by m.gid`;
}

/** The ids of the next golden records, those that have ended among them: {gid}, in their order. */
export function nextIds(entity: ModelEntity, after: string | null): Sql {
  const limit = sql.lit(PAGE_RECORDS);
  const behind = (id: Sql): Sql => (after === null ? sql`true` : sql`${id} > ${after}::uuid`);
  return sql`
    select gid from (
      (select distinct ${goldenIdOf('e')} as gid from ${sql.id(sourceTableOf(entity))} as e where ${behind(goldenIdOf('e'))} order by 1 limit ${limit})
      union
      (select id as gid from ${sql.id(entity.table)} as g where ${behind(sql`g.id`)} order by 1 limit ${limit})
    ) as both_sides order by gid limit ${limit}`;
}

/**
 * `found`: all members of the page's golden records, with how many each has. `member`: of those that have at least `several`, with what their
 * order follows from.
 */
function membersOf(entity: ModelEntity, { objects, changedColumn, ruleOf }: Survivorship, several = SEVERAL): Sql {
  const fed = fedAttributes(entity);
  const columns = [
    ...fed.map(({ column: name }) => name),
    ...entity.relations.flatMap((relation) => [relation.column, relation.sourceColumn]),
  ];
  const votes = fed
    .filter((attribute) => ruleOf(attribute) === 'MAJORITY')
    .map((attribute) => {
      const value = sql.id('f', attribute.column);
      return sql`count(${value}) over (partition by f.gid, ${foldedValue(attribute.type, value)}) as ${sql.id(votesOf(attribute))}`;
    });
  const said = changedColumn === null ? sql`null::timestamptz` : sql`${sql.id('f', changedColumn)}::timestamptz`;
  return sql`found as materialized (
      select ${goldenIdOf('e')} as gid, e.id, e.source_object_id, e.source_key, count(*) over (partition by ${goldenIdOf('e')}) as members
        ${list(columns.map((name) => sql.id('e', name)))}
      from page join ${sql.id(sourceTableOf(entity))} as e on ${goldenIdOf('e')} = page.gid
    ), member as materialized (
      select f.*, coalesce(array_position(${[...objects]}::uuid[], f.source_object_id), ${sql.lit(objects.length + 1)}) as place,
        ${filledOf(fed)} as filled, ${said} as said_changed_at, raw.landed_at ${list(votes)}
      from found as f left join raw_record as raw on raw.object_id = f.source_object_id and raw.record_key = f.source_key
      where f.members >= ${sql.lit(several)}
    )`;
}

/** How many attributes a member fills; a function takes 100 arguments at most. */
function filledOf(fed: readonly ModelAttribute[]): Sql {
  const PIECE = 60;
  const pieces = Array.from(
    { length: Math.ceil(fed.length / PIECE) },
    (_, i) => sql`num_nonnulls(${sql.join(fed.slice(i * PIECE, (i + 1) * PIECE).map(({ column: name }) => sql.id('f', name)))})`,
  );
  return pieces.length === 0 ? sql`0` : sql.join(pieces, sql` + `);
}

/**
 * What people have set on the page's golden records, also on those that have ended in them; of two that one record has, the later one:
 * {gid, column_name, value, set_by, at}.
 */
export function latestOverrides(): Sql {
  const columns = sql`page.gid, o.column_name, o.value, o.set_by, o.at`;
  return sql`select distinct on (gid, column_name) gid, column_name, value, set_by, at from (
      select ${columns} from page join golden_override as o on o.golden_id = page.gid
      union all
      select ${columns} from page join record_redirect as r on r.now = page.gid join golden_override as o on o.golden_id = r.old
    ) as every order by gid, column_name, at desc`;
}

/** Every order ends the same way, so that what wins once wins again. */
const TAIL = sql`m.place, coalesce(m.said_changed_at, m.landed_at) desc nulls last, m.id`;
const RECENT = sql`m.said_changed_at desc nulls last, m.landed_at desc nulls last`;
const ORDERS = { TRUST: TAIL, RECENT: sql`${RECENT}, ${TAIL}`, COMPLETE: sql`m.filled desc, ${TAIL}` } as const;

/** The order in which members are asked for a value. */
export function orderOf(rule: SurvivorshipRule, attribute: ModelAttribute): Sql {
  if (rule === 'MAJORITY') return sql`${column(votesOf(attribute))} desc, ${TAIL}`;
  if (rule === 'LONGEST') return sql`length(${column(attribute.column)}::text) desc, ${TAIL}`;
  return ORDERS[rule];
}

/** A column of a golden record: what it has of a member that is alone, what picks its value among several, and what is shown in the end. */
interface ChosenColumn {
  readonly name: string;
  readonly lone: Sql;
  readonly pick: Sql;
  readonly shown: Sql;
}

function chosenColumns(entity: ModelEntity, survivorship: Survivorship): ChosenColumn[] {
  const attributes = fedAttributes(entity).map((attribute): ChosenColumn => {
    const [name, value] = [attribute.column, column(attribute.column)];
    return {
      name,
      lone: attribute.type === 'TEXT' ? sql`case when btrim(${value}) <> '' then ${value} end` : value,
      pick: pickedBy(attribute, survivorship, value),
      shown: sql`case when c.by_people ? ${sql.lit(name)} then ${overridden(attribute)} else ${sql.id('c', name)} end`,
    };
  });
  const relations = entity.relations.flatMap((relation): ChosenColumn[] => {
    const [target, source] = [column(relation.column), column(relation.sourceColumn)];
    // What leads somewhere goes before what does not; the value as it was written comes from the same member.
    const pick = (value: Sql): Sql =>
      sql`(array_agg(${value} order by ${target} is null, ${TAIL}) filter (where ${target} is not null or ${source} is not null))[1]`;
    const [led, written] = [sql.id('c', relation.column), sql.id('c', relation.sourceColumn)];
    return [
      // Two records that are one have led to each other: nothing leads to itself.
      {
        name: relation.column,
        lone: target,
        pick: pick(target),
        shown: relation.target === entity.name ? sql`nullif(${led}, c.gid)` : led,
      },
      { name: relation.sourceColumn, lone: source, pick: pick(source), shown: written },
    ];
  });
  return [...attributes, ...relations];
}

/** What the first member in the order of an attribute's rule has, of those that say anything. */
function pickedBy(attribute: ModelAttribute, { ruleOf }: Survivorship, picked: Sql): Sql {
  const value = column(attribute.column);
  const said = attribute.type === 'TEXT' ? sql`btrim(${value}) <> ''` : sql`${value} is not null`;
  return sql`(array_agg(${picked} order by ${orderOf(ruleOf(attribute), attribute)}) filter (where ${said}))[1]`;
}

/** A value that people have set, in the attribute's type; null when it is none of its kind any more, never an error. */
function overridden({ column: name, type }: ModelAttribute): Sql {
  const text = sql`(c.by_people ->> ${sql.lit(name)})`;
  const is = (kind: string): Sql => sql`jsonb_typeof(c.by_people -> ${sql.lit(name)}) = ${sql.lit(kind)}`;
  switch (type) {
    case 'TEXT':
      return text;
    case 'INTEGER':
      return sql`case when ${is('number')} then ${text}::numeric::bigint end`;
    case 'DECIMAL':
    case 'MONEY':
    case 'PERCENT':
      return sql`case when ${is('number')} then ${text}::numeric end`;
    case 'BOOLEAN':
      return sql`case when ${is('boolean')} then ${text}::boolean end`;
    case 'DATE':
      return sql`case when ${text} ~ '^\\d{4}-\\d\\d-\\d\\d$' then ${text}::date end`;
    case 'DATETIME':
      return sql`case when ${text} ~ '^\\d{4}-\\d\\d-\\d\\dT' then ${text}::timestamptz end`;
  }
}

/** Values that people read as the same count as one. */
function foldedValue(type: ColumnType, value: Sql): Sql {
  return type === 'TEXT' ? sql`lower(regexp_replace(${value}, '[^[:alnum:]]+', '', 'g'))` : value;
}

function votesOf({ column: name }: ModelAttribute): string {
  return `votes ${name}`.slice(0, 63);
}

function list(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? sql`` : sql`, ${sql.join(parts)}`;
}
