import type { Lexicon } from '../../language/lexicon-builder.ts';
import { Attempt } from '../attempt.ts';
import type { Context } from '../context.ts';
import type { NestedReading } from './nested-facts.ts';
import { piecesOf } from './pieces.ts';
import { nameOf } from './read-nested.ts';
import { readNumbers } from './read-numbers.ts';
import { readPhrases, type Phrases } from './read-phrases.ts';
import { planOf, shapeOf, wantedOf } from './records-plan.ts';
import { assumedIn } from './vague.ts';
import { superlativeOf } from './words.ts';

const RANKED_BY =
  /^(?<before>.*?)\b(?<rank>\w+est)\s+(?<noun>.+?)\s+(?:by|in terms of|in)\s+(?<measure>population|area|size|length|height|price|age|weight|revenue|[a-z]+)\W*$/isu;

/** `the largest city in Texas by population`: with the highest population. */
function rankedBy(question: string): string {
  const { before, rank, noun, measure } = RANKED_BY.exec(question)?.groups ?? {};
  const superlative = superlativeOf(rank?.toLowerCase() ?? '');
  if (superlative === null || !/\bby\s+\w+\W*$|in terms of/iu.test(question)) return question;
  return `${before ?? ''}${noun ?? ''} with the ${superlative.direction === 'max' ? 'highest' : 'lowest'} ${measure ?? ''}`;
}

/** Signs of comparison as words; what stands in brackets as a condition. */
const inWords = (question: string): string =>
  question
    .replaceAll(/\b(?:\w+) (\w+) \((\w+ ?[<>]=? ?[\d.]+)\)/gu, '$1 with $2')
    .replaceAll(/ ?>= ?|≥/gu, ' at least ')
    .replaceAll(/ ?<= ?|≤/gu, ' at most ')
    .replaceAll(/ ?> ?/gu, ' more than ')
    .replaceAll(/ ?< ?/gu, ' less than ');

/** What is asked beside the records. */
const ORDERED = /,?\s*\b(?:and\s+)?(?:ordered|sorted|order|sort|ranked|listed)\b\s+(?:by|in|from|alphabetically)?.*$/isu;

/** Politeness, and sentences that only say how the answer is to be told. */
const POLITE =
  /^\W*(?:please\s+|kindly\s+|(?:can|could|would) you (?:please )?|i(?:'d| would) like to (?:know|see)\s+|i want to (?:know|see)\s+)+/iu;
const FURTHER = /(?<=[.?!])\s+(?:give|return|show|list|include|provide|display|also)\b[^.?!]*[.?!]?\s*$/iu;

/** Reads a question as nested phrases over the tenant's records; null where it is none. */
export function readNested(context: Context, lexicon: Lexicon, asked: string): NestedReading | null {
  const further = FURTHER.exec(asked)?.[0] ?? '';
  const also = /\b(?:number|count) of (?<counted>\w+)/iu.exec(further)?.groups?.['counted'];
  const main = asked.replace(FURTHER, '');
  const whole =
    also === undefined || /\bhow many\b|\bnumber of\b|\bratio\b/iu.test(main)
      ? main
      : `${main.replace(/[?.!\s]+$/u, '')} and how many ${also}`;
  const plain = inWords(whole.replace(POLITE, '').replace(/\bin the (?:database|data ?set|data)\b/iu, ''));
  const question = rankedBy(plain.replace(ORDERED, ''));
  const phrases = (text: string): Phrases | null => readPhrases(context, lexicon, text);
  return (
    readNumbers(context, lexicon, question, /\bas well\b|^\s*also\b/iu.test(further), phrases) ??
    readSeveral(context, lexicon, question) ??
    readRecords(context, lexicon, question)
  );
}

/** `the name and rating of the restaurants`: further attributes that are told beside the last. */
const SEVERAL = /^\W*(?:(?:what(?:'s| is| are| were| was)?|list|show|give|return|find|get|provide|display)\s+)?(?:me\s+)?(?:all\s+)?(?:the\s+)?(?<more>\w+(?: \w+)?(?:, (?:the )?\w+(?: \w+)?)*),? and (?:the )?(?<last>\w+(?: \w+)?) of (?<rest>.+)$/isu; // prettier-ignore

/** Reads several attributes of the same records; null where it asks for fewer. */
function readSeveral(context: Context, lexicon: Lexicon, question: string): NestedReading | null {
  const { more, last, rest } = SEVERAL.exec(question)?.groups ?? {};
  const told = more === undefined ? null : readRecords(context, lexicon, `what is the ${last ?? ''} of ${rest ?? ''}`);
  const plan = told?.interpretation.plan;
  const [column] = plan?.columns ?? [];
  if (more === undefined || told === null || plan?.shape !== 'list' || column === undefined || column.path.length > 0) return null;
  const entity = plan.sources[0]?.entity ?? '';
  const own = (name: string): string | null => {
    const attributes = piecesOf(name.replace(/^the /iu, ''), lexicon).at(-1)?.attributes ?? [];
    const found = attributes.find((each) => each.entity === entity)?.attribute ?? null;
    return found ?? (/^(?:the )?names?$/iu.test(name) ? nameOf(context, entity) : null);
  };
  const columns = more.split(',').map((name) => own(name.trim()));
  if (columns.some((each) => each === null)) return null;
  const fields = columns.flatMap((attribute) => (attribute === null ? [] : [{ path: [], attribute }]));
  return { ...told, facts: { ...told.facts, phrases: told.facts.phrases + fields.length }, interpretation: { ...told.interpretation, plan: { ...plan, columns: [...fields, column] } } }; // prettier-ignore
}

function readRecords(context: Context, lexicon: Lexicon, question: string): NestedReading | null {
  const read = readPhrases(context, lexicon, question);
  if (read === null) return null;
  const { phrases, unknown } = read;
  // A time alone names nothing.
  if (phrases.every(({ moment }) => moment !== null)) return null;
  const wanted = wantedOf(question);
  const plans = read.readings.flatMap((meant) => {
    const plan = planOf(context, meant, wanted);
    return plan === null ? [] : [{ plan, score: meant.score / phrases.length }];
  });
  const [first] = plans;
  if (first === undefined) return null;
  const second = plans.find(({ plan }) => JSON.stringify(plan) !== JSON.stringify(first.plan));
  const attempt = new Attempt();
  const assumed = assumedIn(context, phrases, first.plan);
  for (const word of unknown) attempt.note(`"${word}" is not taken into account`, -0.25);
  for (const each of assumed) if (each !== null) attempt.note(each.text, -0.5);
  return {
    numbers: false,
    interpretation: { plan: first.plan, attempt, score: first.score },
    facts: {
      phrases: phrases.length,
      unknown: unknown.length,
      score: first.score,
      margin: second === undefined ? 1 : first.score - second.score,
      corrected: read.corrected,
      vague: assumed.filter((each) => each === null).length,
      ...shapeOf(context, first.plan),
      rival: false,
    },
  };
}
