import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputProblem, InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { Persona } from '../../metrics/metric-enums.ts';
import { WidgetInput } from '../dashboard.input.ts';
import { Dashboard, DashboardConflict } from '../dashboard.type.ts';
import { Widget } from '../widget.type.ts';

@InputType({ description: 'A dashboard as it stands on a screen, saved or not.' })
export class DashboardStateInput {
  @Field(() => String, { description: 'What people call it, 1 to 120 characters.' })
  title!: string;

  @Field(() => String, { defaultValue: '', description: 'The sentence it was made from; empty when it was made by hand.' })
  sentence!: string;

  @Field(() => Persona, { nullable: true, description: 'Through whose eyes its questions are asked.' })
  persona!: Persona | null | undefined;

  @Field(() => [WidgetInput], { description: 'Its widgets, 1 to 40; their ids come back in `changes`.' })
  widgets!: WidgetInput[];
}

@InputType({ description: 'What to refine, and how. Exactly one of dashboardId and state.' })
export class RefineDashboardInput {
  @Field(() => ID, { nullable: true, description: 'A dashboard: a saved one, one made from a sentence, or a refined one.' })
  dashboardId!: string | null | undefined;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a saved one: the version that was seen. Another one is a conflict; left out, whatever is there now is refined.',
  })
  version!: number | null | undefined;

  @Field(() => DashboardStateInput, { nullable: true, description: 'The dashboard as it stands, with changes that were not saved.' })
  state!: DashboardStateInput | null | undefined;

  @Field(() => String, {
    description: 'What to change, in plain English, at most 500 characters: “add a pipeline chart and make revenue bigger”.',
  })
  text!: string;

  @Field(() => ID, { nullable: true, description: 'The `before` of the last refinement: what “undo” goes back to.' })
  before!: string | null | undefined;
}

@InputType({ description: 'A value that was picked in a widget. Exactly one of dashboardId and state.' })
export class CrossFilterInput {
  @Field(() => ID, { nullable: true, description: 'A dashboard: a saved one, one made from a sentence, or a refined one.' })
  dashboardId!: string | null | undefined;

  @Field(() => DashboardStateInput, { nullable: true, description: 'The dashboard as it stands, with changes that were not saved.' })
  state!: DashboardStateInput | null | undefined;

  @Field(() => ID, { description: 'The widget it was picked in: its id, as it was handed in or shown.' })
  widget!: string;

  @Field(() => String, { description: 'The value, as the widget shows it, at most 200 characters: a name, a category, a month.' })
  value!: string;
}

export const WidgetChangeKind = { ADDED: 'ADDED', CHANGED: 'CHANGED', MOVED: 'MOVED', KEPT: 'KEPT' } as const;
export type WidgetChangeKind = (typeof WidgetChangeKind)[keyof typeof WidgetChangeKind];
registerEnumType(WidgetChangeKind, {
  name: 'WidgetChangeKind',
  description: 'What became of a widget.',
  valuesConfig: {
    ADDED: { description: 'It is new.' },
    CHANGED: { description: 'It asks or shows something else, or is called otherwise.' },
    MOVED: { description: 'Only its place or size is another.' },
    KEPT: { description: 'It is as it was.' },
  },
});

@ObjectType('WidgetChange', { description: 'A widget of a refined dashboard, and what became of it.', simpleResolvers: true })
export class WidgetChange {
  @Field(() => ID, { nullable: true, description: 'The id it had before; null for a new one.' })
  was!: string | null;

  @Field(() => WidgetChangeKind, { description: 'What became of it.' })
  kind!: WidgetChangeKind;

  @Field(() => Widget, { description: 'As it is now.' })
  widget!: Widget;
}

@ObjectType('RefinedDashboard', { description: 'A dashboard after a refinement. Nothing is saved.', simpleResolvers: true })
export class RefinedDashboard {
  @Field(() => Dashboard, { description: 'As it is now; its id brings it back at any time.' })
  dashboard!: Dashboard;

  @Field(() => ID, { description: 'The dashboard as it was before: what undoing this goes back to, to the letter.' })
  before!: string;

  @Field(() => String, { description: 'What was done, in a sentence or several.' })
  done!: string;

  @Field(() => [WidgetChange], { description: 'Its widgets in reading order, each with what became of it.' })
  changes!: WidgetChange[];

  @Field(() => [ID], { description: 'Ids of widgets that are gone.' })
  removed!: string[];

  @Field(() => [InputProblem], {
    description: 'What could not be done, and which widgets stayed as they were; empty when everything was done.',
  })
  problems!: InputProblem[];
}

export const RefineDashboardResult = createUnionType({
  name: 'RefineDashboardResult',
  description: 'The refined dashboard; or the newer one that somebody saved meanwhile; or why nothing was done.',
  types: () => [RefinedDashboard, DashboardConflict, InputRefused] as const,
  resolveType: (value) =>
    'problems' in value && !('done' in value) ? InputRefused : 'current' in value ? DashboardConflict : RefinedDashboard,
});
