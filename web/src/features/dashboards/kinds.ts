import { ChartLine, ChartNoAxesColumn, Hash, Table2, Text } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { WidgetAnswerFieldsFragment, WidgetKind } from '../../gql/graphql.ts';
import { barsOf, pointsOf } from './shape.ts';

export const KINDS: Record<WidgetKind, { label: string; icon: LucideIcon }> = {
  KPI: { label: 'Number', icon: Hash },
  LINE: { label: 'Line', icon: ChartLine },
  BAR: { label: 'Bars', icon: ChartNoAxesColumn },
  TABLE: { label: 'Table', icon: Table2 },
  TEXT: { label: 'Text', icon: Text },
};

const ORDER: readonly WidgetKind[] = ['KPI', 'LINE', 'BAR', 'TABLE', 'TEXT'];
const FEWEST_POINTS = 2;

type Shape = Pick<WidgetAnswerFieldsFragment, 'columns' | 'series' | 'breakdown' | 'rows' | 'value'>;

/** The ways an answer can be shown: a line needs points, bars need parts, a number needs a value. */
export function kindsFor(answer: Shape): readonly WidgetKind[] {
  return ORDER.filter((kind) => {
    switch (kind) {
      case 'KPI':
        return answer.value !== null;
      case 'LINE':
        return pointsOf(answer).length >= FEWEST_POINTS;
      case 'BAR':
        return barsOf(answer).length > 0;
      case 'TABLE':
        return answer.rows.length > 0;
      case 'TEXT':
        return true;
    }
  });
}

const OVER_TIME = /\b(by|per|each|every) (day|week|month|quarter|year)\b|\bover time\b|\btrend\b/i;
const SPLIT = /\b(by|per|top|bottom|each)\b/i;

/** How a new widget is shown first, by what was asked and what came back. */
export function kindFor(answer: Shape & Pick<WidgetAnswerFieldsFragment, 'question'>): WidgetKind {
  const possible = kindsFor(answer);
  const wanted: WidgetKind = OVER_TIME.test(answer.question) ? 'LINE' : SPLIT.test(answer.question) ? 'BAR' : 'KPI';
  return possible.includes(wanted) ? wanted : (possible[0] ?? 'TEXT');
}
