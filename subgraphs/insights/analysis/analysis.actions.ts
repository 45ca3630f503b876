import { defineActions, MEMBERS } from '../../kernel/permissions/actions.ts';

export const analysisActions = defineActions({
  'questions.analyse': {
    description: 'asking why numbers moved, what is unusual, where they go and what would follow if',
    audience: MEMBERS,
    covers: [
      'Query.whatIf',
      'Why',
      'WhySplit',
      'Contribution',
      'Anomaly',
      'Forecast',
      'ForecastPoint',
      'ForecastTrial',
      'NoForecast',
      'WhatIf',
      'WhatIfMetric',
      'InputProblem',
      'InputRefused',
    ],
  },
});
