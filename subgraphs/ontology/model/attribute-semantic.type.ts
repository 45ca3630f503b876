import { registerEnumType } from 'type-graphql';
import type { Semantic } from '../../../schema/events/semantic-model.ts';

/** What attributes mean, as the graph names it. */
export const AttributeSemantic = {
  IDENTIFIER: 'IDENTIFIER',
  NAME: 'NAME',
  CATEGORY: 'CATEGORY',
  STATUS: 'STATUS',
  AMOUNT: 'AMOUNT',
  PRICE: 'PRICE',
  QUANTITY: 'QUANTITY',
  RATE: 'RATE',
  DATE: 'DATE',
  EMAIL: 'EMAIL',
  PHONE: 'PHONE',
  URL: 'URL',
  PLACE: 'PLACE',
  PERSON: 'PERSON',
  TEXT: 'TEXT',
  FLAG: 'FLAG',
} as const satisfies Record<Semantic, Semantic>;
registerEnumType(AttributeSemantic, {
  name: 'AttributeSemantic',
  description: 'What an attribute means beyond its type; drives metrics, resolution and language.',
  valuesConfig: {
    IDENTIFIER: { description: 'Tells one record from another.' },
    NAME: { description: 'What people call the record.' },
    CATEGORY: { description: 'One of few values.' },
    STATUS: { description: 'A category that changes over a record’s life.' },
    AMOUNT: { description: 'Money that may be summed.' },
    PRICE: { description: 'Money for one of something.' },
    QUANTITY: { description: 'A count that may be summed.' },
    RATE: { description: 'A ratio or score.' },
    DATE: { description: 'When something happened.' },
    EMAIL: { description: 'An e-mail address.' },
    PHONE: { description: 'A telephone number.' },
    URL: { description: 'A web address.' },
    PLACE: { description: 'A city, country or region.' },
    PERSON: { description: 'A person’s name.' },
    TEXT: { description: 'Free text.' },
    FLAG: { description: 'Yes or no.' },
  },
});
