import { createHash } from 'node:crypto';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ReadToken } from '../compose/interpret.ts';

export const TokenKind = {
  METRIC: 'METRIC',
  ENTITY: 'ENTITY',
  DIMENSION: 'DIMENSION',
  VALUE: 'VALUE',
  TIME: 'TIME',
  COMPARE: 'COMPARE',
  RANK: 'RANK',
  AGGREGATE: 'AGGREGATE',
  FILLER: 'FILLER',
  UNKNOWN: 'UNKNOWN',
} as const;
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];
registerEnumType(TokenKind, {
  name: 'TokenKind',
  description: 'What a stretch of a question was taken for.',
  valuesConfig: {
    METRIC: { description: 'The number asked for.' },
    ENTITY: { description: 'A kind of record.' },
    DIMENSION: { description: 'What it is split by, or an attribute.' },
    VALUE: { description: 'A value of the data.' },
    TIME: { description: 'A period or a date.' },
    COMPARE: { description: 'A comparison or a negation.' },
    RANK: { description: 'An order, such as top 5.' },
    AGGREGATE: { description: 'How numbers are put together.' },
    FILLER: { description: 'Only holds the sentence together.' },
    UNKNOWN: { description: 'Not understood.' },
  },
});

@ObjectType('Token', { description: 'A stretch of the question with what it was taken for.', simpleResolvers: true })
export class Token {
  @Field(() => ID, { description: 'Tells the stretch apart from all others, of this question and of any.' })
  id!: string;

  @Field(() => String, { description: 'The words as they were typed.' })
  text!: string;

  @Field(() => Int, { description: 'Where it starts in the question, in UTF-16 units.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends.' })
  end!: number;

  @Field(() => TokenKind, { description: 'What it was taken for.' })
  kind!: TokenKind;

  @Field(() => String, { nullable: true, description: 'What exactly it means here.' })
  meaning!: string | null;
  /** The question it stands in, for its alternatives. */
  question!: string;
}

@ObjectType('TokenAlternative', { description: 'Something else that a stretch of a question can mean.', simpleResolvers: true })
export class TokenAlternative {
  @Field(() => String, { description: 'What it would mean.' })
  label!: string;

  @Field(() => String, { description: 'The question with that meaning; it can be answered.' })
  question!: string;
}

const ID_CHARACTERS = 16;

/** The stretches of a question as the graph shows them. */
export function tokensOf(question: string, tokens: readonly ReadToken[]): Token[] {
  return tokens.map((token) => {
    const hash = createHash('sha256')
      .update(JSON.stringify([question, token.start, token.end]))
      .digest('base64url');
    return Object.assign(new Token(), token, { id: hash.slice(0, ID_CHARACTERS), question });
  });
}
