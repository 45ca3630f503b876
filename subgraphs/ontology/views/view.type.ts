import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { AttributeType } from '../catalogue/entity-type.type.ts';
import { User } from '../catalogue/stubs.type.ts';
import type { ViewOperator } from './definition.ts';
import type { ViewRow } from './view.entity.ts';

const operators = {
  EQUALS: 'EQUALS',
  NOT_EQUALS: 'NOT_EQUALS',
  LESS: 'LESS',
  AT_MOST: 'AT_MOST',
  MORE: 'MORE',
  AT_LEAST: 'AT_LEAST',
  CONTAINS: 'CONTAINS',
  STARTS_WITH: 'STARTS_WITH',
  IS_EMPTY: 'IS_EMPTY',
  IS_NOT_EMPTY: 'IS_NOT_EMPTY',
} as const satisfies Record<ViewOperator, ViewOperator>;
registerEnumType(operators, {
  name: 'EntityViewOperator',
  description: 'How a view compares.',
  valuesConfig: {
    EQUALS: { description: 'The same.' },
    NOT_EQUALS: { description: 'Another one, or none.' },
    LESS: { description: 'Less, or earlier.' },
    AT_MOST: { description: 'As much or less, then or earlier.' },
    MORE: { description: 'More, or later.' },
    AT_LEAST: { description: 'As much or more, then or later.' },
    CONTAINS: { description: 'The text is in it, whatever its case.' },
    STARTS_WITH: { description: 'It begins with the text, whatever its case.' },
    IS_EMPTY: { description: 'There is none.' },
    IS_NOT_EMPTY: { description: 'There is one.' },
  },
});

const PATH = 'Name of an attribute, or of a relation, a dot, and an attribute of what it leads to: account.industry.';

@ObjectType({ description: 'One value that a view shows of each record.', simpleResolvers: true })
export class EntityViewField {
  @Field(() => String, { description: 'What the view calls it; renaming the attribute does not change it.' })
  name!: string;

  @Field(() => String, { description: `${PATH} As it is called now.` })
  path!: string;

  @Field(() => AttributeType, { nullable: true, description: 'The kind of its values; null when it is lost.' })
  type!: AttributeType | null;

  @Field(() => Boolean, { description: 'Whether the business model has it no more: the view shows nothing there.' })
  lost!: boolean;
}

@ObjectType({ description: 'A condition that records meet to be shown by a view.', simpleResolvers: true })
export class EntityViewCondition {
  @Field(() => String, { description: PATH })
  path!: string;

  @Field(() => operators, { description: 'How it is compared.' })
  operator!: ViewOperator;

  @Field(() => String, { nullable: true, description: 'The parameter it is compared with; null: with the value.' })
  parameter!: string | null;

  @Field(() => String, { nullable: true, description: 'The value it is compared with; null: with the parameter, or with nothing.' })
  value!: string | null;

  @Field(() => Boolean, { description: 'Whether the business model has the attribute no more: the view cannot be read.' })
  lost!: boolean;
}

@ObjectType({ description: 'What whoever reads a view may say.', simpleResolvers: true })
export class EntityViewParameter {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => AttributeType, { description: 'The kind of its values.' })
  type!: AttributeType;

  @Field(() => Boolean, { description: 'Whether it has to be given; without the others, what compares with them is left out.' })
  required!: boolean;
}

@ObjectType({ description: 'What a view is ordered by; blanks come last.', simpleResolvers: true })
export class EntityViewOrder {
  @Field(() => String, { description: PATH })
  path!: string;

  @Field(() => Boolean, { description: 'Whether the greatest come first.' })
  descending!: boolean;
}

@ObjectType({
  description: 'A saved view of records for partners: which fields, which records, in which order, with typed parameters.',
  simpleResolvers: true,
})
export class EntityView {
  @Field(() => ID, { description: 'Identifies the view for good.' })
  id!: string;

  @Field(() => String, { description: 'Its name, unique in the tenant.' })
  name!: string;

  @Field(() => Int, { description: 'Grows with every save.' })
  version!: number;

  @Field(() => [EntityViewParameter], { description: 'What whoever reads it may say.' })
  parameters!: readonly EntityViewParameter[];

  @Field(() => GraphQLDateTime, { description: 'When it was saved last.' })
  savedAt!: Date;

  @Field(() => User, { description: 'Who saved it last.' })
  savedBy!: User;

  /** The view behind it; not part of the graph. */
  row!: ViewRow;
}

@ObjectType({ description: 'One record as a view shows it.', simpleResolvers: true })
export class EntityViewRow {
  @Field(() => ID, { description: 'Id of the record.' })
  id!: string;

  @Field(() => GraphQLJSONObject, { description: 'Values by name of the view’s fields.' })
  values!: Readonly<Record<string, unknown>>;
}

export const EntityViewConnection = relayConnection('EntityView', EntityView);
export const EntityViewRowConnection = relayConnection('EntityViewRow', EntityViewRow);

@ObjectType({ description: 'The view is saved.', simpleResolvers: true })
export class EntityViewSaved {
  @Field(() => EntityView, { description: 'The view.' })
  view!: EntityView;
}

export const SaveEntityViewResult = createUnionType({
  name: 'SaveEntityViewResult',
  description: 'The view, or what has to be corrected first.',
  types: () => [EntityViewSaved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : EntityViewSaved),
});

@InputType({ description: 'One value that a view shows.' })
export class EntityViewFieldInput {
  @Field(() => String, { description: PATH })
  path!: string;

  @Field(() => String, { nullable: true, description: 'What the view calls it; left out: as its path, with an underscore for the dot.' })
  name?: string | null;
}

@InputType({ description: 'A condition; with a value or a parameter, but for IS_EMPTY and IS_NOT_EMPTY.' })
export class EntityViewConditionInput {
  @Field(() => String, { description: PATH })
  path!: string;

  @Field(() => operators, { description: 'How to compare.' })
  operator!: ViewOperator;

  @Field(() => String, { nullable: true, description: 'Name of a parameter.' })
  parameter?: string | null;

  @Field(() => String, { nullable: true, description: 'A value: numbers, true, false, days and moments as ISO 8601.' })
  value?: string | null;
}

@InputType({ description: 'What whoever reads a view may say.' })
export class EntityViewParameterInput {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => AttributeType, { description: 'The kind of its values.' })
  type!: AttributeType;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it has to be given.' })
  required!: boolean;
}

@InputType({ description: 'What to order by.' })
export class EntityViewOrderInput {
  @Field(() => String, { description: PATH })
  path!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the greatest come first.' })
  descending!: boolean;
}

@InputType({ description: 'A view to be saved; one of the same name is replaced.' })
export class SaveEntityViewInput {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Name of the entity type whose records it shows.' })
  entityType!: string;

  @Field(() => [EntityViewFieldInput], { description: 'What it shows; 100 at most.' })
  fields!: EntityViewFieldInput[];

  @Field(() => [EntityViewConditionInput], { nullable: true, description: 'Which records; all conditions hold.' })
  filter?: EntityViewConditionInput[] | null;

  @Field(() => [EntityViewParameterInput], { nullable: true, description: 'What its conditions take from whoever reads it.' })
  parameters?: EntityViewParameterInput[] | null;

  @Field(() => [EntityViewOrderInput], { nullable: true, description: 'Its order; by id when left out.' })
  order?: EntityViewOrderInput[] | null;

  @Field(() => Int, { nullable: true, description: 'Refuse it when the view is no longer at this version; 0: there is none.' })
  version?: number | null;
}
