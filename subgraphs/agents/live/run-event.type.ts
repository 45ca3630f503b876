import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import type { EventPayload } from '../../../schema/events/events.ts';
import { streamCursor } from '../../kernel/events/stream-cursor.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { RunStatus } from '../run/run.type.ts';

type Kind = EventPayload<'runs.changed'>['kind'];

export const RunEventKind = {
  STARTED: 'STARTED',
  STEP_STARTED: 'STEP_STARTED',
  PROGRESSED: 'PROGRESSED',
  STEP_FINISHED: 'STEP_FINISHED',
  WAITING: 'WAITING',
  RETRYING: 'RETRYING',
  TAKEN_OVER: 'TAKEN_OVER',
  CANCELLING: 'CANCELLING',
  RESUMED: 'RESUMED',
  FINISHED: 'FINISHED',
} as const satisfies { [K in Kind]: K };
registerEnumType(RunEventKind, {
  name: 'RunEventKind',
  description: 'What happened to a run.',
  valuesConfig: {
    STARTED: { description: 'It was started.' },
    STEP_STARTED: { description: 'A step began.' },
    PROGRESSED: { description: 'A step got further.' },
    STEP_FINISHED: { description: 'A step ended.' },
    WAITING: { description: 'A person has to decide.' },
    RETRYING: { description: 'A step failed and is tried again.' },
    TAKEN_OVER: { description: 'Another process goes on with it.' },
    CANCELLING: { description: 'It was asked to end.' },
    RESUMED: { description: 'It goes on after it had ended.' },
    FINISHED: { description: 'It ended; `status` says how.' },
  },
});

@ObjectType('RunEvent', { description: 'Something that happened to a run.', simpleResolvers: true })
export class RunEvent {
  @Field(() => String, { description: 'Names this place in what happened; pass as `after` to go on behind it.' })
  cursor!: string;

  @Field(() => RunEventKind, { description: 'What happened.' })
  kind!: Kind;

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Key of the step it is about; null when it is about the whole run.' })
  step!: string | null;

  @Field(() => RunStatus, { description: 'How the run stood after it.' })
  status!: RunStatus;

  @Field(() => Float, { description: 'How far the run was after it, 0 to 1.' })
  progress!: number;

  @Field(() => String, { description: 'What happened, in a sentence.' })
  message!: string;

  /** Behind the computed field; not part of the graph. */
  runId!: string;
}

export const RunEventConnection = relayConnection('RunEvent', RunEvent);

/** The stream of one run's events. */
export function runStream(runId: string): string {
  return `run:${runId}`;
}

/** A run's event as the graph shows it. */
export function toRunEvent({ sequence, occurredAt, payload }: DomainEvent<'runs.changed'>): RunEvent {
  const { runId, kind, step, status, progress, message } = payload;
  return { cursor: streamCursor(runStream(runId), sequence), kind, at: occurredAt, step, status, progress, message, runId };
}
