import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import type { EventPayload, Topic } from '../../../schema/events/events.ts';
import { streamCursor } from '../../kernel/events/stream-cursor.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { RunStatus } from '../run/run.type.ts';

type Kind = EventPayload<'runs.changed' | 'agents.run-activity'>['kind'];

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
  TOOL_CALLED: 'TOOL_CALLED',
  TOOL_RETURNED: 'TOOL_RETURNED',
  JUDGED: 'JUDGED',
  USAGE: 'USAGE',
  COMPENSATING: 'COMPENSATING',
  FORKED: 'FORKED',
  PAUSED: 'PAUSED',
  APPROVAL_ASKED: 'APPROVAL_ASKED',
  APPROVAL_ESCALATED: 'APPROVAL_ESCALATED',
  APPROVAL_DECIDED: 'APPROVAL_DECIDED',
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
    TOOL_CALLED: { description: 'An agent began to use a tool.' },
    TOOL_RETURNED: { description: 'The tool did it, or failed.' },
    JUDGED: { description: 'It was decided whether an agent may do something; `verdict` says what.' },
    USAGE: { description: 'Tokens or money were used.' },
    COMPENSATING: { description: 'What was done is being undone.' },
    FORKED: { description: 'Another run was made of it, from one of its steps on.' },
    PAUSED: { description: 'A person has it rest.' },
    APPROVAL_ASKED: { description: 'An agent asks people for a decision.' },
    APPROVAL_ESCALATED: { description: 'Nobody decided in time, so the next are asked.' },
    APPROVAL_DECIDED: { description: 'People decided, or the time ran out.' },
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

  @Field(() => String, {
    nullable: true,
    description: 'Key of the step it is about, or its address within what an agent does; null when it is about the whole run.',
  })
  step!: string | null;

  @Field(() => RunStatus, { description: 'How the run stood after it.' })
  status!: RunStatus;

  @Field(() => Float, { description: 'How far the run was after it, 0 to 1.' })
  progress!: number;

  @Field(() => String, { description: 'What happened, in a sentence.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'The tool it is about; null when it is about none.' })
  tool!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was judged: EXECUTE, SUPERVISE, PROPOSE, TRAIN or DENY; null when nothing was.',
  })
  verdict!: string | null;

  @Field(() => Float, { nullable: true, description: 'Tokens that were used by it; null when none were, or nobody counted.' })
  tokens!: number | null;

  @Field(() => Float, { nullable: true, description: 'What it cost, in dollars; null when nothing, or nobody counted.' })
  cost!: number | null;

  @Field(() => Float, { nullable: true, description: 'Seconds it took; null when that is not known.' })
  seconds!: number | null;

  /** Behind the computed fields; not part of the graph. */
  runId!: string;
  approvalId!: string | null;
}

export const RunEventConnection = relayConnection('RunEvent', RunEvent);

/** The stream of one run's events. */
export function runStream(runId: string): string {
  return `run:${runId}`;
}

/** The topics that tell what a run does. */
export const RUN_TOPICS = ['runs.changed', 'agents.run-activity'] as const satisfies readonly Topic[];
export type RunDomainEvent = DomainEvent<'runs.changed'> | DomainEvent<'agents.run-activity'>;

const NOTHING = { tool: null, verdict: null, tokens: null, cost: null, seconds: null, approvalId: null };

/** A run's event as the graph shows it. */
export function toRunEvent(event: RunDomainEvent): RunEvent {
  const { sequence, occurredAt, topic, payload } = event;
  const { runId, kind, step, status, progress, message } = payload;
  const inside = topic === 'agents.run-activity' ? usageOf(payload) : NOTHING;
  return { cursor: streamCursor(runStream(runId), sequence), kind, at: occurredAt, step, status, progress, message, runId, ...inside };
}

function usageOf({
  tool,
  verdict,
  tokens,
  costMicros,
  durationMs,
  approvalId,
}: EventPayload<'agents.run-activity'>): Pick<RunEvent, keyof typeof NOTHING> {
  return {
    tool,
    verdict,
    tokens,
    cost: costMicros === null ? null : costMicros / 1_000_000,
    seconds: durationMs === null ? null : durationMs / 1_000,
    approvalId,
  };
}
