import { z } from 'zod';
import type { EventSelection } from '../../kernel/events/event-selection.ts';
import type { EventStream } from '../../kernel/events/event-stream.ts';
import { keptEventsOfEach } from '../../kernel/events/recent-events.ts';
import { sequenceAfter } from '../../kernel/events/stream-cursor.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { runErrors } from '../run/run.errors.ts';
import { RUN_TOPICS, runStream, toRunEvent, type RunDomainEvent, type RunEvent } from './run-event.type.ts';

/** What happened to one run: for those who follow it, and for those who look back. */
export class RunEventsService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /**
   * What somebody who follows the run is told. Over when the run has ended: by itself, or by somebody having seen its end, which counts only
   * when it has not been resumed since. @throws RUN_NOT_FOUND, BAD_CURSOR, CURSOR_OF_ANOTHER_STREAM
   */
  async open({ tenantId }: UserViewer, runId: string, place: { after: string | null; fromStart: boolean }): Promise<EventStream> {
    const after = sequenceAfter(runStream(runId), place.after) ?? (place.fromStart ? 0 : null);
    if (!z.uuid().safeParse(runId).success) throw runErrors.RUN_NOT_FOUND({});
    const run = await this.system.database.unitOfWork(tenantId, ({ em }) => em.findOne(DurableRunRow, { tenantId, id: runId }));
    if (run === null) throw runErrors.RUN_NOT_FOUND({});
    return { selection: { ...selectionOf(tenantId, runId), after }, completes: run.finishedAt != null, mayEndWith: { kind: 'FINISHED' } };
  }

  /** What is kept of what happened to each run, oldest first; a cursor is of one run. @throws BAD_PAGE_SIZE */
  async pages({ tenantId }: UserViewer, runIds: readonly string[], first: number, from: number | null): Promise<ConnectionOf<RunEvent>[]> {
    const { limit } = pageOf(first, null);
    const { database } = this.system;
    const by = { field: 'runId', values: runIds };
    const kept = await keptEventsOfEach(database, { tenantId, topics: RUN_TOPICS, except: {} }, by, { from, limit: limit + 1 });
    return kept.map(({ events, total }) => {
      const nodes = events.slice(0, limit).map((event) => toRunEvent(event as RunDomainEvent));
      const edges = nodes.map((node) => ({ node, cursor: node.cursor }));
      return { edges, nodes, pageInfo: { hasNextPage: events.length > limit, endCursor: edges.at(-1)?.cursor ?? null }, totalCount: total };
    });
  }
}

function selectionOf(tenantId: string, runId: string): Omit<EventSelection, 'after'> {
  return { tenantId, topics: RUN_TOPICS, match: { runId }, except: {} };
}
