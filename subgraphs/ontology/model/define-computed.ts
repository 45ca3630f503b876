import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { sqlTypeOf } from '../publishing/define-tables.ts';
import { sourceTableOf } from '../golden/tables.ts';
import { orderOf } from './computed-order.ts';
import { parsed } from './expression/parse.ts';
import { expressionSql } from './expression/to-sql.ts';

/** Before others: what they see is complete. */
const TRIGGER = 'a_compute';
const presentRow = z.object({ table: z.string(), body: z.string() });

/**
 * Has the database work computed attributes out whenever a row is written, by whomever. In the provisioner's transaction, after the columns
 * were defined; takes no lock where nothing changes.
 */
export async function defineComputed(db: Kysely<never>, entities: readonly ModelEntity[], ontology: CanonicalOntology): Promise<void> {
  const { rows } = await sql`
    select c.relname as table, p.prosrc as body from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace and t.tgname = ${TRIGGER}`.execute(db);
  const present = new Map(rows.map((row) => presentRow.parse(row)).map(({ table, body }) => [table, body]));
  for (const entity of entities) {
    const body = bodyOf(db, entity, ontology);
    for (const table of new Set([sourceTableOf(entity), entity.table])) {
      const known = present.get(table);
      if (body === null && known !== undefined) await sql`drop trigger ${sql.id(TRIGGER)} on ${sql.id(table)}`.execute(db);
      if (body === null || body === known) continue;
      const name = sql.id(`compute_${createHash('sha1').update(table).digest('hex').slice(0, 16)}`);
      await sql`create or replace function ${name}() returns trigger language plpgsql as ${sql.lit(body)}`.execute(db);
      if (known === undefined)
        await sql`create trigger ${sql.id(TRIGGER)} before insert or update on ${sql.id(table)} for each row execute function ${name}()`.execute(
          db,
        );
    }
  }
}

/** What a row's computed attributes come to, in the order in which they need each other; null: there are none. */
function bodyOf(db: Kysely<never>, entity: ModelEntity, ontology: CanonicalOntology): string | null {
  const found = orderOf(entity);
  const order = 'order' in found ? found.order : [];
  if (order.length === 0) return null;
  const shipped = entity.canonical === null ? [] : (ontology.byName.get(entity.canonical)?.attributes ?? []);
  const columnOf = (name: string): { column: ReturnType<typeof sql>; type: ColumnType } | undefined => {
    const attribute = entity.attributes.find((each) => each.name === name);
    if (attribute !== undefined) return { column: sql`new.${sql.id(attribute.column)}`, type: attribute.type };
    const missing = shipped.find((each) => each.name === name);
    return missing && { column: sql.raw(`null::${sqlTypeOf(missing.type)}`), type: missing.type };
  };
  const set = order.map((attribute) => {
    const value = expressionSql(parsed(attribute.computed?.expression ?? ''), columnOf, attribute.type).compile(db).sql;
    return `new.${quoted(attribute.column)} := ${value};`;
  });
  const none = order.map(({ column }) => `new.${quoted(column)} := null;`);
  // A number too large to be worked with leaves nothing, and never keeps a record out.
  return `begin ${set.join(' ')} return new; exception when others then ${none.join(' ')} return new; end`;
}

const quoted = (column: string): string => `"${column.replaceAll('"', '""')}"`;
