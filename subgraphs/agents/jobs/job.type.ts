import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, createUnionType } from 'type-graphql';
import { InputProblem, InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Run } from '../run/run.type.ts';

@ObjectType({ description: 'A durable run, of any workflow, that failed and that nobody has put away.', simpleResolvers: true })
export class FailedJob {
  @Field(() => ID, { description: 'Identifies the run for good.' })
  id!: string;

  @Field(() => Run, { description: 'The run, with its steps.' })
  run!: Run;

  @Field(() => GraphQLDateTime, { description: 'When it failed.' })
  failedAt!: Date;

  @Field(() => String, { description: 'Why, as a code of the error catalogue.' })
  code!: string;

  @Field(() => String, { description: 'Why, in a sentence.' })
  message!: string;

  @Field(() => String, { description: 'What to do, in a sentence.' })
  todo!: string;

  @Field(() => String, { description: 'The step in which it failed.' })
  step!: string;

  @Field(() => Int, { description: 'How often that step was begun.' })
  tries!: number;

  @Field(() => Boolean, { description: 'Whether it would go on where it failed; else the work has to be started anew.' })
  canRequeue!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the same work on the same connection has succeeded since: then there is nothing left to do.',
  })
  superseded!: boolean;

  /** Behind the computed field; not part of the graph. */
  checkpointText!: string | null;
}

export const FailedJobConnection = relayConnection('FailedJob', FailedJob);

@ObjectType({ description: 'The job was told to go on.', simpleResolvers: true })
export class JobRequeued {
  @Field(() => Run, { description: 'The run as it stands now.' })
  run!: Run;
}

@ObjectType({ description: 'A job that could not be told to go on, and why.', simpleResolvers: true })
export class JobRefused {
  @Field(() => ID, { description: 'Which.' })
  id!: string;

  @Field(() => InputProblem, { description: 'Why.' })
  problem!: InputProblem;
}

@ObjectType({ description: 'What became of jobs that were to go on.', simpleResolvers: true })
export class JobsRequeued {
  @Field(() => [Run], { description: 'Those that go on.' })
  runs!: Run[];

  @Field(() => [JobRefused], { description: 'Those that do not.' })
  refused!: JobRefused[];
}

@ObjectType({ description: 'The job was put away.', simpleResolvers: true })
export class JobDiscarded {
  @Field(() => Run, { description: 'The run; it stays where runs are listed.' })
  run!: Run;
}

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the union's type cannot be written down
const resultOf = (name: string, description: string, type: () => typeof JobRequeued | typeof JobDiscarded) =>
  createUnionType({
    name,
    description,
    types: () => [type(), InputRefused] as const,
    resolveType: (value) => ('problems' in value ? InputRefused : type()),
  });

export const RequeueJobResult = resultOf('RequeueJobResult', 'The run that goes on, or why it does not.', () => JobRequeued);
export const DiscardJobResult = resultOf('DiscardJobResult', 'The run that was put away, or why it was not.', () => JobDiscarded);
