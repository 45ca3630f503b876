import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { EventTransport } from '../events/event-transport.ts';
import { readUnpublished } from '../events/read-outbox.ts';

const BATCH = 500;

/**
 * Hands numbered entries to the transport, in order, and then marks how far it came: what is at the mark was published for certain, what
 * is after it may come twice, and nothing ever comes before what is ahead of it. @returns whether there was anything to publish.
 */
export async function publishOutbox(database: Database, transport: EventTransport): Promise<boolean> {
  const { entries, last } = await readUnpublished(database, BATCH);
  if (last === 0) return false;
  if (entries.length > 0) await transport.publish(entries);
  await database.systemWork((db) => sql`update relay_publication set published = greatest(published, ${last}::bigint)`.execute(db));
  return true;
}
