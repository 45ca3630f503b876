import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import { keyOf } from '../model/names.ts';

/** While this is `off` in a transaction, nothing is noted: whoever fills whole tables says so once instead. */
export const NOTE_CHANGES = 'app.note_changes';
const TRIGGER = 'note_change';
const MOMENTS = ['insert', 'update', 'delete'] as const;
const triggerRow = z.object({ table: z.string(), name: z.string() });

/**
 * The tenant's feed of changed records. What a statement changes is noted by the database itself, in the same transaction, whoever writes; it
 * gets its place in the feed afterwards (`position`), for transactions end in another order than they began. A row without a record says
 * that anything of the type may have changed. `record_version` moves with every such statement and with the tables themselves, noted or not.
 */
const TABLES = [
  `create table if not exists record_change (
    noted bigint generated always as identity primary key,
    position bigint,
    entity text not null,
    record_id uuid,
    kind text not null check (kind in ('CREATED', 'UPDATED', 'REMOVED', 'WHOLE')),
    at timestamptz not null default now()
  )`,
  'create unique index if not exists record_change_position on record_change (entity, position) where position is not null',
  'create index if not exists record_change_noted on record_change (noted) where position is null',
  'create table if not exists record_change_head (single boolean primary key default true check (single), last bigint not null)',
  'insert into record_change_head (last) values (0) on conflict do nothing',
  // How often anything changed: the sum of `n`. Rows are only added beside others' or taken together, so nobody waits for anybody.
  'create table if not exists record_version (n bigint not null)',
  'insert into record_version (n) values (1)',
  `create or replace function note_change() returns trigger language plpgsql as $$
  begin
    insert into record_version (n) select 1 where exists (select from changed);
    if coalesce(current_setting('${NOTE_CHANGES}', true), '') <> 'off' then
      insert into record_change (entity, record_id, kind) select tg_argv[0], id, tg_argv[1] from changed;
    end if;
    return null;
  end $$`,
];
const KINDS = { insert: 'CREATED', update: 'UPDATED', delete: 'REMOVED' } as const;

/** Has changes of every table that people read noted, and of no other. In the provisioner's transaction, after the tables were defined. */
export async function defineChanges(db: Kysely<never>, { entities }: SemanticModel): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db);
  const { rows } = await sql`select c.relname as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace and starts_with(t.tgname, ${TRIGGER})`.execute(db);
  const present = rows.map((row) => triggerRow.parse(row));
  const read = new Set(entities.map(({ table }) => table));
  for (const { table, name } of present) if (!read.has(table)) await sql`drop trigger ${sql.id(name)} on ${sql.id(table)}`.execute(db);
  for (const { table, ...named } of entities)
    for (const moment of MOMENTS) {
      const trigger = `${TRIGGER}_${moment}`;
      if (present.some((each) => each.table === table && each.name === trigger)) continue;
      const rowsOf = moment === 'delete' ? sql`old table` : sql`new table`;
      await sql`create trigger ${sql.id(trigger)} after ${sql.raw(moment)} on ${sql.id(table)} referencing ${rowsOf} as changed
        for each statement execute function note_change(${sql.lit(keyOf(named))}, ${sql.lit(KINDS[moment])})`.execute(db);
    }
}
