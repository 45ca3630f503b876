import { Field, ID, InputType } from 'type-graphql';

@InputType('MappingChange', {
  description: 'A change to a proposal: another entity type for a table, or another attribute for one of its columns.',
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
}

@InputType({ description: 'Which proposal to accept, and with which changes.' })
export class AcceptMappingInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId!: string;

  @Field(() => [MappingChangeInput], { nullable: true, description: 'Changes to make first; none when left out.' })
  changes!: MappingChangeInput[] | null;
}
