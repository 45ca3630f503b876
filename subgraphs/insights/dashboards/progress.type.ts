import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Declined } from '../ask/answer.type.ts';
import { Dashboard } from './dashboard.type.ts';
import { Widget } from './widget.type.ts';

export const DashboardStage = {
  READING: 'READING',
  CHOOSING: 'CHOOSING',
  ANSWERING: 'ANSWERING',
  DONE: 'DONE',
  DECLINED: 'DECLINED',
} as const;
export type DashboardStage = (typeof DashboardStage)[keyof typeof DashboardStage];
registerEnumType(DashboardStage, {
  name: 'DashboardStage',
  description: 'How far a dashboard has come.',
  valuesConfig: {
    READING: { description: 'The sentence is read.' },
    CHOOSING: { description: 'What is worth showing is looked for; what was found stands in `widgets`, and may move.' },
    ANSWERING: { description: 'All of it is known; widgets are handed over a few at a time.' },
    DONE: { description: 'Every widget was handed over.' },
    DECLINED: { description: 'There is no such dashboard.' },
  },
});

export const WidgetState = { PENDING: 'PENDING', READY: 'READY' } as const;
export type WidgetState = (typeof WidgetState)[keyof typeof WidgetState];
registerEnumType(WidgetState, {
  name: 'WidgetState',
  description: 'Whether the numbers of a widget were handed over.',
  valuesConfig: { PENDING: { description: 'They are still to come.' }, READY: { description: 'They were, in this step or before.' } },
});

@ObjectType('WidgetProgress', { description: 'A widget of a dashboard that is being made.', simpleResolvers: true })
export class WidgetProgress {
  @Field(() => Widget, { description: 'The widget; while it is being chosen it may still move.' })
  widget!: Widget;

  @Field(() => WidgetState, { description: 'Whether its numbers were handed over.' })
  state!: WidgetState;
}

@ObjectType('DashboardProgress', { description: 'How far a dashboard has come since you last asked.', simpleResolvers: true })
export class DashboardProgress {
  @Field(() => String, { description: 'Pass as `after` to be told what comes next; until then nothing is told twice.' })
  cursor!: string;

  @Field(() => DashboardStage, { description: 'How far it has come; DONE and DECLINED are the end.' })
  stage!: DashboardStage;

  @Field(() => String, { nullable: true, description: 'What it is called; null until that is known.' })
  title!: string | null;

  @Field(() => [WidgetProgress], { description: 'All its widgets as they are known, from top left to bottom right.' })
  widgets!: WidgetProgress[];

  @Field(() => [Widget], {
    description: 'The widgets that this step hands over, at most 4: ask for their `result` here, and for that of no others.',
  })
  ready!: Widget[];

  @Field(() => Dashboard, { nullable: true, description: 'The dashboard, once all of it is known.' })
  dashboard!: Dashboard | null;

  @Field(() => Declined, { nullable: true, description: 'Why there is none; null unless it is DECLINED.' })
  declined!: Declined | null;
}
