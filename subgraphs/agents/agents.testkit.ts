import { randomUUID } from 'node:crypto';
import type { EventPayload, Topic } from '../../schema/events/events.ts';
import type { Database } from '../kernel/database/database.ts';
import type { UnitOfWork } from '../kernel/database/unit-of-work.ts';
import type { DurableRuns } from '../kernel/runs/durable-runs.ts';
import type { StepDefinition, Workflow } from '../kernel/runs/workflow.ts';
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
    measured: { topic: 'insights.metrics-refreshed', payload: { connectionId, syncId, proposalId, available: 7 } },
    removed: { topic: 'connectors.connection-removed', payload: { connectionId } },
  } as const satisfies Record<string, Telling>;
}

interface Running {
  system: { database: Database; runs: DurableRuns };
  settled(): Promise<void>;
}

const wait = (name: string, title: string, weight: number): StepDefinition => ({ kind: 'WAIT', name, title, weight });

/** The workflow of connectors with nobody at work in it: its own steps are told too. */
export const SYNC_STAND_IN: Workflow = {
  name: 'connectors.sync',
  title: 'Sync',
  steps: [
    wait('DISCOVER', 'Discover', 1),
    wait('LAND', 'Land', 1),
    wait('MAP', 'Map', 1),
    wait('RESOLVE', 'Resolve', 1),
    wait('METRICS', 'Publish metrics', 1),
  ],
};

/** Emits the events in order, with what connectors does to the sync's run in the same transactions, and waits until they have been handled. */
export async function tell(t: Running, viewer: UserViewer, ...events: Telling[]): Promise<void> {
  for (const event of events) {
    await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      unit.emit(event.topic, event.payload);
      await carryOn(unit, t.system.runs, event);
    });
  }
  await t.settled();
}

async function carryOn(unit: UnitOfWork, runs: DurableRuns, { topic, payload }: Telling): Promise<void> {
  switch (topic) {
    case 'connectors.sync-started': {
      const { syncId: id, connectionId, connectionName } = payload;
      const subject = { connectionId, syncId: id };
      await runs.start(unit, { id, workflow: SYNC_STAND_IN.name, title: `Sync ${connectionName}`, subject, startedBy: null });
      return;
    }
    case 'connectors.schema-discovered':
      await runs.tell(unit, payload.syncId, { step: 'DISCOVER', status: 'SUCCEEDED', detail: null });
      return;
    case 'connectors.sync-finished': {
      const { syncId, status, problem } = payload;
      await runs.tell(unit, syncId, { step: 'DISCOVER', status: 'SUCCEEDED', detail: null });
      const failure = problem === null ? null : { code: 'FOLDER_NOT_FOUND', message: problem, todo: 'Look.' };
      await runs.tell(unit, syncId, { step: 'LAND', status, detail: null, problem: failure });
      return;
    }
    default:
  }
}
