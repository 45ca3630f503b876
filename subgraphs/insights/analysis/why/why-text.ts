import { formatValue } from '../../answer/format.ts';
import { periodText } from '../../answer/sentence.ts';
import { inSentence } from '../../suggest/question-for.ts';
import type { Contribution } from './contributions.ts';
import type { WhyFacts } from './why.ts';

/** Below this, no group stands out: the number moved about evenly. */
const STANDS_OUT = 0.12;
/** Groups that are named for, and against, a change. */
const NAMED = 3;
/** Part of the change that somebody has to have added to be named. */
const WORTH_NAMING = 0.05;

function amount(facts: WhyFacts, value: number): string {
  const sign = value < 0 ? '−' : '+';
  if (facts.unit === 'PERCENT') return `${sign}${Math.abs(value * 100).toFixed(2)} points`;
  const rounded = Math.abs(value) >= 100 ? Math.round(Math.abs(value)) : Math.round(Math.abs(value) * 100) / 100;
  return `${sign}${formatValue(rounded, facts.unit, facts.currency) ?? ''}`;
}

function named(facts: WhyFacts, contribution: Contribution): string {
  const { label, change, share, rate, mix } = contribution;
  const part = share === null || share < 0 || facts.kind === 'RATIO' ? '' : `, ${Math.round(share * 100)} %`;
  const why =
    rate === null || mix === null || change === 0
      ? ''
      : Math.abs(rate) >= Math.abs(mix)
        ? `, its own ${inSentence(facts.label)} moved`
        : `, there is ${mix > 0 === change > 0 ? 'more or less' : 'another share'} of it`;
  return `${label} (${amount(facts, change)}${part}${why})`;
}

const list = (texts: readonly string[]): string =>
  texts.length <= 1 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;

/** How far it moved: `fell by 12.0 % in May 2024, from 10 to 8 (April 2024)`. */
function movedText(facts: WhyFacts): string {
  const { label, change, before, after, unit, currency, period, versus } = facts;
  const [from, to] = [formatValue(before, unit, currency), formatValue(after, unit, currency)];
  const when = periodText(period);
  if (change === 0) return `${label} did not move${when}: it was ${to} as in ${versus.label}.`;
  const by =
    unit === 'PERCENT'
      ? `${Math.abs(change * 100).toFixed(2)} points`
      : before === 0
        ? ''
        : `${Math.abs((change / before) * 100).toFixed(1)} %`;
  return `${label} ${change > 0 ? 'rose' : 'fell'}${by === '' ? '' : ` by ${by}`}${when}, from ${from} in ${versus.label} to ${to}.`;
}

/** What made a number move, in a few sentences. @param asked the way it was asked to have moved */
export function whyText(facts: WhyFacts, asked: 'UP' | 'DOWN' | null): string {
  const { change, splits, components, kind } = facts;
  const wrong = asked !== null && change !== 0 && (asked === 'UP') !== change > 0;
  const opening = `${wrong ? 'It was the other way round: ' : ''}${movedText(facts)}`;
  const parts = components.filter((each) => Math.abs(each.share ?? 0) >= WORTH_NAMING).slice(0, NAMED);
  const made =
    parts.length === 0 ? '' : ` By its parts: ${list(parts.map((each) => `${inSentence(each.label)} ${amount(facts, each.change)}`))}.`;
  if (change === 0) return opening;
  if (kind === 'WHOLE') return `${opening}${made} Its groups do not add up to it, so that none can be told to have moved it.`;
  const [best] = splits;
  if (best === undefined) return `${opening}${made}`;
  if (best.telling < STANDS_OUT)
    return `${opening}${made} No group stands out: it moved about evenly by ${list(splits.map(({ dimension }) => dimension.toLowerCase()))}.`;
  const worth = best.contributions.filter((each) => Math.abs(each.share ?? 0) >= WORTH_NAMING);
  const along = worth.filter((each) => each.change > 0 === change > 0).slice(0, NAMED);
  const against = worth.filter((each) => each.change > 0 !== change > 0).slice(0, NAMED);
  const most = ` Most of it by ${best.dimension.toLowerCase()}: ${list(along.map((each) => named(facts, each)))}.`;
  const other = against.length === 0 ? '' : ` Against it: ${list(against.map((each) => named(facts, each)))}.`;
  return `${opening}${along.length === 0 ? '' : most}${other}${made}`;
}
