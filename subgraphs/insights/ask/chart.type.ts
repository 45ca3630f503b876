import { registerEnumType } from 'type-graphql';

export const ChartKind = { NUMBER: 'NUMBER', LINE: 'LINE', BAR: 'BAR', PIE: 'PIE', TABLE: 'TABLE' } as const;
export type ChartKind = (typeof ChartKind)[keyof typeof ChartKind];
registerEnumType(ChartKind, {
  name: 'ChartKind',
  description: 'How an answer is best shown.',
  valuesConfig: {
    NUMBER: { description: 'The one number.' },
    LINE: { description: 'Its course over time.' },
    BAR: { description: 'The groups side by side.' },
    PIE: { description: 'The parts of a whole.' },
    TABLE: { description: 'The rows as a table.' },
  },
});
