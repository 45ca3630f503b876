import { Field, ID, InputType, Int } from 'type-graphql';
import { Persona } from '../metrics/metric-enums.ts';
import { WidgetViewInput } from './operations/operation.type.ts';
import { WidgetKind } from './widget.type.ts';

@InputType({ description: 'Where a widget stands: 12 columns, rows of 56 px, from the top left.' })
export class WidgetLayoutInput {
  @Field(() => Int, { description: 'First column, 0 to 11.' })
  x!: number;

  @Field(() => Int, { description: 'First row, 0 to 4 000.' })
  y!: number;

  @Field(() => Int, { description: 'Columns it takes, 1 to 12; it ends at column 12.' })
  w!: number;

  @Field(() => Int, { description: 'Rows it takes, 1 to 40.' })
  h!: number;
}

@InputType({ description: 'A widget of a dashboard to save.' })
export class WidgetInput {
  @Field(() => ID, { nullable: true, description: 'Its id when it was on the saved dashboard already; a new one is given otherwise.' })
  id!: string | null | undefined;

  @Field(() => String, { description: 'What stands above it, 1 to 120 characters.' })
  title!: string;

  @Field(() => WidgetKind, { description: 'How its answer is shown.' })
  kind!: WidgetKind;

  @Field(() => String, { description: 'The question it asks, 1 to 1 000 characters.' })
  question!: string;

  @Field(() => WidgetLayoutInput, { description: 'Where it stands.' })
  layout!: WidgetLayoutInput;

  @Field(() => WidgetViewInput, {
    nullable: true,
    description: 'Of a widget that shows the result of an operation: which, and what of it.',
  })
  view?: WidgetViewInput | null | undefined;
}

@InputType({ description: 'A dashboard to save, whole.' })
export class SaveDashboardInput {
  @Field(() => ID, { nullable: true, description: 'The saved dashboard to change; left out (or the id of an unsaved one) for a new one.' })
  id!: string | null | undefined;

  @Field(() => String, { description: 'What people call it, 1 to 120 characters.' })
  title!: string;

  @Field(() => String, { description: 'The sentence it was made from, at most 1 000 characters; empty when it was made by hand.' })
  sentence!: string;

  @Field(() => Persona, { nullable: true, description: 'Through whose eyes its questions are asked.' })
  persona!: Persona | null | undefined;

  @Field(() => Int, { defaultValue: 0, description: 'The version that was edited; 0 for a new one.' })
  version!: number;

  @Field(() => [WidgetInput], { description: 'Its widgets, 1 to 500.' })
  widgets!: WidgetInput[];

  @Field(() => String, {
    nullable: true,
    description: 'What was done since the last save, at most 500 characters; stands beside the version.',
  })
  note?: string | null | undefined;
}
