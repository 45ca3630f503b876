import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Consumer } from './consumer.ts';

/**
 * Makes known which topics these consumers follow, so that any process's relay queues events for them, whichever process they run in.
 * A subgraph's consumers come together: what it followed before and follows no more is forgotten. Only later events are delivered.
 */
export async function subscribe(database: Database, consumers: readonly Consumer[]): Promise<void> {
  const wanted = JSON.stringify(consumers.flatMap(({ name, topics }) => topics.map((topic) => ({ consumer: name, topic }))));
  const subgraphs = [...new Set(consumers.map(({ name }) => subgraphOf(name)))];
  await database.systemWork(async (db) => {
    await sql`
      delete from event_subscription as known
      where split_part(known.consumer, '.', 1) = any(${subgraphs}) and not exists (
        select 1 from jsonb_to_recordset(${wanted}::jsonb) as wanted(consumer text, topic text)
        where wanted.consumer = known.consumer and wanted.topic = known.topic
      )`.execute(db);
    await sql`
      insert into event_subscription (consumer, topic)
      select consumer, topic from jsonb_to_recordset(${wanted}::jsonb) as wanted(consumer text, topic text)
      on conflict do nothing`.execute(db);
  });
}

function subgraphOf(consumer: string): string {
  return consumer.split('.')[0] ?? consumer;
}
