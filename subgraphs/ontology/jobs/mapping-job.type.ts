import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Connection, User, refer } from '../catalogue/stubs.type.ts';
import type { MappingJobRow } from './mapping-job.entity.ts';

export const MappingJobStatus = { RUNNING: 'RUNNING', SUCCEEDED: 'SUCCEEDED', FAILED: 'FAILED', CANCELLED: 'CANCELLED' } as const;
export type MappingJobStatus = keyof typeof MappingJobStatus;
registerEnumType(MappingJobStatus, {
  name: 'MappingJobStatus',
  description: 'Where a mapping job stands.',
  valuesConfig: {
    RUNNING: { description: 'It decides, or waits until what it accepted is published.' },
    SUCCEEDED: { description: 'Everything was decided, published or left.' },
    FAILED: { description: 'A mapping could not be accepted or published; `connections` says which.' },
    CANCELLED: { description: 'It was ended before its time; what it accepted stays.' },
  },
});

export const MappedConnectionState = {
  WAITING: 'WAITING',
  NOTHING: 'NOTHING',
  LEFT: 'LEFT',
  ACCEPTED: 'ACCEPTED',
  PUBLISHED: 'PUBLISHED',
  FAILED: 'FAILED',
} as const;
export type MappedConnectionState = keyof typeof MappedConnectionState;
registerEnumType(MappedConnectionState, {
  name: 'MappedConnectionState',
  description: 'Where one connection of a mapping job stands.',
  valuesConfig: {
    WAITING: { description: 'Its turn has not come.' },
    NOTHING: { description: 'Nothing is proposed for it.' },
    LEFT: { description: 'It is less sure than asked for: a person has to look.' },
    ACCEPTED: { description: 'Its mapping is accepted and being published.' },
    PUBLISHED: { description: 'Its mapping is in force.' },
    FAILED: { description: 'It could not be accepted or published.' },
  },
});

@ObjectType('MappedConnection', {
  description: 'One connection of a mapping job, with what became of its columns and records.',
  simpleResolvers: true,
})
export class MappedConnection {
  @Field(() => Connection, { description: 'The connection.' })
  connection!: Connection;

  @Field(() => MappedConnectionState, { description: 'Where it stands.' })
  state!: MappedConnectionState;

  @Field(() => ID, { nullable: true, description: 'Its mapping proposal; null when there is none.' })
  proposalId!: string | null;

  @Field(() => Int, { description: 'Columns that were proposed.' })
  proposed!: number;

  @Field(() => Int, { description: 'Columns that are accepted.' })
  accepted!: number;

  @Field(() => Int, { description: 'Columns that are left for a person.' })
  left!: number;

  @Field(() => Int, { nullable: true, description: 'Records that landed; null before they were counted.' })
  landed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Records that are unified; null before they were counted.' })
  unified!: number | null;

  @Field(() => Int, { nullable: true, description: 'Records that wait in quarantine; null before they were counted.' })
  quarantined!: number | null;

  @Field(() => String, { nullable: true, description: 'Why it is left or failed; null otherwise.' })
  reason!: string | null;
}

@ObjectType('MappingJob', { description: 'Many mappings decided at once; a durable run of the same id carries it.', simpleResolvers: true })
export class MappingJob {
  @Field(() => ID, { description: 'Identifies the job, and its run.' })
  id!: string;

  @Field(() => MappingJobStatus, { description: 'Where it stands.' })
  status!: MappingJobStatus;

  @Field(() => Float, { description: 'How sure a mapping has to be to be accepted without a person, 0.5 to 1.' })
  autoAcceptAbove!: number;

  @Field(() => [MappedConnection], { description: 'Its connections.' })
  connections!: MappedConnection[];

  @Field(() => User, { description: 'Who started it.' })
  startedBy!: User;

  @Field(() => GraphQLDateTime, { description: 'When it was started.' })
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null while it runs.' })
  finishedAt!: Date | null;
}

export const MappingJobConnection = relayConnection('MappingJob', MappingJob);

@ObjectType('MappingJobStarted', { description: 'The job has begun.', simpleResolvers: true })
export class MappingJobStarted {
  @Field(() => MappingJob, { description: 'The job.' })
  job!: MappingJob;
}

export const StartMappingJobResult = createUnionType({
  name: 'StartMappingJobResult',
  description: 'The job has begun, or what is wrong with it.',
  types: () => [MappingJobStarted, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : MappingJobStarted),
});

/** The graph's view of a job. */
export function mappingJobOf(row: MappingJobRow): MappingJob {
  const { id, status, autoAcceptAbove, startedAt } = row;
  const connections = row.connections.map(({ connectionId, ...rest }) =>
    Object.assign(new MappedConnection(), { ...rest, connection: refer(Connection, connectionId) }),
  );
  return Object.assign(new MappingJob(), {
    id,
    status,
    autoAcceptAbove,
    startedAt,
    connections,
    startedBy: refer(User, row.startedBy),
    finishedAt: row.finishedAt ?? null,
  });
}
