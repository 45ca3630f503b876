import {
  ChartArea,
  ChartBarStacked,
  ChartColumnIncreasing,
  ChartLine,
  ChartNoAxesColumn,
  ChartPie,
  ChartScatter,
  Filter,
  Gauge,
  Grid3x3,
  Hash,
  Table2,
  Text,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { WidgetKind } from '../../gql/graphql.ts';
import type { Content } from './content.ts';
import { groupedOf, partsOf, scatterOf, seriesOf } from './chart-series.ts';

/** Every way to show an answer, in the order in which they are offered. */
export const KINDS: Record<WidgetKind, { label: string; icon: LucideIcon }> = {
  KPI: { label: 'Number', icon: Hash },
  GAUGE: { label: 'Gauge', icon: Gauge },
  LINE: { label: 'Line', icon: ChartLine },
  AREA: { label: 'Area', icon: ChartArea },
  BAR: { label: 'Bars', icon: ChartNoAxesColumn },
  STACKED: { label: 'Stacked bars', icon: ChartBarStacked },
  DONUT: { label: 'Donut', icon: ChartPie },
  FUNNEL: { label: 'Funnel', icon: Filter },
  WATERFALL: { label: 'Waterfall', icon: ChartColumnIncreasing },
  HEAT_MAP: { label: 'Heat map', icon: Grid3x3 },
  SCATTER: { label: 'Points', icon: ChartScatter },
  TABLE: { label: 'Table', icon: Table2 },
  TEXT: { label: 'Text', icon: Text },
};

const ORDER = Object.keys(KINDS) as WidgetKind[];
const FEWEST_POINTS = 2;
const MOST_SLICES = 12;
const MOST_STEPS = 24;
const FEWEST_DOTS = 3;

type Shape = Pick<Content, 'columns' | 'series' | 'breakdown' | 'rows' | 'value' | 'unit' | 'label'>;

/** The ways an answer can be shown: a line needs points, parts of a whole add up and are not negative, a number needs a value. */
export function kindsFor(content: Shape): readonly WidgetKind[] {
  const courses = seriesOf(content);
  const parts = partsOf(content);
  const grouped = groupedOf(content);
  const overTime = courses.some(({ points }) => points.length >= FEWEST_POINTS);
  const whole = content.unit !== 'PERCENT' && content.unit !== 'DAYS' && parts.every(({ y }) => y === null || y >= 0);
  return ORDER.filter((kind) => {
    switch (kind) {
      case 'KPI':
        return content.value !== null;
      case 'GAUGE':
        return content.value !== null && content.unit === 'PERCENT' && content.value >= 0 && content.value <= 1;
      case 'LINE':
      case 'AREA':
        return overTime;
      case 'BAR':
        return parts.length > 0 || grouped.length > 0;
      case 'STACKED':
        return grouped.length > 1 && content.unit !== 'PERCENT';
      case 'DONUT':
        return whole && parts.length > 1 && parts.length <= MOST_SLICES;
      case 'FUNNEL':
        return whole && parts.length > 1 && parts.length <= MOST_SLICES;
      case 'WATERFALL':
        return content.unit !== 'PERCENT' && parts.length > 1 && parts.length <= MOST_STEPS;
      case 'HEAT_MAP':
        return grouped.length > 1 && grouped.some(({ points }) => points.length > 1);
      case 'SCATTER':
        return scatterOf(content).length >= FEWEST_DOTS;
      case 'TABLE':
        return content.rows.length > 0;
      case 'TEXT':
        return true;
    }
  });
}

/** The kind that is drawn: the one that was chosen, else the nearest that the answer can fill. */
export function kindShown(wanted: WidgetKind, content: Shape): WidgetKind {
  const possible = kindsFor(content);
  return possible.includes(wanted) ? wanted : (possible.find((kind) => kind !== 'GAUGE') ?? 'TEXT');
}

const OVER_TIME = /\b(by|per|each|every) (day|week|month|quarter|year)\b|\bover time\b|\btrend\b/i;
const SPLIT = /\b(by|per|top|bottom|each)\b/i;

/** How a new widget is shown first, by what was asked and what came back. */
export function kindFor(content: Shape & Pick<Content, 'question'>): WidgetKind {
  const wanted: WidgetKind = OVER_TIME.test(content.question) ? 'LINE' : SPLIT.test(content.question) ? 'BAR' : 'KPI';
  return kindShown(wanted, content);
}
