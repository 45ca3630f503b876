import { expect, test } from 'vitest';
import { splitValue } from './split-value.ts';

test('the number is told from what stands behind it', () => {
  expect(splitValue('15,696,982.26 USD')).toEqual({ number: '15,696,982.26', unit: 'USD' });
  expect(splitValue('63.15 %')).toEqual({ number: '63.15', unit: '%' });
  expect(splitValue('51.8 days')).toEqual({ number: '51.8', unit: 'days' });
  expect(splitValue('−4.2')).toEqual({ number: '−4.2', unit: '' });
  expect(splitValue('$1,200')).toEqual({ number: '$1,200', unit: '' });
});

test('a text that is no number stays whole', () => {
  expect(splitValue('Q3 2017 was best')).toEqual({ number: 'Q3 2017 was best', unit: '' });
  expect(splitValue('–')).toEqual({ number: '–', unit: '' });
});
