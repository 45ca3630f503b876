import { randomUUID } from 'node:crypto';
import type { EventPayload, Topic } from '../../schema/events/events.ts';
import type { Database } from '../kernel/database/database.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';

/** A connection whose events the tests tell, as connectors and the ontology would. */
export interface Story {
  connectionId: string;
  syncId: string;
  proposalId: string;
}

export type Telling = { [T in Topic]: { topic: T; payload: EventPayload<T> } }[Topic];

export function newStory(connectionId: string = randomUUID()): Story {
  return { connectionId, syncId: randomUUID(), proposalId: randomUUID() };
}

/** The story's events by name, in the order in which they happen when all goes well. */
export function eventsOf({ connectionId, syncId, proposalId }: Story, decidedBy: string | null = null) {
  const sync = { connectionId, connectionName: 'Sales', syncId };
  const finished = (problem: string | null, changed: number): Telling => ({
    topic: 'connectors.sync-finished',
    payload: {
      ...sync,
      status: problem === null ? 'SUCCEEDED' : 'FAILED',
      problem,
      objects: [{ objectId: randomUUID(), name: 'customers', records: 120, changed, removed: 0, quarantined: 0 }],
    },
  });
  return {
    started: { topic: 'connectors.sync-started', payload: sync },
    discovered: { topic: 'connectors.schema-discovered', payload: { ...sync, objects: [], skipped: [] } },
    finished: finished(null, 120),
    failed: finished('The folder cannot be read.', 0),
    unchanged: finished(null, 0),
    empty: { topic: 'connectors.sync-finished', payload: { ...sync, status: 'SUCCEEDED', problem: null, objects: [] } },
    proposed: { topic: 'ontology.mapping-proposed', payload: { proposalId, connectionId, tables: 2, fields: 19, lowestConfidence: 0.71 } },
    published: { topic: 'ontology.published', payload: { proposalId, connectionId, decidedBy, model: { version: 1, entities: [] } } },
    unified: {
      topic: 'ontology.canonical-changed',
      payload: { connectionId, proposalId, syncId, entities: [{ name: 'Account', changed: 120, removed: 0 }] },
    },
    removed: { topic: 'connectors.connection-removed', payload: { connectionId } },
  } as const satisfies Record<string, Telling>;
}

interface Running {
  system: { database: Database };
  settled(): Promise<void>;
}

/** Emits the events in order and waits until they have been handled. */
export async function tell(t: Running, viewer: UserViewer, ...events: Telling[]): Promise<void> {
  for (const { topic, payload } of events) {
    await t.system.database.unitOfWork(viewer.tenantId, async (unit) => unit.emit(topic, payload));
  }
  await t.settled();
}
