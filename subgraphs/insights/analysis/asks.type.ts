import { registerEnumType } from 'type-graphql';

export const AnswerAsks = { NUMBER: 'NUMBER', WHY: 'WHY', FORECAST: 'FORECAST', ANOMALIES: 'ANOMALIES', WHAT_IF: 'WHAT_IF' } as const;
export type AnswerAsks = (typeof AnswerAsks)[keyof typeof AnswerAsks];
registerEnumType(AnswerAsks, {
  name: 'AnswerAsks',
  description: 'What a question asks for beside a number or a list.',
  valuesConfig: {
    NUMBER: { description: 'Nothing more.' },
    WHY: { description: 'Why it moved.' },
    FORECAST: { description: 'What it is likely to be: value and rows are a forecast.' },
    ANOMALIES: { description: 'What is unusual in it.' },
    WHAT_IF: { description: 'What would follow if a driver changed: value and rows are supposed.' },
  },
});
