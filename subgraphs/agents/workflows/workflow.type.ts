import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { createUnionType, Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { WorkflowVersionStatus } from './store/workflow-version.entity.ts';

registerEnumType(WorkflowVersionStatus, {
  name: 'WorkflowVersionStatus',
  description: 'How a version of a workflow stands.',
  valuesConfig: {
    DRAFT: { description: 'Saved; runs only where it is named, such as for a dry run.' },
    PUBLISHED: { description: 'What runs that name no version go by.' },
    RETIRED: { description: 'It was published; runs that began with it go on with it.' },
  },
});

export const WorkflowOrigin = { BUILT_IN: 'BUILT_IN', TENANT: 'TENANT' } as const;
export type WorkflowOrigin = (typeof WorkflowOrigin)[keyof typeof WorkflowOrigin];
registerEnumType(WorkflowOrigin, {
  name: 'WorkflowOrigin',
  description: 'Where a workflow comes from.',
  valuesConfig: {
    BUILT_IN: { description: 'It came with the product.' },
    TENANT: { description: 'Somebody of the tenant made it.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('WorkflowVersion', { description: 'One version of a workflow; what it does never changes.', simpleResolvers: true })
export class WorkflowVersion {
  @Field(() => ID, { description: 'Identifies the version for good.' })
  id!: string;

  @Field(() => Int, { description: 'Its number, from 1.' })
  version!: number;

  @Field(() => WorkflowVersionStatus, { description: 'How it stands.' })
  status!: WorkflowVersionStatus;

  @Field(() => GraphQLJSON, { description: 'What it does, in the form that workflows are written in.' })
  definition!: unknown;

  @Field(() => String, { description: 'The same as it was written, YAML or JSON.' })
  text!: string;

  @Field(() => String, { description: 'The same for versions that do the same.' })
  checksum!: string;

  @Field(() => String, { nullable: true, description: 'What its author says of it.' })
  note!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was saved.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last published; null when it never was.' })
  publishedAt!: Date | null;

  /** Behind the computed fields; not part of the graph. */
  createdById!: string | null;
  workflowId!: string;
}

export const WorkflowVersionConnection = relayConnection('WorkflowVersion', WorkflowVersion);

@Directive('@key(fields: "id")')
@ObjectType('Workflow', { description: 'What agents can be told to do: steps that depend on one another.', simpleResolvers: true })
export class Workflow {
  @Field(() => ID, { description: 'Identifies the workflow for good.' })
  id!: string;

  @Field(() => String, { description: 'What it is started by; unique within the tenant.' })
  name!: string;

  @Field(() => String, { description: 'What it is called for people.' })
  title!: string;

  @Field(() => String, { description: 'What it does, in a sentence.' })
  description!: string;

  @Field(() => WorkflowOrigin, { description: 'Where it comes from.' })
  origin!: WorkflowOrigin;

  @Field(() => GraphQLDateTime, { description: 'When it was first saved.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When anything about it last changed.' })
  changedAt!: Date;
}

export const WorkflowConnection = relayConnection('Workflow', Workflow);

@ObjectType({ description: 'The workflow as it stands now.', simpleResolvers: true })
export class WorkflowSaved {
  @Field(() => Workflow, { description: 'The workflow.' })
  workflow!: Workflow;

  @Field(() => WorkflowVersion, { description: 'The version it is about.' })
  version!: WorkflowVersion;
}

export const WorkflowResult = createUnionType({
  name: 'WorkflowResult',
  description: 'The workflow, or what has to be corrected.',
  types: () => [WorkflowSaved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : WorkflowSaved),
});

@ObjectType({ description: 'Something that is wrong with the definition of a workflow.', simpleResolvers: true })
export class WorkflowProblem {
  @Field(() => String, { description: 'What kind of fault it is: CYCLE, UNREACHABLE, UNBOUNDED, TOO_MANY_STEPS …' })
  code!: string;

  @Field(() => String, { description: 'Where: `steps[2].dependsOn[0]`; empty when it is about the whole.' })
  path!: string;

  @Field(() => String, { description: 'What is wrong, in a sentence.' })
  message!: string;
}

@ObjectType({ description: 'What a text says as a workflow.', simpleResolvers: true })
export class WorkflowCheck {
  @Field(() => [WorkflowProblem], { description: 'Everything that is wrong with it; empty when it could be saved.' })
  problems!: WorkflowProblem[];

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it does; null while something is wrong.' })
  definition!: unknown;
}

export const StepChangeKind = { ADDED: 'ADDED', REMOVED: 'REMOVED', CHANGED: 'CHANGED' } as const;
export type StepChangeKind = (typeof StepChangeKind)[keyof typeof StepChangeKind];
registerEnumType(StepChangeKind, {
  name: 'StepChangeKind',
  description: 'How a part of a workflow differs between two versions.',
  valuesConfig: {
    ADDED: { description: 'Only the later version has it.' },
    REMOVED: { description: 'Only the earlier version has it.' },
    CHANGED: { description: 'Both have it, and it says something else.' },
  },
});

@ObjectType({ description: 'A part of a workflow that differs between two versions.', simpleResolvers: true })
export class WorkflowDifference {
  @Field(() => StepChangeKind, { description: 'How it differs.' })
  kind!: StepChangeKind;

  @Field(() => String, { description: 'Address of the step: `outer.inner`; empty when it is about the workflow itself.' })
  path!: string;

  @Field(() => String, { nullable: true, description: 'The field that changed; null when the whole step came or went.' })
  field!: string | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'As the earlier version has it.' })
  before!: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'As the later version has it.' })
  after!: unknown;
}
