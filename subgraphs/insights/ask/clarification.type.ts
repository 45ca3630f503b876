import { Field, ObjectType } from 'type-graphql';
import type { Declined } from './answer.type.ts';
import { Token } from './token.type.ts';

@ObjectType('ClarificationChoice', { description: 'One of the things a question can mean.', simpleResolvers: true })
export class ClarificationChoice {
  @Field(() => String, { description: 'What to choose by, in a few words.' })
  label!: string;

  @Field(() => String, { description: 'The question that means only this; ask it.' })
  question!: string;
}

@ObjectType('Clarification', {
  description: 'A question back: what was asked can mean several things that differ, each of which can be answered.',
  simpleResolvers: true,
})
export class Clarification {
  @Field(() => String, { description: 'The question as it was asked.' })
  question!: string;

  @Field(() => String, { description: 'What has to be decided, in a sentence.' })
  text!: string;

  @Field(() => [ClarificationChoice], { description: 'What it can mean; two or more.' })
  choices!: ClarificationChoice[];

  @Field(() => [Token], { description: 'The question, stretch by stretch, with what each could be.' })
  interpretation!: Token[];
}

/** A question that is declined only because it means several things, as a question back; null for every other refusal. */
export function clarificationOf({ reason, question, text, suggestions, interpretation }: Declined): Clarification | null {
  if (reason !== 'AMBIGUOUS' || suggestions.length < 2) return null;
  const choices = suggestions.map((each) => ({ label: told(question, each), question: each }));
  return Object.assign(new Clarification(), { question, text, choices, interpretation });
}

/** What a choice says that the question does not: the words that differ, in their order. */
function told(question: string, choice: string): string {
  const said = new Set(question.toLowerCase().split(/\s+/));
  const words = choice.split(/\s+/);
  const first = words.findIndex((word) => !said.has(word.toLowerCase()));
  const last = words.findLastIndex((word) => !said.has(word.toLowerCase()));
  return first < 0 ? choice : words.slice(first, last + 1).join(' ');
}
