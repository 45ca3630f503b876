import { Field, ID, InputType } from 'type-graphql';
import { AttributeType } from '../catalogue/entity-type.type.ts';
import { TransformStep } from '../transform/transform.type.ts';

@InputType('DerivedFieldInput', { description: 'One more attribute that a column shall feed.' })
export class DerivedFieldInput {
  @Field(() => String, { description: 'The attribute, in camelCase.' })
  attribute!: string;

  @Field(() => AttributeType, { nullable: true, description: 'The kind of its values; text when left out.' })
  type!: AttributeType | null;

  @Field(() => [TransformStep], { description: 'How it comes from the column, in order.' })
  transforms!: TransformStep[];
}

@InputType('MappingChange', {
  description:
    'A change to a proposal: another entity type for a table, another attribute for one of its columns, or nothing at all for it.',
})
export class MappingChangeInput {
  @Field(() => ID, { description: 'The table mapping it is about.' })
  tableId!: string;

  @Field(() => String, { nullable: true, description: 'Entity type the table shall become, canonical or a new name; null keeps it.' })
  entityName!: string | null;

  @Field(() => ID, { nullable: true, description: 'The field mapping it is about; null when it is about the table only.' })
  fieldId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Attribute the column shall become, canonical or a new name; needed with `fieldId`.',
  })
  attribute!: string | null;

  @Field(() => [TransformStep], {
    nullable: true,
    description: 'What is done to the values of the column, in order; an empty list leaves them as they landed, null as they are proposed.',
  })
  transforms!: TransformStep[] | null;

  @Field(() => AttributeType, { nullable: true, description: 'The kind of values the column has after `transforms`; null keeps it.' })
  type!: AttributeType | null;

  @Field(() => [DerivedFieldInput], { nullable: true, description: 'What else the column feeds, all of it; null keeps it.' })
  alsoFeeds!: DerivedFieldInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether each cell of the table becomes an observation, as `suggestedUnpivot` says; null leaves it as proposed.',
  })
  unpivot!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the column of `fieldId` is to feed nothing, whatever else the change says; false takes that back, null leaves it as it is.',
  })
  leaveOut!: boolean | null;
}

@InputType({ description: 'Which proposal to change, and how.' })
export class ReviseMappingInput {
  @Field(() => ID, { description: 'The proposal; it must wait for a decision.' })
  proposalId!: string;

  @Field(() => [MappingChangeInput], { description: 'Changes to make.' })
  changes!: MappingChangeInput[];
}

@InputType({ description: 'Which proposal to accept, and with which changes.' })
export class AcceptMappingInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId!: string;

  @Field(() => [MappingChangeInput], { nullable: true, description: 'Changes to make first; none when left out.' })
  changes!: MappingChangeInput[] | null;
}
