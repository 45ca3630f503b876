import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';

const identity = z.array(z.object({ cluster: z.string(), database: z.string() })).length(1);

/** Names this database among all there are, whatever address it is reached under: its cluster's number and its own. */
export async function logIdentity(database: Database): Promise<string> {
  const { rows } = await database.systemWork((db) =>
    sql`select (select system_identifier::text from pg_control_system()) as cluster,
      (select oid::text from pg_database where datname = current_database()) as database`.execute(db),
  );
  const [found] = identity.parse(rows);
  return `${found?.cluster}.${found?.database}`;
}
