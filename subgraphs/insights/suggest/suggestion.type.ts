import { Field, ObjectType, registerEnumType } from 'type-graphql';

export const SuggestionKind = {
  QUESTION: 'QUESTION',
  METRIC: 'METRIC',
  DIMENSION: 'DIMENSION',
  ENTITY: 'ENTITY',
  VALUE: 'VALUE',
  TIME: 'TIME',
} as const;
export type SuggestionKind = (typeof SuggestionKind)[keyof typeof SuggestionKind];
registerEnumType(SuggestionKind, {
  name: 'SuggestionKind',
  description: 'What a suggestion completes a question with.',
  valuesConfig: {
    QUESTION: { description: 'A whole question.' },
    METRIC: { description: 'A metric.' },
    DIMENSION: { description: 'An attribute to split by.' },
    ENTITY: { description: 'A kind of record.' },
    VALUE: { description: 'A value of the data.' },
    TIME: { description: 'A period.' },
  },
});

@ObjectType('Suggestion', { description: 'A way to go on with a question being typed.', simpleResolvers: true })
export class Suggestion {
  @Field(() => String, { description: 'What is suggested.' })
  text!: string;

  @Field(() => String, { description: 'The whole question with it; it can be answered.' })
  completion!: string;

  @Field(() => SuggestionKind, { description: 'What kind of thing it is.' })
  kind!: SuggestionKind;
}
