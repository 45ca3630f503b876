import { Field, ObjectType, registerEnumType } from 'type-graphql';

export const VerdictAnswer = { YES: 'YES', NO: 'NO', UNCLEAR: 'UNCLEAR' } as const;
export type VerdictAnswer = (typeof VerdictAnswer)[keyof typeof VerdictAnswer];
registerEnumType(VerdictAnswer, {
  name: 'VerdictAnswer',
  description: 'The short answer to a yes-or-no question.',
  valuesConfig: {
    YES: { description: 'It is so.' },
    NO: { description: 'It is not so.' },
    UNCLEAR: { description: 'The data does not decide it.' },
  },
});

export const VerdictBasis = {
  BUDGET: 'BUDGET',
  PREVIOUS_PERIOD: 'PREVIOUS_PERIOD',
  OTHER_METRIC: 'OTHER_METRIC',
  LIMIT: 'LIMIT',
  EXISTENCE: 'EXISTENCE',
  NONE: 'NONE',
} as const;
export type VerdictBasis = (typeof VerdictBasis)[keyof typeof VerdictBasis];
registerEnumType(VerdictBasis, {
  name: 'VerdictBasis',
  description: 'What a verdict was judged against.',
  valuesConfig: {
    BUDGET: { description: 'What was planned for the same period.' },
    PREVIOUS_PERIOD: { description: 'The period before, and which direction is good.' },
    OTHER_METRIC: { description: 'Another number of the same period.' },
    LIMIT: { description: 'A limit: the one the question names, or nought.' },
    EXISTENCE: { description: 'Whether there are any such records.' },
    NONE: { description: 'Nothing to judge against was found.' },
  },
});

@ObjectType('Verdict', { description: 'The short answer to a yes-or-no question or a judgement, with its reason.', simpleResolvers: true })
export class Verdict {
  @Field(() => VerdictAnswer, { description: 'Yes, no, or that the data does not decide it.' })
  answer!: VerdictAnswer;

  @Field(() => VerdictBasis, { description: 'What it was judged against.' })
  basis!: VerdictBasis;

  @Field(() => String, { description: 'The reason in a sentence.' })
  text!: string;
}
