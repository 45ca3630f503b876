import { read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { MAX_QUESTION_LENGTH, phraseKey } from '../language/tokenize.ts';
import type { Overviews } from './overview-file.ts';
import { readOverview } from './phrase.ts';

/** Of the words of results, those that ask how a whole part of the business did. */
const WHOLE_PART = /^(?:performance|reports?|summary|reviews?|recap|results?)$/;

/** Whether the tenant's data calls something of its own by this word; a synonym of ours (an outcome is a result) is not what it calls it. */
function isThing(knowledge: Knowledge, word: string, alone: boolean): boolean {
  return (knowledge.lexicon.phrases.get(phraseKey(word)) ?? []).some(
    (meaning) =>
      'match' in meaning &&
      meaning.match === 'label' &&
      // A column called `number` is nothing that `the numbers for 2017` could ask for.
      (!alone || meaning.kind === 'entity' || meaning.kind === 'metric') &&
      (meaning.kind !== 'metric' || knowledge.metrics.get(meaning.metric)?.computation != null),
  );
}

/**
 * Whether a question asks for an overview, not for one answer: it says dashboard, or asks how things went, in words that are nothing of the
 * data. What can be answered by itself is answered by itself.
 */
export function isOverview(knowledge: Knowledge, overviews: Overviews, question: string, today: string): boolean {
  if (question.length > MAX_QUESTION_LENGTH) return false;
  const phrase = readOverview(question, today);
  if (phrase.head === null || phrase.headWords.some((word) => isThing(knowledge, word, phrase.topic === ''))) return false;
  if (phrase.head === 'DASHBOARD' || phrase.topic === '') return true;
  const key = phraseKey(phrase.topic);
  const part = overviews.topics.some(({ names }) => names.some((name) => phraseKey(name) === key));
  if (part && phrase.headWords.length > 0 && phrase.headWords.every((word) => WHOLE_PART.test(word))) return true;
  const reading = read(knowledge, question, today);
  if (reading.kind === 'understood' || phrase.headWords.length === 0) return false;
  const words = phrase.headWords.join(' ').split(' ');
  const unknown = reading.refusal.notUnderstood.map((word) => word.toLowerCase());
  return unknown.length > 0 && unknown.every((word) => words.includes(word));
}
