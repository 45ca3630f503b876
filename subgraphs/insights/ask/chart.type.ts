import { registerEnumType } from 'type-graphql';

export const ChartKind = {
  NUMBER: 'NUMBER',
  LINE: 'LINE',
  AREA: 'AREA',
  BAR: 'BAR',
  STACKED: 'STACKED',
  PIE: 'PIE',
  FUNNEL: 'FUNNEL',
  WATERFALL: 'WATERFALL',
  HEAT_MAP: 'HEAT_MAP',
  SCATTER: 'SCATTER',
  GAUGE: 'GAUGE',
  TABLE: 'TABLE',
} as const;
export type ChartKind = (typeof ChartKind)[keyof typeof ChartKind];
registerEnumType(ChartKind, {
  name: 'ChartKind',
  description: 'How an answer is best shown.',
  valuesConfig: {
    NUMBER: { description: 'The one number.' },
    LINE: { description: 'Its course over time.' },
    BAR: { description: 'The groups side by side.' },
    AREA: { description: 'Its course over time, filled to nought.' },
    STACKED: { description: 'The parts of each time or group upon one another.' },
    FUNNEL: { description: 'What is left from stage to stage.' },
    WATERFALL: { description: 'What each group adds, one after the other, to the whole.' },
    HEAT_MAP: { description: 'Two ways to group it, across and down, by how deep the colour is.' },
    SCATTER: { description: 'Two numbers of each group against one another.' },
    GAUGE: { description: 'The one number on a scale.' },
    PIE: { description: 'The parts of a whole.' },
    TABLE: { description: 'The rows as a table.' },
  },
});
