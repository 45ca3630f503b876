import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, Float, ID, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Raci, raciOf } from '../raci/raci.type.ts';
import { User, referTo } from '../run/stubs.type.ts';
import type { AgentRow } from './agent.entity.ts';
import { AgentStage, stageOf } from './maturity.ts';
import { dollars } from './money.ts';
import { Pilot } from './pilots.ts';

registerEnumType(Pilot, {
  name: 'Pilot',
  description: 'What an agent looks after.',
  valuesConfig: {
    FINOPS: { description: 'Money that is spent.' },
    REVOPS: { description: 'Money that is earned.' },
    DATAOPS: { description: 'Data that is connected.' },
    SECOPS: { description: 'Data that must be protected.' },
    CUSTOM: { description: 'What the tenant has made it for.' },
  },
});
registerEnumType(AgentStage, {
  name: 'AgentStage',
  description: 'How far an agent has got, by its maturity: what it may do by itself.',
  valuesConfig: {
    STUDENT: { description: 'Below 0.5: it shows things; whatever else it is asked for it has to be trained for first.' },
    INTERN: { description: '0.5 to below 0.7: it shows and asks; every change it wants is proposed to a person.' },
    SUPERVISED: { description: '0.7 to 0.9: it changes things while people are told to watch; it deletes nothing by itself.' },
    AUTONOMOUS: { description: 'Above 0.9: it does what policies let it do.' },
  },
});

@ObjectType('AgentLimits', { description: 'How far one run of an agent may go, before any budget.', simpleResolvers: true })
export class AgentLimits {
  @Field(() => Int, { description: 'Steps of one run.' })
  maxSteps!: number;

  @Field(() => Float, { description: 'Dollars that one run may cost.' })
  maxCost!: number;

  @Field(() => Float, { description: 'Tokens that one run may use.' })
  maxTokens!: number;

  @Field(() => [String], { description: 'Actions, or patterns of them, that it never does.' })
  forbidden!: string[];
}

@Directive('@key(fields: "id")')
@ObjectType('Agent', { description: 'A program that works for the tenant and asks before it does what matters.', simpleResolvers: true })
export class Agent {
  @Field(() => ID, { description: 'Identifies the agent for good.' })
  id!: string;

  @Field(() => String, { description: 'What to call it.' })
  name!: string;

  @Field(() => Pilot, { description: 'What it looks after.' })
  pilot!: Pilot;

  @Field(() => String, { description: 'What it is there for, in a sentence.' })
  purpose!: string;

  @Field(() => String, { description: 'What a model is told before it works as this agent; empty: nothing of its own.' })
  instructions!: string;

  @Field(() => Boolean, { description: 'Whether it does anything at all.' })
  enabled!: boolean;

  @Field(() => Boolean, { description: 'Whether it was taken away: it is in no list, and what it did stays.' })
  removed!: boolean;

  @Field(() => Int, { description: 'Counts its changes; hand it back with a change.' })
  version!: number;

  @Field(() => Float, { description: 'How much it is trusted, 0 to 1.' })
  maturity!: number;

  @Field(() => AgentStage, { description: 'What its maturity comes to.' })
  stage!: AgentStage;

  @Field(() => [String], { description: 'Tools it may use, by name or pattern: `graph.query`, `finops.*`, `*`.' })
  tools!: string[];

  @Field(() => AgentLimits, { description: 'How far one run of it may go.' })
  limits!: AgentLimits;

  @Field(() => Raci, { description: 'Who answers for what it does, where a step says nothing else.' })
  raci!: Raci;

  @Field(() => GraphQLDateTime, { description: 'When it was changed last.' })
  changedAt!: Date;

  @Field(() => User, { nullable: true, description: 'Who changed it last; null: it is as it was made by the product.' })
  changedBy!: User | null;
}

export const AgentConnection = relayConnection('Agent', Agent);

@ObjectType('AgentSaved', { description: 'The agent as it is now; it is so everywhere at once.', simpleResolvers: true })
export class AgentSaved {
  @Field(() => Agent, { description: 'The agent.' })
  agent!: Agent;
}

@ObjectType('AgentRemoved', { description: 'The agent does nothing any more; what it did stays.', simpleResolvers: true })
export class AgentRemoved {
  @Field(() => ID, { description: 'The id it had.' })
  id!: string;
}

export const AgentSavedResult = createUnionType({
  name: 'AgentSavedResult',
  description: 'The agent, or what has to be corrected first.',
  types: () => [AgentSaved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : AgentSaved),
});
export const AgentRemovedResult = createUnionType({
  name: 'AgentRemovedResult',
  description: 'That it is gone, or why it cannot go.',
  types: () => [AgentRemoved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : AgentRemoved),
});

/** As the graph shows it. */
export function agentOf(row: AgentRow): Agent {
  const { id, name, pilot, purpose, instructions, enabled, version, maturity, tools, maxSteps, maxCostMicros, maxTokens, forbidden } = row;
  const limits = Object.assign(new AgentLimits(), { maxSteps, maxCost: dollars(maxCostMicros), maxTokens, forbidden });
  return Object.assign(new Agent(), {
    id, name, pilot, purpose, instructions, enabled, version, maturity, tools, limits,
    removed: row.removedAt != null,
    stage: stageOf(maturity),
    raci: raciOf(row.raci),
    changedAt: row.changedAt,
    changedBy: row.changedBy == null ? null : referTo(User, row.changedBy),
  }); // prettier-ignore
}
