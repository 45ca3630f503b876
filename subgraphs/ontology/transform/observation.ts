import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { Semantic } from '../../../schema/events/semantic-model.ts';
import type { MADE } from './unpivot-plan.ts';

interface ObservationAttribute {
  readonly name: keyof typeof MADE;
  readonly label: string;
  readonly type: ColumnType;
  readonly semantic: Semantic;
  readonly synonyms: readonly string[];
  readonly description: string;
}

/** What unpivoting says of each number, in the terms of the shipped ontology's Observation. */
export const observationAttributes = (): readonly ObservationAttribute[] => ATTRIBUTES;

const ATTRIBUTES: readonly ObservationAttribute[] = [
  {
    name: 'period',
    label: 'Period',
    type: 'DATE',
    semantic: 'DATE',
    synonyms: ['month', 'date', 'period start'],
    description: 'First day of the period.',
  },
  {
    name: 'grain',
    label: 'Grain',
    type: 'TEXT',
    semantic: 'CATEGORY',
    synonyms: ['period length'],
    description: 'How long the period is: day, week, month, quarter, year.',
  },
  {
    name: 'metric',
    label: 'Metric',
    type: 'TEXT',
    semantic: 'CATEGORY',
    synonyms: ['kpi', 'measure', 'indicator', 'line item'],
    description: 'What was measured.',
  },
  {
    name: 'scenario',
    label: 'Scenario',
    type: 'TEXT',
    semantic: 'CATEGORY',
    synonyms: ['version', 'plan type'],
    description: 'ACTUAL, FORECAST or BUDGET.',
  },
  {
    name: 'value',
    label: 'Value',
    type: 'DECIMAL',
    semantic: 'QUANTITY',
    synonyms: ['amount', 'number', 'figure'],
    description: 'The number.',
  },
  {
    name: 'unit',
    label: 'Unit',
    type: 'TEXT',
    semantic: 'CATEGORY',
    synonyms: ['unit of measure', 'currency'],
    description: 'What the number counts.',
  },
];
