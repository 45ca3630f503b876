import type { AnswerFacts } from '../answer/answer-types.ts';
import { read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { periodText } from '../answer/sentence.ts';
import type { Reading } from '../compose/interpret.ts';
import { restrictions } from '../dashboards/expected.ts';
import type { Neighbour } from './neighbour.ts';

type Understood = Extract<Reading, { kind: 'understood' }>;

/** What an answer is told for: its values in words, and the restrictions they make. */
export interface Conditions {
  /** As they may follow in a question, likeliest first; only the empty one without conditions. */
  words: readonly string[];
  required: readonly string[];
  period: string;
}

/** A neighbour's question as it was read, and whether it is told under the same conditions as the answer. */
export interface Asked {
  question: string;
  reading: Understood;
  same: boolean;
}

/** The conditions of an answer beyond those of its own metric. */
export function conditionsOf(knowledge: Knowledge, answer: AnswerFacts): Conditions {
  const own = answer.metric === null ? undefined : knowledge.metrics.get(answer.metric)?.computation;
  const sources = (own?.sources ?? []).map(({ defaults = [], filters, ...source }) => ({
    ...source,
    filters: [...filters, ...defaults],
    keys: [],
  }));
  const always = new Set(restrictions({ ...answer.plan, measures: [], sources }));
  const required = restrictions({ ...answer.plan, measures: [] }).filter((each) => !always.has(each));
  const said = answer.tokens.filter(({ kind }) => kind === 'VALUE').map(({ text }) => text);
  const period = periodText(answer.plan.period);
  if (required.length === 0 || said.length === 0) return { words: [''], required: [], period };
  const listed = said.join(' and ');
  const words = [` for ${listed}`, ` in ${listed}`, ` with ${listed}`, ` excluding ${listed}`, ` ${listed}`];
  return { words, required, period };
}

/** Asks for a neighbour under the answer's conditions and for its time, else without what it cannot be told for; null when it is read in no way. */
export function askedUnder(knowledge: Knowledge, neighbour: Neighbour, conditions: Conditions, today: string): Asked | null {
  const when = neighbour.dated ? conditions.period : '';
  const under = (question: string, required: readonly string[]): Understood | null => {
    const reading = read(knowledge, question, today);
    if (reading.kind === 'refused') return null;
    const held = restrictions(reading.interpretation.plan);
    return required.every((each) => held.includes(each)) ? reading : null;
  };
  if (neighbour.conditioned)
    for (const words of conditions.words) {
      const question = `${neighbour.asked}${words}${when}`;
      const reading = under(question, conditions.required);
      if (reading !== null) return { question, reading, same: true };
    }
  // A part of the whole would be another number: it is not shown at all.
  if (neighbour.relation === 'COMPONENT' && neighbour.conditioned) return null;
  const question = `${neighbour.asked}${when}`;
  const reading = under(question, []);
  return reading === null ? null : { question, reading, same: conditions.required.length === 0 };
}
