import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { Pilot } from '../agent/pilots.ts';
import { PolicyOutcome } from './action-policy.ts';

@InputType({ description: 'A policy to save: what becomes of an action. The first one in order that fits decides.' })
export class ActionPolicyInput {
  @Field(() => ID, { nullable: true, description: 'The policy to change; left out for a new one, which comes last.' })
  id!: string | null | undefined;

  @Field(() => String, { description: 'What people call it, 1 to 120 characters; judgements name it.' })
  name!: string;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it is in force.' })
  enabled!: boolean;

  @Field(() => Pilot, { nullable: true, description: 'Only agents that look after this; left out: all.' })
  pilot!: Pilot | null | undefined;

  @Field(() => ID, { nullable: true, description: 'Only this agent, instead of a pilot.' })
  agentId!: string | null | undefined;

  @Field(() => String, { defaultValue: '*', description: 'Name of the action, or a pattern: `graph.mutate`, `graph.*`, `*`.' })
  action!: string;

  @Field(() => Int, { defaultValue: 1, description: 'Only actions that are at least this complex, 1 to 4.' })
  minComplexity!: number;

  @Field(() => Int, { defaultValue: 4, description: 'Only actions that are at most this complex.' })
  maxComplexity!: number;

  @Field(() => Float, { nullable: true, description: 'Only from this many dollars on.' })
  amountFrom!: number | null | undefined;

  @Field(() => Float, { nullable: true, description: 'Only up to this many dollars.' })
  amountTo!: number | null | undefined;

  @Field(() => Boolean, { defaultValue: false, description: 'With a span of amounts: whether it also holds where no amount is known.' })
  withoutAmount!: boolean;

  @Field(() => PolicyOutcome, { description: 'What becomes of it, within what the agent’s stage and the workspace’s mode allow.' })
  outcome!: PolicyOutcome;
}
