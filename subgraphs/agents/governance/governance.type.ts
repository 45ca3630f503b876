import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { dollars } from '../agent/money.ts';
import { Pilot } from '../agent/pilots.ts';
import { User, referTo } from '../run/stubs.type.ts';
import { PolicyOutcome } from './action-policy.ts';
import { AutonomyMode } from './autonomy.ts';
import type { ActionPolicyRow, Settings } from './governance.entity.ts';

registerEnumType(AutonomyMode, {
  name: 'AutonomyMode',
  description: 'How much all agents of a workspace may do by themselves, whatever their stage and the policies.',
  valuesConfig: {
    OFF: { description: 'Nothing at all.' },
    PROPOSE_ONLY: { description: 'They look and ask; every change is proposed to a person.' },
    SUPERVISED: { description: 'They change things while people are told to watch.' },
    FULL: { description: 'As much as their stage and the policies allow.' },
  },
});
registerEnumType(PolicyOutcome, {
  name: 'PolicyOutcome',
  description: 'What a policy makes of an action.',
  valuesConfig: {
    EXECUTE: { description: 'It is done.' },
    SUPERVISE: { description: 'It is done while people are told to watch.' },
    PROPOSE: { description: 'A person decides first.' },
    DENY: { description: 'It is not done.' },
  },
});

@ObjectType('Governance', { description: 'What holds for all agents of the workspace.', simpleResolvers: true })
export class Governance {
  @Field(() => AutonomyMode, { description: 'How much agents may do by themselves.' })
  autonomyMode!: AutonomyMode;

  @Field(() => [String], { description: 'Actions, or patterns of them, that a person decides on whatever else holds.' })
  alwaysConfirm!: string[];

  @Field(() => Int, { description: 'Counts every change of what agents are judged by: this, policies, agents.' })
  version!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When any of it was changed last; null: never.' })
  changedAt!: Date | null;

  @Field(() => User, { nullable: true, description: 'Who changed any of it last.' })
  changedBy!: User | null;
}

@ObjectType('ActionPolicy', { description: 'What becomes of an action. The first one in order that fits decides.', simpleResolvers: true })
export class ActionPolicy {
  @Field(() => ID, { description: 'Identifies the policy for good.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => Int, { description: 'Its place in the order.' })
  position!: number;

  @Field(() => Boolean, { description: 'Whether it is in force.' })
  enabled!: boolean;

  @Field(() => Pilot, { nullable: true, description: 'Only agents that look after this; null: all.' })
  pilot!: Pilot | null;

  @Field(() => String, { description: 'Name of the action, or a pattern: `graph.mutate`, `graph.*`, `*`.' })
  action!: string;

  @Field(() => Int, { description: 'Only actions that are at least this complex.' })
  minComplexity!: number;

  @Field(() => Int, { description: 'Only actions that are at most this complex.' })
  maxComplexity!: number;

  @Field(() => Float, { nullable: true, description: 'Only from this many dollars on; null: without lower end.' })
  amountFrom!: number | null;

  @Field(() => Float, { nullable: true, description: 'Only up to this many dollars; null: without upper end.' })
  amountTo!: number | null;

  @Field(() => Boolean, { description: 'With a span of amounts: whether it also holds where no amount is known.' })
  withoutAmount!: boolean;

  @Field(() => PolicyOutcome, { description: 'What becomes of it, within what the agent’s stage and the workspace’s mode allow.' })
  outcome!: PolicyOutcome;

  @Field(() => GraphQLDateTime, { description: 'When it was changed last.' })
  changedAt!: Date;

  @Field(() => User, { nullable: true, description: 'Who changed it last.' })
  changedBy!: User | null;

  /** Behind the computed field; not part of the graph. */
  agentId!: string | null;
}
export const ActionPolicyConnection = relayConnection('ActionPolicy', ActionPolicy);

@ObjectType('PolicyTemplateRule', { description: 'A policy of a template.', simpleResolvers: true })
export class PolicyTemplateRule {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => PolicyOutcome, { description: 'What becomes of actions that it is about.' })
  outcome!: PolicyOutcome;
}

@ObjectType('PolicyTemplate', { description: 'Policies that are often wanted together.', simpleResolvers: true })
export class PolicyTemplate {
  @Field(() => String, { description: 'Names the template.' })
  key!: string;

  @Field(() => String, { description: 'What to call it.' })
  title!: string;

  @Field(() => String, { description: 'What it comes to, in a sentence.' })
  description!: string;

  @Field(() => [PolicyTemplateRule], { description: 'Its policies in their order.' })
  rules!: readonly PolicyTemplateRule[];
}
export const PolicyTemplateConnection = relayConnection('PolicyTemplate', PolicyTemplate);

@ObjectType('ActionPolicySaved', { description: 'The policy as it is now; it holds everywhere at once.', simpleResolvers: true })
export class ActionPolicySaved {
  @Field(() => ActionPolicy, { description: 'The policy.' })
  policy!: ActionPolicy;
}

@ObjectType('ActionPolicyRemoved', { description: 'The policy is gone.', simpleResolvers: true })
export class ActionPolicyRemoved {
  @Field(() => ID, { description: 'The id it had.' })
  id!: string;
}

@ObjectType('ActionPoliciesOrdered', { description: 'All policies in their order.', simpleResolvers: true })
export class ActionPoliciesOrdered {
  @Field(() => [ActionPolicy], { description: 'The policies, at most 200.' })
  policies!: ActionPolicy[];
}

@ObjectType('GovernanceSaved', { description: 'What holds for all agents now, everywhere at once.', simpleResolvers: true })
export class GovernanceSaved {
  @Field(() => Governance, { description: 'What holds.' })
  governance!: Governance;
}

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the union's type cannot be written down
const resultOf = <T extends object>(name: string, type: new () => T) =>
  createUnionType({
    name,
    description: 'What was asked for, or what has to be corrected first.',
    types: () => [type, InputRefused] as const,
    resolveType: (value) => ('problems' in value ? InputRefused : type),
  });

export const ActionPolicySavedResult = resultOf('ActionPolicySavedResult', ActionPolicySaved);
export const ActionPolicyRemovedResult = resultOf('ActionPolicyRemovedResult', ActionPolicyRemoved);
export const ActionPoliciesOrderedResult = resultOf('ActionPoliciesOrderedResult', ActionPoliciesOrdered);
export const GovernanceSavedResult = resultOf('GovernanceSavedResult', GovernanceSaved);

const userOf = (id: string | null | undefined): User | null => (id == null ? null : referTo(User, id));
const dollarsOf = (micros: number | null | undefined): number | null => (micros == null ? null : dollars(micros));

/** As the graph shows it. */
export function governanceOf(settings: Settings): Governance {
  const { autonomyMode, alwaysConfirm, version, changedAt = null, changedBy } = settings;
  return Object.assign(new Governance(), { autonomyMode, alwaysConfirm, version, changedAt, changedBy: userOf(changedBy) });
}

/** As the graph shows it. */
export function actionPolicyOf(row: ActionPolicyRow): ActionPolicy {
  const { id, name, position, enabled, action, minComplexity, maxComplexity, withoutAmount, outcome, changedAt } = row;
  return Object.assign(new ActionPolicy(), {
    id, name, position, enabled, action, minComplexity, maxComplexity, withoutAmount, outcome, changedAt,
    pilot: row.pilot ?? null, agentId: row.agentId ?? null,
    amountFrom: dollarsOf(row.amountFromMicros), amountTo: dollarsOf(row.amountToMicros),
    changedBy: userOf(row.changedBy),
  }); // prettier-ignore
}
