import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { createUnionType, Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import type { Verdict } from './run-farm.ts';

export const FarmStatus = { RUNNING: 'RUNNING', FINISHED: 'FINISHED', ENDED: 'ENDED' } as const;
export type FarmStatus = (typeof FarmStatus)[keyof typeof FarmStatus];
registerEnumType(FarmStatus, {
  name: 'FarmStatus',
  description: 'How a stress test stands.',
  valuesConfig: {
    RUNNING: { description: 'It goes on.' },
    FINISHED: { description: 'It is over, and there is a report.' },
    ENDED: { description: 'It was ended before it was over.' },
  },
});

export const FarmVerdict = { PASS: 'PASS', DEGRADED: 'DEGRADED', FAIL: 'FAIL' } as const;
registerEnumType(FarmVerdict, {
  name: 'FarmVerdict',
  description: 'How many of a stress test’s workflows came through.',
  valuesConfig: {
    PASS: { description: 'At least 95 of 100.' },
    DEGRADED: { description: 'At least 80 of 100.' },
    FAIL: { description: 'Fewer.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('FarmRun', { description: 'A stress test: simulated agents at work while things break around them.', simpleResolvers: true })
export class FarmRun {
  @Field(() => ID, { description: 'Identifies it for good; its run has the same.' })
  id!: string;

  @Field(() => String, { description: 'What its scenario is called.' })
  name!: string;

  @Field(() => Int, { description: 'The seed: the same scenario with the same seed goes the same way.' })
  seed!: number;

  @Field(() => FarmStatus, { description: 'How it stands.' })
  status!: FarmStatus;

  @Field(() => Int, { description: 'Workflows that have been run.' })
  done!: number;

  @Field(() => Int, { description: 'Workflows of it.' })
  total!: number;

  @Field(() => FarmVerdict, { nullable: true, description: 'How many of its workflows came through; null before it is over.' })
  verdict!: Verdict | null;

  @Field(() => FarmVerdict, { nullable: true, description: 'What the oracle had worked out beforehand; null before it is over.' })
  foretold!: Verdict | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether every workflow came to what the oracle had worked out; null before it is over.',
  })
  agrees!: boolean | null;

  @Field(() => GraphQLJSONObject, { description: 'The scenario, written out: every agent, every workflow, and which faults there are.' })
  scenario!: object;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'What it came to: runs, faults, cost, what broke and why; null before it is over.',
  })
  report!: object | null;

  @Field(() => GraphQLDateTime, { description: 'When it was started.' })
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was over; null before.' })
  finishedAt!: Date | null;

  /** Resolved. */
  startedById!: string;
}

export const FarmRunConnection = relayConnection('FarmRun', FarmRun);

@ObjectType({ description: 'The stress test has begun.', simpleResolvers: true })
export class FarmStarted {
  @Field(() => FarmRun, { description: 'The stress test.' })
  farmRun!: FarmRun;
}

export const RunFarmResult = createUnionType({
  name: 'RunFarmResult',
  description: 'What became of starting a stress test.',
  types: () => [FarmStarted, InputRefused] as const,
});
