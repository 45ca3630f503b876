import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const ConnectionHealthStatus = { HEALTHY: 'HEALTHY', DEGRADED: 'DEGRADED', FAILING: 'FAILING', UNKNOWN: 'UNKNOWN' } as const;
registerEnumType(ConnectionHealthStatus, {
  name: 'ConnectionHealthStatus',
  description: 'How well a connection is.',
  valuesConfig: {
    HEALTHY: { description: 'Its syncs succeed and its data is as fresh as it should be.' },
    DEGRADED: { description: 'It works, but not as it should; reasons say why.' },
    FAILING: { description: 'It does not work; reasons say why and what to do.' },
    UNKNOWN: { description: 'No sync has ended yet.' },
  },
});

export const CircuitState = { CLOSED: 'CLOSED', OPEN: 'OPEN', HALF_OPEN: 'HALF_OPEN' } as const;
registerEnumType(CircuitState, {
  name: 'CircuitState',
  description: 'Whether a source is asked.',
  valuesConfig: {
    CLOSED: { description: 'It is asked.' },
    OPEN: { description: 'It failed several times in a row and is left alone for a while.' },
    HALF_OPEN: { description: 'One request tries whether it is back.' },
  },
});

@ObjectType('HealthReason', { description: 'Why a connection is not well, and what to do about it.', simpleResolvers: true })
export class HealthReasonView {
  @Field(() => String, { description: 'The reason as a code: of the error catalogue, or STALE, FLAPPING, BREAKER_OPEN, BUDGET_SPENT, MANY_QUARANTINED, DRIFT_UNDECIDED.' }) // prettier-ignore
  code!: string;

  @Field(() => String, { description: 'The reason, in a sentence.' })
  message!: string;

  @Field(() => String, { description: 'What to do, in a sentence.' })
  todo!: string;
}

@ObjectType({ description: 'What may fail within a day, and what did.', simpleResolvers: true })
export class ErrorBudget {
  @Field(() => Int, { description: 'Syncs that ended within the last day, but for those that somebody cancelled.' })
  syncs!: number;

  @Field(() => Int, { description: 'Those of them that failed.' })
  failedSyncs!: number;

  @Field(() => Float, { description: 'The share of syncs that should succeed, 0 to 1.' })
  syncTarget!: number;

  @Field(() => Int, { description: 'Requests to the vendor within the last day.' })
  requests!: number;

  @Field(() => Int, { description: 'Those of them that failed; being told to wait is no failure.' })
  failedRequests!: number;

  @Field(() => Float, { description: 'The share of requests that should succeed, 0 to 1.' })
  requestTarget!: number;

  @Field(() => Float, { description: 'How much of what may fail has not failed yet, 0 to 1: the worse of syncs and requests.' })
  left!: number;
}

@ObjectType({ description: 'Whether a source is asked, and when it is tried again.', simpleResolvers: true })
export class CircuitBreaker {
  @Field(() => CircuitState, { description: 'Whether it is asked.' })
  state!: keyof typeof CircuitState;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When one request tries it; null while it is asked.' })
  nextProbeAt!: Date | null;
}

@ObjectType({ description: 'What is done about a connection that fails.', simpleResolvers: true })
export class Healing {
  @Field(() => Int, { description: 'How often it was tried since it last worked.' })
  attempts!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was tried last; null when it was not.' })
  lastAttemptAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it is tried next; null when it is not, because a person is needed.' })
  nextAttemptAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether a person has to do something first: nothing is tried with credentials that were refused.' })
  waitsForPerson!: boolean;
}

@ObjectType({ description: 'How well a connection is.', simpleResolvers: true })
export class ConnectionHealth {
  @Field(() => ConnectionHealthStatus, { description: 'The verdict.' })
  status!: keyof typeof ConnectionHealthStatus;

  @Field(() => [HealthReasonView], { description: 'Why, the gravest first; empty when it is well.' })
  reasons!: HealthReasonView[];

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when it is so; null while nothing is known.' })
  since!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When a sync last succeeded; null when none has.' })
  lastSuccessAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When a sync last failed; null when none has.' })
  lastFailureAt!: Date | null;

  @Field(() => Int, { description: 'Syncs that failed since the last that did not.' })
  consecutiveFailures!: number;

  @Field(() => Int, { nullable: true, description: 'Age of its data: seconds since a sync last succeeded; null when none has.' })
  freshnessSeconds!: number | null;

  @Field(() => Int, { nullable: true, description: 'Seconds between two syncs by its schedule; null when it has none.' })
  expectedEverySeconds!: number | null;

  @Field(() => CircuitBreaker, { description: 'Whether its source is asked.' })
  breaker!: CircuitBreaker;

  @Field(() => Healing, { nullable: true, description: 'What is done about it; null while it works.' })
  healing!: Healing | null;

  connectionId!: string;
}

@ObjectType({ description: 'A change of how well a connection is.', simpleResolvers: true })
export class HealthChange {
  @Field(() => ID, { description: 'Identifies the change.' })
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'When it changed.' })
  at!: Date;

  @Field(() => ConnectionHealthStatus, { description: 'How it was before.' })
  before!: keyof typeof ConnectionHealthStatus;

  @Field(() => ConnectionHealthStatus, { description: 'How it was from then on.' })
  status!: keyof typeof ConnectionHealthStatus;

  @Field(() => String, { description: 'Why, in a sentence.' })
  reason!: string;

  @Field(() => Boolean, { description: 'Whether it came back by itself.' })
  healed!: boolean;
}

export const HealthChangeConnection = relayConnection('HealthChange', HealthChange);
