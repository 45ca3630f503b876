import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const SyncStatus = {
  RUNNING: 'RUNNING',
  PAUSED: 'PAUSED',
  SUCCEEDED: 'SUCCEEDED',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
} as const;
export type SyncStatus = (typeof SyncStatus)[keyof typeof SyncStatus];
registerEnumType(SyncStatus, {
  name: 'SyncStatus',
  description: 'How a sync went.',
  valuesConfig: {
    RUNNING: { description: 'It is under way.' },
    PAUSED: { description: 'Somebody paused it; resumed, it goes on where it is.' },
    SUCCEEDED: { description: 'Everything readable has landed.' },
    FAILED: { description: 'It stopped; problem says why. What had landed is kept.' },
    CANCELLED: { description: 'Somebody stopped it. What had landed is kept; resumed, it goes on.' },
  },
});

export const SyncMode = { FULL: 'FULL', INCREMENTAL: 'INCREMENTAL', BACKFILL: 'BACKFILL' } as const;
export type SyncMode = (typeof SyncMode)[keyof typeof SyncMode];
registerEnumType(SyncMode, {
  name: 'SyncMode',
  description: 'What a sync reads.',
  valuesConfig: {
    FULL: { description: 'Everything.' },
    INCREMENTAL: { description: 'What is new or changed, where the source tells it; else everything.' },
    BACKFILL: { description: 'Some objects once more from a moment on; where the next sync goes on stays as it was.' },
  },
});

export const SyncPhase = { DISCOVERING: 'DISCOVERING', LANDING: 'LANDING', FINISHED: 'FINISHED' } as const;
export type SyncPhase = (typeof SyncPhase)[keyof typeof SyncPhase];
registerEnumType(SyncPhase, {
  name: 'SyncPhase',
  description: 'What a sync is doing.',
  valuesConfig: {
    DISCOVERING: { description: 'Finding objects, columns, types and keys.' },
    LANDING: { description: 'Bringing the records over.' },
    FINISHED: { description: 'Nothing any more.' },
  },
});

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Run', { description: 'A durable run.', simpleResolvers: true })
export class Run {
  @Field(() => ID, { description: 'Identifies the run for good.' })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('SyncRun', { description: 'The landing of one run over a connection: discovery, then the records.', simpleResolvers: true })
export class SyncRun {
  @Field(() => ID, { description: 'Identifies the sync for good.' })
  id!: string;

  @Field(() => SyncStatus, { description: 'How it goes.' })
  status!: SyncStatus;

  @Field(() => SyncMode, { description: 'What it reads.' })
  mode!: SyncMode;

  @Field(() => SyncPhase, { description: 'What it is doing.' })
  phase!: SyncPhase;

  @Field(() => GraphQLDateTime, { description: 'When it started.' })
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null while it runs.' })
  finishedAt?: Date | null | undefined;

  @Field(() => Int, { description: 'Records that are new or changed.' })
  recordsLanded!: number;

  @Field(() => Int, { description: 'Records that were there already, the same.' })
  recordsUnchanged!: number;

  @Field(() => Int, { description: 'Records that the source no longer has.' })
  recordsRemoved!: number;

  @Field(() => Int, { description: 'Records that could not land; see SourceObject.quarantined.' })
  recordsQuarantined!: number;

  @Field(() => Float, { description: 'How much is done, 0 to 1.' })
  progress!: number;

  connectionId!: string;
  activeSince?: Date | null | undefined;
  activeFrom!: number;
  request?: { since: string | null } | null | undefined;
  problem?: Pick<InputProblem, 'code' | 'message' | 'todo'> | null | undefined;
}

export const SyncRunConnection = relayConnection('SyncRun', SyncRun);

@ObjectType({ description: 'A sync was started.', simpleResolvers: true })
export class SyncStarted {
  @Field(() => SyncRun, { description: 'The sync that runs now.' })
  sync!: SyncRun;
}
