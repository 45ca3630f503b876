import { GraphQLJSONObject } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { PersonaName } from '../metrics/metric-definition.ts';
import type { StoredView } from './stored-view.ts';

export const WidgetKind = {
  KPI: 'KPI',
  GAUGE: 'GAUGE',
  LINE: 'LINE',
  AREA: 'AREA',
  STACKED: 'STACKED',
  BAR: 'BAR',
  DONUT: 'DONUT',
  FUNNEL: 'FUNNEL',
  WATERFALL: 'WATERFALL',
  HEAT_MAP: 'HEAT_MAP',
  SCATTER: 'SCATTER',
  TABLE: 'TABLE',
  TEXT: 'TEXT',
} as const;
export type WidgetKind = (typeof WidgetKind)[keyof typeof WidgetKind];
registerEnumType(WidgetKind, {
  name: 'WidgetKind',
  description: 'How a widget shows its answer.',
  valuesConfig: {
    KPI: { description: 'The one number, what it was before, and its course.' },
    LINE: { description: 'The rows of the answer over time.' },
    BAR: { description: 'The rows of the answer side by side.' },
    GAUGE: { description: 'The one number on a scale: a share between nought and all.' },
    AREA: { description: 'The rows of the answer over time, filled to nought.' },
    STACKED: { description: 'The parts of each time or group upon one another.' },
    DONUT: { description: 'The rows of the answer as parts of a whole.' },
    FUNNEL: { description: 'The rows of the answer as stages: what is left from one to the next.' },
    WATERFALL: { description: 'What each row adds, one after the other, to the whole.' },
    HEAT_MAP: { description: 'Two ways to group it, across and down, by how deep the colour is.' },
    SCATTER: { description: 'Two numbers of each row against one another.' },
    TABLE: { description: 'The rows of the answer as a table.' },
    TEXT: { description: 'The sentence of the answer.' },
  },
});

@ObjectType('WidgetLayout', { description: 'Where a widget stands: 12 columns, rows of 56 px, from the top left.', simpleResolvers: true })
export class WidgetLayout {
  @Field(() => Int, { description: 'First column, 0 to 11.' })
  x!: number;

  @Field(() => Int, { description: 'First row, from 0.' })
  y!: number;

  @Field(() => Int, { description: 'Columns it takes, 1 to 12.' })
  w!: number;

  @Field(() => Int, { description: 'Rows it takes, from 1.' })
  h!: number;
}

@ObjectType('WidgetOperation', { description: 'The GraphQL operation behind a widget; runs as it is at /graphql.', simpleResolvers: true })
export class WidgetOperation {
  @Field(() => String, { description: 'The document.' })
  query!: string;

  @Field(() => GraphQLJSONObject, { description: 'Its variables.' })
  variables!: Record<string, unknown>;

  @Field(() => String, { description: 'Name of the operation in the document; empty where it has none.' })
  operationName!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Widget', { description: 'One question of a dashboard, and how its answer is shown.', simpleResolvers: true })
export class Widget {
  @Field(() => ID, { description: 'Identifies the widget; of a saved dashboard for good, of another by what it asks.' })
  id!: string;

  @Field(() => String, { description: 'What stands above it.' })
  title!: string;

  @Field(() => WidgetKind, { description: 'How its answer is shown.' })
  kind!: WidgetKind;

  @Field(() => String, { description: 'The question it asks, in plain English.' })
  question!: string;

  @Field(() => WidgetLayout, { description: 'Where it stands.' })
  layout!: WidgetLayout;

  /** Through whose eyes its question is asked. */
  persona!: PersonaName | null;

  /** The part of an operation's result it shows; null for the answer to its question. */
  stored!: StoredView | null;
}
