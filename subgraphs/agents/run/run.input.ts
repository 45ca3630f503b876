import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { RunMode } from './run.type.ts';

@InputType({ description: 'A run of a workflow to be started.' })
export class StartWorkflowInput {
  @Field(() => ID, { nullable: true, description: 'Id of the run; the same one again starts nothing new. Left out: a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'Name of the workflow.' })
  workflow!: string;

  @Field(() => Int, { nullable: true, description: 'Number of its version; left out: the one that is published.' })
  version?: number | null;

  @Field(() => ID, { description: 'The agent that does it.' })
  agentId!: string;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What the workflow asks for, by name.' })
  input?: unknown;

  @Field(() => RunMode, { defaultValue: 'LIVE', description: 'Whether it does what its steps say.' })
  mode!: RunMode;
}
