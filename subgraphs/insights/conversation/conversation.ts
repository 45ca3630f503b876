import { read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { Refusal } from '../compose/interpret.ts';
import { keywordOf } from '../language/keywords.ts';
import { MAX_QUESTION_LENGTH, phraseKey } from '../language/tokenize.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { continued } from './follow-up.ts';
import { turnedAway } from './gate.ts';
import { personaOf } from './persona-of.ts';

/** A question or a follow-up as it comes, with the whole question it follows. */
export interface Said {
  question: string;
  persona: PersonaName | null;
  /** The question that was answered before, whole, and through whose eyes; null at the beginning. */
  before: { question: string; persona: PersonaName | null } | null;
}

/** What is to be read: a whole question through somebody's eyes; or why nothing is. */
export type Heard =
  | { kind: 'question'; question: string; persona: PersonaName | null; readAs: string | null }
  | {
      kind: 'turned';
      refusal: Omit<Refusal, 'reason'> & { reason: Refusal['reason'] | NonNullable<ReturnType<typeof turnedAway>>['reason'] };
    };

/** Takes what was said as a whole question, or turns it away politely when it is none. Pure; never throws on any text. */
export function hear(knowledge: Knowledge, { question, persona, before }: Said, today: string): Heard {
  const { lexicon } = knowledge;
  const records = (word: string): boolean =>
    (lexicon.phrases.get(phraseKey(word)) ?? []).some((meaning) => meaning.kind === 'entity' || meaning.kind === 'attribute');
  const word = (each: string): boolean => keywordOf(each) !== null || lexicon.phrases.has(phraseKey(each)) || lexicon.values.has(each);
  const turned = turnedAway(question, { word, records });
  if (turned !== null)
    return { kind: 'turned', refusal: { ...turned, notUnderstood: [], missing: [], wouldHelp: [], suggestions: [], tokens: [] } };
  const whole =
    before === null || before.question.length > MAX_QUESTION_LENGTH ? question : continued(knowledge, before.question, question, today);
  const readAs = whole === question ? null : whole;
  const eyes = persona ?? (readAs === null ? null : (before?.persona ?? null));
  if (eyes !== null) return { kind: 'question', question: whole, persona: eyes, readAs };
  const reading = read(knowledge, whole, today);
  return {
    kind: 'question',
    question: whole,
    persona: personaOf(whole, knowledge, reading.kind === 'understood' ? reading.interpretation : null),
    readAs,
  };
}
