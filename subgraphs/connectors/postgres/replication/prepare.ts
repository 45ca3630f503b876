import { pathOf, type Relation } from '../catalogue.ts';
import type { SourceSession } from '../session.ts';
import { quoted } from '../sql.ts';
import { boundSlot, findSlot } from './slot.ts';

/** What can be followed of a database: tables by path, and why not, for people. */
export interface Prepared {
  followed: ReadonlySet<string>;
  /** Why nothing, or why a table is not followed; null when there is nothing to say. */
  reason: string | null;
}

const none = (reason: string): Prepared => ({ followed: new Set(), reason });

/**
 * Makes the publication and the slot of a connection where the server lets us, with the tables in it that have a key. A slot that held back too much is
 * made anew: what was missed shows in its place, and the tables are read whole. Never throws for what the server refuses: the reason says it.
 */
export async function prepareReplication(session: SourceSession, relations: readonly Relation[], name: string): Promise<Prepared> {
  const [row] = await session.read(({ rows }) =>
    rows(
      `select current_setting('wal_level'), pg_is_in_recovery()::text,
        (select (rolreplication or rolsuper)::text from pg_roles where rolname = current_user)`,
    ),
  );
  const [level, isReplica, mayReplicate] = row ?? [];
  if (isReplica === 'true') return none('the server is a standby: only its primary keeps a slot');
  if (level !== 'logical') return none(`wal_level of the server is ${level ?? 'not known'}, not logical`);
  if (mayReplicate !== 'true') return none('the login may not replicate: alter role … replication');
  const eligible = relations.filter(({ kind, readable, keys }) => kind === 'r' && readable && keys.some(({ primary }) => primary));
  if (eligible.length === 0) return none('no table has a primary key');
  const published = await publish(session, eligible, name);
  if (published.followed.size === 0) return published;
  try {
    await boundSlot(session, name);
    if ((await findSlot(session, name)) === null) await session.change(`select pg_create_logical_replication_slot('${name}', 'pgoutput')`);
  } catch (error) {
    return none(`the server makes no slot: ${said(error)}`);
  }
  return published;
}

/** Puts the tables into the publication, as many as the login may. */
async function publish(session: SourceSession, relations: readonly Relation[], name: string): Promise<Prepared> {
  const tables = await publishedTables(session, name);
  let reason: string | null = null;
  if (tables === null) {
    try {
      await session.change(`create publication ${quoted(name)}`);
    } catch (error) {
      return none(`the login may not make a publication (have an owner run: create publication ${name} for table …): ${said(error)}`);
    }
  }
  const followed = new Set<string>();
  for (const relation of relations) {
    const path = pathOf(relation);
    if (tables?.has(path) === true) {
      followed.add(path);
      continue;
    }
    try {
      await session.change(`alter publication ${quoted(name)} add table only ${quoted(relation.schema)}.${quoted(relation.name)}`);
      followed.add(path);
    } catch (error) {
      reason ??= `${path} cannot be published: ${said(error)}`;
    }
  }
  return { followed, reason };
}

/** Paths of the tables in a publication; null when there is none of that name. */
async function publishedTables(session: SourceSession, name: string): Promise<Set<string> | null> {
  return session.read(async ({ rows }) => {
    if ((await rows('select 1 from pg_publication where pubname = $1', [name])).length === 0) return null;
    const found = await rows('select schemaname, tablename from pg_publication_tables where pubname = $1', [name]);
    return new Set(found.map(([schema, table]) => pathOf({ schema: schema ?? '', name: table ?? '' })));
  });
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 160);
