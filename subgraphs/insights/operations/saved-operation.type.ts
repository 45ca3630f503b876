import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { User } from '../dashboards/dashboard.type.ts';
import { Persona } from '../metrics/metric-enums.ts';

@ObjectType('SavedOperation', { description: 'A GraphQL operation that somebody keeps.', simpleResolvers: true })
export class SavedOperation {
  @Field(() => ID, { description: 'Identifies it for good.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { description: 'The document.' })
  document!: string;

  @Field(() => GraphQLJSONObject, { description: 'Its variables.' })
  variables!: Record<string, unknown>;

  @Field(() => Persona, { nullable: true, description: 'Whose work it is for; null for anybody’s.' })
  persona!: Persona | null;

  @Field(() => Boolean, { description: 'Whether everybody of the company sees it; otherwise you alone.' })
  shared!: boolean;

  @Field(() => Boolean, { description: 'Whether you may change and remove it.' })
  editable!: boolean;

  @Field(() => User, { description: 'Who kept it first.' })
  createdBy!: User;

  @Field(() => GraphQLDateTime, { description: 'When it was last saved.' })
  updatedAt!: Date;
}

export const SavedOperationConnection = relayConnection('SavedOperation', SavedOperation);

@InputType({ description: 'An operation to keep.' })
export class SaveOperationInput {
  @Field(() => ID, { nullable: true, description: 'The one to save over; left out for a new one.' })
  id!: string | null | undefined;

  @Field(() => String, {
    description: 'What people call it, 1 to 120 characters; one of each name among yours, and among those of the company.',
  })
  name!: string;

  @Field(() => String, { description: 'The document: one operation or several, at most 20 000 characters.' })
  document!: string;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Its variables, at most 8 000 characters.' })
  variables!: Record<string, unknown> | null | undefined;

  @Field(() => Persona, { nullable: true, description: 'Whose work it is for.' })
  persona!: Persona | null | undefined;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether everybody of the company is to see it; operators may have that.' })
  shared!: boolean;
}

@ObjectType('OperationSaved', { description: 'The operation is kept.', simpleResolvers: true })
export class OperationSaved {
  @Field(() => SavedOperation, { description: 'As it is now.' })
  operation!: SavedOperation;
}

export const SaveOperationResult = createUnionType({
  name: 'SaveOperationResult',
  description: 'The operation that is kept, or what has to be corrected first.',
  types: () => [OperationSaved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : OperationSaved),
});

@ObjectType('OperationRemoved', { description: 'The operation is gone.', simpleResolvers: true })
export class OperationRemoved {
  @Field(() => ID, { description: 'The id it had.' })
  id!: string;
}

export const RemoveOperationResult = createUnionType({
  name: 'RemoveOperationResult',
  description: 'That the operation is gone, or why it is not.',
  types: () => [OperationRemoved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : OperationRemoved),
});
