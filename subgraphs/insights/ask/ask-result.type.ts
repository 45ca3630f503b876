import { createUnionType } from 'type-graphql';
import { Dashboard } from '../dashboards/dashboard.type.ts';
import { Answer, Declined } from './answer.type.ts';
import { Clarification } from './clarification.type.ts';

export const AskResult = createUnionType({
  name: 'AskResult',
  description:
    'An answer; for a question about everything a dashboard; a question back where it means several things; or why there is none.',
  types: () => [Answer, Declined, Dashboard, Clarification] as const,
  resolveType: (value) =>
    value instanceof Answer ? Answer : value instanceof Dashboard ? Dashboard : value instanceof Clarification ? Clarification : Declined,
});
