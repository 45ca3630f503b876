import type { DeltaFacts } from '../answer/answer-types.ts';
import { formatValue, toNumber } from '../answer/format.ts';
import { deltaOf } from '../answer/movement.ts';
import { deltaText, valueSentence } from '../answer/sentence.ts';
import { comparedPeriod } from '../answer/variations.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { inSentence } from '../suggest/question-for.ts';
import type { Shown, Trial } from './trial.ts';

/** A number of a dashboard beside what it was in the period before. */
interface Told {
  shown: Shown;
  delta: DeltaFacts | null;
}

/** Numbers that are told beside the first. */
const MAX_BESIDE = 3;
/** Smaller moves are no news. */
const NEWS = 0.15;
/** A group with less is not what a business lives on. */
const LEADS = 0.3;
/** Numbers from here on are told without what is behind the point. */
const LARGE = 1_000;

const isNumber = ({ idea }: Shown): boolean => idea.kind === 'KPI';

/** What the numbers of a dashboard were in the period before, as far as the data goes back; one statement each. */
async function beside({ knowledge, frame, asking }: Trial, numbers: readonly Shown[]): Promise<Told[]> {
  return asking(async (run) => {
    const told: Told[] = [];
    for (const shown of numbers) {
      const period = shown.idea.dated ? comparedPeriod(frame.context, shown.plan) : null;
      const rows = period === null ? [] : await run(compilePlan({ ...shown.plan, period }, knowledge.model));
      told.push({ shown, delta: period === null ? null : deltaOf(shown.value, toNumber(rows[0]?.['m0']), period.label) });
    }
    return told;
  });
}

function moved({ shown, delta }: Told): string {
  const unit = shown.plan.measures[0]?.unit;
  if (delta === null || delta.absolute === 0) return '';
  const way = delta.absolute > 0 ? 'up' : 'down';
  if (unit === 'PERCENT') return ` (${way} ${Math.abs(delta.absolute * 100).toFixed(1)} points)`;
  return delta.relative === null ? '' : ` (${way} ${Math.abs(delta.relative * 100).toFixed(1)} %)`;
}

/** `gross margin 71.2 % (up 1.2 points)`. */
function short(told: Told): string {
  const { shown } = told;
  const measure = shown.plan.measures[0];
  const value = shown.value !== null && Math.abs(shown.value) >= LARGE ? Math.round(shown.value) : shown.value;
  return `${inSentence(shown.idea.measure.label)} ${formatValue(value, measure?.unit ?? 'NUMBER', measure?.currency ?? null) ?? ''}${moved(told)}`;
}

const listed = (parts: readonly string[]): string =>
  parts.length <= 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** The number that moved most, where that is news and not told already. */
function mover(rest: readonly Told[]): string {
  const [most] = rest
    .filter(({ delta }) => Math.abs(delta?.relative ?? 0) >= NEWS)
    .toSorted((a, b) => Math.abs(b.delta?.relative ?? 0) - Math.abs(a.delta?.relative ?? 0));
  return most === undefined ? '' : `What moved most: ${short(most)}.`;
}

/** The group that a number mostly comes from. */
function leader(shown: readonly Shown[]): string {
  const found = shown.find((each) => (each.leader?.share ?? 0) >= LEADS);
  const { leader: leads, idea } = found ?? {};
  if (leads == null || idea === undefined) return '';
  return `${leads.label} is the largest ${inSentence(idea.dimension?.label ?? 'group')}, with ${(leads.share * 100).toFixed(1)} % of ${inSentence(idea.measure.label)}.`;
}

/** What a dashboard says at a glance: its main number and what it was before, those beside it, what moved most, and where it mostly comes from. */
export async function overviewText(trial: Trial, shown: readonly Shown[]): Promise<string[]> {
  const [main, ...rest] = await beside(trial, shown.filter(isNumber));
  const measure = main?.shown.plan.measures[0];
  if (main === undefined || measure === undefined) return [];
  const { idea, plan, value } = main.shown;
  const formatted = formatValue(value, measure.unit, measure.currency);
  const dated = rest.filter((told) => told.shown.idea.dated === idea.dated);
  const near = dated.slice(0, MAX_BESIDE);
  return [
    valueSentence(idea.measure.label, plan, formatted, deltaText(main.delta, measure.unit, measure.currency), ''),
    near.length === 0 ? '' : `Beside it: ${listed(near.map(short))}.`,
    mover(dated.slice(MAX_BESIDE)),
    leader(shown),
  ];
}
