import type { EventStream } from '../../kernel/events/event-stream.ts';
import { sequenceAfter, streamCursor } from '../../kernel/events/stream-cursor.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { isId } from '../id.ts';
import { findBottleneck } from './bottleneck.ts';
import { Flow, FlowBottleneck, FlowChange, FlowMinute, FlowStage } from './flow.type.ts';
import { measureFlow } from './measure-flow.ts';
import { partMinutesOf } from './parts.ts';
import { readFlowRows } from './read-flow.ts';

const STREAM = 'flow';
/** As long as it is kept. */
const MAX_MINUTES = 7 * 24 * 60;
const MINUTE_MS = 60_000;

/** The flow of a tenant's records, for those who look at it and those who follow it. */
export class FlowService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** The last minutes of it, of one connection where it is named. @throws INVALID_INPUT, CONNECTION_NOT_FOUND */
  async flow({ tenantId }: UserViewer, minutes: number, connectionId: string | null): Promise<Flow> {
    if (minutes < 1 || minutes > MAX_MINUTES)
      throw commonErrors.INVALID_INPUT({ reason: `\`minutes\` must be between 1 and ${MAX_MINUTES}.` });
    const now = this.#system.clock();
    const since = new Date(now.getTime() - minutes * MINUTE_MS);
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      if (connectionId !== null && (!isId(connectionId) || (await unit.em.count(ConnectionRow, { id: connectionId })) === 0))
        throw connectionErrors.CONNECTION_NOT_FOUND({});
      const partMinutes = partMinutesOf(minutes);
      const stages = measureFlow(await readFlowRows(unit, connectionId, since, partMinutes), { now, since, partMinutes });
      const slowest = await findBottleneck(unit, stages);
      return Object.assign(new Flow(), {
        at: now,
        minutes,
        stages: stages.map(({ minutes: counted, ...numbers }) =>
          Object.assign(new FlowStage(), { ...numbers, minutes: counted.map((each) => Object.assign(new FlowMinute(), each)) }),
        ),
        slowest: slowest === null ? null : Object.assign(new FlowBottleneck(), slowest),
      });
    });
  }

  /** What somebody who follows the flow is told. @throws BAD_CURSOR, CURSOR_OF_ANOTHER_STREAM */
  async open({ tenantId }: UserViewer, after: string | null): Promise<EventStream> {
    const selection = {
      tenantId,
      topics: ['connectors.flow-changed' as const],
      match: {},
      except: {},
      after: sequenceAfter(STREAM, after),
    };
    return { selection, completes: false, mayEndWith: null };
  }
}

/** An event of the flow as those who follow it are told. */
export function toFlowChange({ sequence, occurredAt }: DomainEvent<'connectors.flow-changed'>): FlowChange {
  return Object.assign(new FlowChange(), { cursor: streamCursor(STREAM, sequence), at: occurredAt });
}
