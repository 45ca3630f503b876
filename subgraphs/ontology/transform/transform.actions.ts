import { MEMBERS, OPERATORS } from '../../kernel/permissions/actions.ts';

export const transformActions = {
  'transforms.read': {
    description: 'reading what is done to values on their way to attributes',
    audience: MEMBERS,
    covers: [
      'TransformStep',
      'TransformCase',
      'TransformInForce',
      'TransformSuggestion',
      'DerivedField',
      'UnpivotSuggestion',
      'Query.exchangeRates',
      'ExchangeRate',
      'ExchangeRateConnection',
      'ExchangeRateEdge',
    ],
  },
  'transforms.preview': {
    description: 'trying out what is to be done to values',
    audience: OPERATORS,
    covers: ['Query.transformPreview', 'TransformPreview', 'PreviewedValue'],
  },
  'exchange-rates.set': {
    description: 'saying what currencies are worth',
    audience: OPERATORS,
    covers: ['Mutation.setExchangeRates', 'ExchangeRatesSet', 'Mutation.removeExchangeRate'],
  },
} as const;
