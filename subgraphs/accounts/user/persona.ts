import { registerEnumType } from 'type-graphql';

export const Persona = { CFO: 'CFO', CRO: 'CRO', COO: 'COO', CTO: 'CTO' } as const;
export type Persona = (typeof Persona)[keyof typeof Persona];
// The same type as where questions are asked: the supergraph has one of each name.
registerEnumType(Persona, {
  name: 'Persona',
  description: 'Through whose eyes a question is asked.',
  valuesConfig: {
    CFO: { description: 'Finance.' },
    CRO: { description: 'Revenue.' },
    COO: { description: 'Operations.' },
    CTO: { description: 'Technology.' },
  },
});
