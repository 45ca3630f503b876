import { createUnionType } from 'type-graphql';
import { Dashboard } from '../dashboards/dashboard.type.ts';
import { Answer, Declined } from './answer.type.ts';

export const AskResult = createUnionType({
  name: 'AskResult',
  description: 'An answer; for a question about everything a dashboard; or why there is none.',
  types: () => [Answer, Declined, Dashboard] as const,
  resolveType: (value) => (value instanceof Answer ? Answer : value instanceof Dashboard ? Dashboard : Declined),
});
