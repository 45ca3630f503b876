import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { User, referTo } from '../run/stubs.type.ts';
import type { AgentProfile, AgentVersionRow } from './agent.entity.ts';

@ObjectType('AgentChange', { description: 'Something of an agent that is not as it was.', simpleResolvers: true })
export class AgentChange {
  @Field(() => String, { description: 'What it is: name, purpose, instructions, enabled, maturity, tools, maxSteps …' })
  field!: string;

  @Field(() => String, { description: 'As it was, as a text; lists and parties as JSON.' })
  before!: string;

  @Field(() => String, { description: 'As it became.' })
  after!: string;
}

@ObjectType('AgentVersion', { description: 'What an agent was after one of its changes.', simpleResolvers: true })
export class AgentVersion {
  @Field(() => Int, { description: 'Counts the changes; 1 is how it was made.' })
  version!: number;

  @Field(() => String, { description: 'What it was called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Why it was changed, in the words of whoever did; null when nothing was said.' })
  reason!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it became so.' })
  changedAt!: Date;

  @Field(() => User, { nullable: true, description: 'Who changed it; null: the product made it.' })
  changedBy!: User | null;

  /** Behind the computed field; not part of the graph. */
  agentId!: string;
  says!: AgentProfile;
}

export const AgentVersionConnection = relayConnection('AgentVersion', AgentVersion);

/** As the graph shows it. */
export function agentVersionOf({ agentId, version, says, reason, changedAt, changedBy }: AgentVersionRow): AgentVersion {
  const by = changedBy == null ? null : referTo(User, changedBy);
  return Object.assign(new AgentVersion(), { agentId, version, says, name: says.name, reason: reason ?? null, changedAt, changedBy: by });
}

/** What is different between two versions, by the name of the field. */
export function changesBetween(before: AgentProfile, after: AgentProfile): AgentChange[] {
  const names = Object.keys(after).toSorted() as (keyof AgentProfile)[];
  return names
    .map((field) => Object.assign(new AgentChange(), { field, before: written(before[field]), after: written(after[field]) }))
    .filter((change) => change.before !== change.after);
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, sorted));

/** Keys in one order, whatever order they are kept in. */
const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)))
    : value;
