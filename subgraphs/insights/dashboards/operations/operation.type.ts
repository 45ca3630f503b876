import { GraphQLJSONObject } from 'graphql-scalars';
import { createUnionType, Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { UnitKind } from '../../metrics/metric-enums.ts';
import { Dashboard } from '../dashboard.type.ts';

export const ViewAggregate = { NONE: 'NONE', COUNT: 'COUNT', SUM: 'SUM', AVERAGE: 'AVERAGE' } as const;
export type ViewAggregate = (typeof ViewAggregate)[keyof typeof ViewAggregate];
registerEnumType(ViewAggregate, {
  name: 'ViewAggregate',
  description: 'How rows of a result with the same label come to one value.',
  valuesConfig: {
    NONE: { description: 'Each row is shown as it is.' },
    COUNT: { description: 'How many rows there are.' },
    SUM: { description: 'Their numbers added up.' },
    AVERAGE: { description: 'The mean of their numbers.' },
  },
});

@ObjectType('ViewValue', { description: 'A field of a row that is shown.', simpleResolvers: true })
export class ViewValue {
  @Field(() => [String], { description: 'From a row to the value; `length` of a list is how many it has. Empty: the row itself.' })
  path!: string[];

  @Field(() => String, { description: 'What it is called.' })
  label!: string;

  @Field(() => UnitKind, { nullable: true, description: 'What its numbers count; null for what is no number.' })
  unit!: UnitKind | null;
}

@ObjectType('WidgetView', { description: 'Which part of the result of its operation a widget shows.', simpleResolvers: true })
export class WidgetView {
  @Field(() => [String], { description: 'From the data of the result to the number or the list.' })
  path!: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'From a row to what names it (or its time); null where there is one value, or in a table.',
  })
  label!: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'From a row to what tells its series apart, or the rows of a heat map; null where there is one series.',
  })
  series!: string[] | null;

  @Field(() => [ViewValue], {
    description:
      'The numbers of each row that are shown, with their units; empty where rows are only counted. Of points the first runs across and the second up.',
  })
  values!: ViewValue[];

  @Field(() => ViewAggregate, { description: 'How rows of the same label come to one value.' })
  aggregate!: ViewAggregate;
}

@InputType({ description: 'A field of a row that is shown.' })
export class ViewValueInput {
  @Field(() => [String], { description: 'From a row to the value.' })
  path!: string[];

  @Field(() => String, { description: 'What it is called.' })
  label!: string;

  @Field(() => UnitKind, { nullable: true, description: 'What its numbers count.' })
  unit!: UnitKind | null | undefined;
}

@InputType({ description: 'The operation a widget runs, and which part of its result it shows.' })
export class WidgetViewInput {
  @Field(() => String, { description: 'The document, one query, at most 8 000 characters.' })
  document!: string;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Its variables.' })
  variables!: Record<string, unknown> | null | undefined;

  @Field(() => String, { nullable: true, description: 'Name of the operation in the document.' })
  operationName!: string | null | undefined;

  @Field(() => [String], { description: 'From the data of the result to the number or the list.' })
  path!: string[];

  @Field(() => [String], { nullable: true, description: 'From a row to what names it.' })
  label!: string[] | null | undefined;

  @Field(() => [String], { nullable: true, description: 'From a row to what tells its series apart.' })
  series!: string[] | null | undefined;

  @Field(() => [ViewValueInput], { description: 'What is shown of each row.' })
  values!: ViewValueInput[];

  @Field(() => ViewAggregate, { defaultValue: ViewAggregate.NONE, description: 'How rows of the same label come to one value.' })
  aggregate!: ViewAggregate;
}

@InputType({ description: 'A query of this graph, and what it came to.' })
export class DashboardFromOperationInput {
  @Field(() => String, { description: 'The document, one query, at most 8 000 characters.' })
  document!: string;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Its variables.' })
  variables!: Record<string, unknown> | null | undefined;

  @Field(() => String, { nullable: true, description: 'Which operation of the document.' })
  operationName!: string | null | undefined;

  @Field(() => String, {
    description: 'What it answered, as JSON: you run it, so that it shows what you may see. At most 200 000 characters.',
  })
  result!: string;

  @Field(() => String, { nullable: true, description: 'What the dashboard is to be called; made of the operation otherwise.' })
  title!: string | null | undefined;
}

export const DashboardFromOperationResult = createUnionType({
  name: 'DashboardFromOperationResult',
  description: 'The dashboard, or why there is none.',
  types: () => [Dashboard, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : Dashboard),
});
