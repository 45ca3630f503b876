import { registerEnumType } from 'type-graphql';

export const Persona = { CFO: 'CFO', CRO: 'CRO', COO: 'COO', CTO: 'CTO' } as const;
export type Persona = (typeof Persona)[keyof typeof Persona];
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

export const GoodDirection = { UP: 'UP', DOWN: 'DOWN', NEUTRAL: 'NEUTRAL' } as const;
export type GoodDirection = (typeof GoodDirection)[keyof typeof GoodDirection];
registerEnumType(GoodDirection, {
  name: 'GoodDirection',
  description: 'Which way a number should move.',
  valuesConfig: {
    UP: { description: 'More is better.' },
    DOWN: { description: 'Less is better.' },
    NEUTRAL: { description: 'Neither is better by itself.' },
  },
});

export const UnitKind = { COUNT: 'COUNT', NUMBER: 'NUMBER', MONEY: 'MONEY', PERCENT: 'PERCENT', DAYS: 'DAYS' } as const;
export type UnitKind = (typeof UnitKind)[keyof typeof UnitKind];
registerEnumType(UnitKind, {
  name: 'Unit',
  description: 'What a number counts.',
  valuesConfig: {
    COUNT: { description: 'How many.' },
    NUMBER: { description: 'A plain number in the unit of its source.' },
    MONEY: { description: 'An amount of money.' },
    PERCENT: { description: 'A share as a fraction: 0.12 is 12 %.' },
    DAYS: { description: 'A length of time in days.' },
  },
});

export const BusinessDomain = {
  FINANCE: 'FINANCE',
  GROWTH: 'GROWTH',
  OPERATIONS: 'OPERATIONS',
  PRODUCT: 'PRODUCT',
  PEOPLE: 'PEOPLE',
} as const;
export type BusinessDomain = (typeof BusinessDomain)[keyof typeof BusinessDomain];
registerEnumType(BusinessDomain, {
  name: 'Domain',
  description: 'The part of the business a number belongs to.',
  valuesConfig: {
    FINANCE: { description: 'Money earned, spent and owed.' },
    GROWTH: { description: 'Customers and sales.' },
    OPERATIONS: { description: 'Orders, service and daily work.' },
    PRODUCT: { description: 'What is sold and how it is used.' },
    PEOPLE: { description: 'Those who work for the business.' },
  },
});
