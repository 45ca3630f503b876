/** Tables and views outside the system's schemas: one row each. $1: schemas as a JSON array, null for all. */
export const RELATIONS = `
  select c.oid::text, n.nspname, c.relname, c.relkind::text, coalesce(obj_description(c.oid, 'pg_class'), ''),
    (has_schema_privilege(n.oid, 'USAGE') and (has_table_privilege(c.oid, 'SELECT') or has_any_column_privilege(c.oid, 'SELECT')))::text,
    c.relrowsecurity::text, greatest(c.reltuples, 0)::bigint::text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition and c.relpersistence <> 't'
    and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
    and ($1::text is null or n.nspname in (select jsonb_array_elements_text($1::jsonb)))
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by n.nspname, c.relname limit $2`;

/** Those of the schemas asked for that are there and may be used. */
export const SCHEMAS = `
  select nspname from pg_namespace
  where nspname in (select jsonb_array_elements_text($1::jsonb)) and has_schema_privilege(oid, 'USAGE')`;

/** Columns of relations that may be read, domains resolved to what they are made of. $1: oids as a JSON array. */
export const COLUMNS = `
  with recursive base as (
    select t.oid as id, t.oid, t.typname, t.typtype, t.typelem, t.typlen, t.typcategory, t.typbasetype, -1 as typmod from pg_type t
    union all
    select base.id, t.oid, t.typname, t.typtype, t.typelem, t.typlen, t.typcategory, t.typbasetype, b.typtypmod
    from base join pg_type b on b.oid = base.oid join pg_type t on t.oid = base.typbasetype where base.typtype = 'd'
  )
  select a.attrelid::text, a.attname, format_type(a.atttypid, a.atttypmod), coalesce(e.typname, base.typname), coalesce(e.typtype, base.typtype)::text,
    (e.oid is not null)::text, a.attnotnull::text, coalesce(col_description(a.attrelid, a.attnum), ''),
    case when base.typname = 'numeric' and greatest(a.atttypmod, base.typmod) > 0
      then ((((greatest(a.atttypmod, base.typmod) - 4) & 2047) # 1024) - 1024)::text end,
    has_column_privilege(a.attrelid, a.attnum, 'SELECT')::text
  from pg_attribute a
  join base on base.id = a.atttypid and base.typtype <> 'd'
  left join pg_type e on e.oid = base.typelem and base.typcategory = 'A'
  where a.attrelid in (select jsonb_array_elements_text($1::jsonb)::oid) and a.attnum > 0 and not a.attisdropped
  order by a.attrelid, a.attnum`;

/** Keys: every unique index that holds over all rows, at once, by columns alone; the primary key first, then the shortest. */
export const KEYS = `
  select i.indrelid::text, i.indisprimary::text, c.relname,
    (select jsonb_agg(a.attname order by k.n) from unnest(i.indkey[0:i.indnkeyatts - 1]) with ordinality k (attnum, n)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum)::text,
    (select bool_and(a.attnotnull) from unnest(i.indkey[0:i.indnkeyatts - 1]) k (attnum)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum)::text
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid in (select jsonb_array_elements_text($1::jsonb)::oid)
    and i.indisunique and i.indisvalid and i.indimmediate and i.indpred is null and i.indexprs is null
  order by i.indrelid, i.indisprimary desc, i.indnkeyatts, c.relname`;

/** Foreign keys as declared. */
export const FOREIGN_KEYS = `
  select f.conrelid::text, f.confrelid::text, f.conname, f.convalidated::text,
    (select jsonb_agg(a.attname order by k.n) from unnest(f.conkey) with ordinality k (attnum, n)
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum)::text,
    (select jsonb_agg(a.attname order by k.n) from unnest(f.confkey) with ordinality k (attnum, n)
      join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum)::text
  from pg_constraint f
  where f.contype = 'f' and f.conparentid = 0 and f.conrelid in (select jsonb_array_elements_text($1::jsonb)::oid)
  order by f.conrelid, f.conname`;

/** First columns of indexes, by which a read can start in the middle, and what the statistics have counted of changes. */
export const LEADING_COLUMNS = `
  select distinct i.indrelid::text, a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
  where i.indrelid in (select jsonb_array_elements_text($1::jsonb)::oid) and i.indisvalid and i.indpred is null`;
export const CHANGES = `
  select s.relid::text, s.n_tup_ins::text, (s.n_tup_upd + s.n_tup_hot_upd)::text, s.n_tup_del::text from pg_stat_user_tables s
  where s.relid in (select jsonb_array_elements_text($1::jsonb)::oid)`;

/** Columns whose default is the next number of a sequence. */
export const SERIALS = `
  select a.attrelid::text, a.attname from pg_attribute a
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid in (select jsonb_array_elements_text($1::jsonb)::oid) and not a.attisdropped
    and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%')`;
