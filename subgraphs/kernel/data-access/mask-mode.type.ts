import { registerEnumType } from 'type-graphql';
import { MaskMode } from './data-rule.ts';

registerEnumType(MaskMode, {
  name: 'MaskMode',
  description: 'How much of a masked value is left.',
  valuesConfig: {
    HIDE: { description: 'Nothing: it cannot be read, asked for, grouped, filtered or sorted by.' },
    PSEUDONYM: { description: 'A made-up name, the same for the same value: it can be counted and grouped by.' },
    PARTIAL: { description: 'A part to recognise it by: a first letter, last digits, a size. It can only be shown.' },
  },
});

export { MaskMode };
