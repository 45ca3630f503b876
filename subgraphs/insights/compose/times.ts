import { verbForms } from '../language/stem.ts';
import { addDays, daysBetween, labelOf, periodOf, previousRange, startOf } from '../language/calendar.ts';
import { withYear } from '../language/time-range.ts';
import type { TimeRange } from '../language/time-range.ts';
import { inFiscalTime } from '../language/fiscal.ts';
import { isTemporal } from '../model/model-index.ts';
import { timeAttributes } from '../model/time-axis.ts';
import type { FieldRef, Period } from '../plan/query-plan.ts';
import { Unreadable } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';
import { reachAny } from './fields.ts';
import { isWord, nextContent, previousContent } from './node.ts';
import type { Node } from './node.ts';

/** A period that so few days are missing of is over. */
const NEARLY_DAYS = 6;
/** What it takes from the confidence that a period said without its year is taken as the latest. */
const LATEST_OF_SEVERAL = -0.06;

/** First and last day the data has on a time axis; nulls when unknown. */
export function coverage(context: Context, entity: string, field: FieldRef | null): { min: string | null; max: string | null } {
  const at = field === null ? null : context.model.resolve(entity, field);
  const facts = at === null ? undefined : context.profile.entities[at.entity.name]?.attributes[field?.attribute ?? ''];
  return { min: facts?.min?.slice(0, 10) ?? null, max: facts?.max?.slice(0, 10) ?? null };
}

function yearsWith(range: TimeRange, min: string, max: string): number[] {
  const years: number[] = [];
  for (let year = Number(min.slice(0, 4)); year <= Number(max.slice(0, 4)); year += 1) {
    const dated = withYear(range, year);
    if (dated.from !== null && dated.to !== null && dated.from <= max && dated.to > min) years.push(year);
  }
  return years;
}

/** Decides the unsaid year of `Q4`: the only one the data has; several are asked back. */
function dated(
  context: Context,
  attempt: Attempt,
  entity: string,
  axis: FieldRef | null,
  range: TimeRange,
  sayer: Node,
  said: number | null,
): TimeRange {
  if (range.yearless === null) return range;
  if (said !== null) return withYear(range, said);
  const { min, max } = coverage(context, entity, axis);
  const years = min === null || max === null ? [Number(context.today.slice(0, 4))] : yearsWith(range, min, max);
  const [first] = years;
  if (first === undefined) throw new Unreadable('NO_DATA', `There is no data for ${range.label}`, [sayer.item.text]);
  const whole = years.filter((year) => (withYear(range, year).to ?? '') <= addDays(context.clock.past, NEARLY_DAYS));
  const latest = whole.at(-1) ?? years.at(-1) ?? first;
  attempt.note(
    years.length === 1
      ? `${range.label} is the one of ${first}, the only one in the data`
      : `${range.label} is the latest, of ${latest}: the data has it in ${years.join(', ')}`,
    years.length === 1 ? -0.02 : LATEST_OF_SEVERAL,
  );
  return withYear(range, latest);
}

const toPeriod = (range: TimeRange): Period => ({ from: range.from, to: range.to, label: range.label, relative: range.relative });

function datesOfVerb(context: Context, entity: string, word: string): FieldRef[] {
  const forms = verbForms(word);
  if (forms.length < 2) return [];
  const fits = (part: string): boolean => forms.some((form) => part === form || (form.length >= 4 && part.startsWith(form)));
  return context.model
    .paths(entity)
    .filter((path) => path.relations.length <= 1)
    .flatMap((path) =>
      timeAttributes(context.model.entity(path.target))
        .filter((attribute) => `${attribute.label} ${attribute.synonyms.join(' ')}`.toLowerCase().split(/\W+/).some(fits))
        .map((attribute) => ({ path: path.relations, attribute: attribute.name })),
    );
}

/** `how many employees were terminated`: a verb of a date that not every record has means that it has one. */
export function verbFilter(context: Context, entity: string, word: string): FieldRef | null {
  const own = datesOfVerb(context, entity, word).filter((field) => field.path.length === 0);
  const [only] = own;
  const blanks = only === undefined ? 0 : (context.profile.entities[entity]?.attributes[only.attribute]?.blanks ?? 0);
  return only === undefined || own.length > 1 || blanks === 0 ? null : only;
}

/** A date named next to the period places the records in time instead of their main date; a verb of a date's name does so, too. */
export function namedAxis(context: Context, attempt: Attempt, entity: string, nodes: Node[]): FieldRef | null {
  const free = nodes.filter((node) => node.time === null && !attempt.used.has(node.index));
  for (const node of free) {
    const near = [nextContent(nodes, node.index + 1), previousContent(nodes, node.index)].some((each) => each?.time?.kind === 'range');
    const temporal = near
      ? reachAny(context, entity, node.things).find((reached) => reached.attribute !== null && isTemporal(reached.attribute))
      : undefined;
    if (temporal === undefined) continue;
    attempt.use(node, 'TIME', temporal.label);
    return temporal.field;
  }
  if (!nodes.some((each) => each.time?.kind === 'range')) return null;
  for (const node of free) {
    const [field] = datesOfVerb(context, entity, node.item.text);
    if (field === undefined) continue;
    attempt.use(node, 'TIME', field.attribute);
    return field;
  }
  return null;
}

function shifted(
  period: { from: string | null; to: string | null },
  grain: 'year' | 'quarter' | 'month' | 'week' | 'previous',
): Period | null {
  if (period.from === null || period.to === null) return null;
  const moved =
    grain === 'previous'
      ? previousRange(period.from, period.to)
      : { from: periodOf(grain, period.from, -1), to: periodOf(grain, period.to, -1) };
  return { ...moved, label: labelOf(moved.from, moved.to), relative: false };
}

function union(ranges: TimeRange[]): TimeRange | null {
  const sorted = ranges.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const [first] = sorted;
  let last = first;
  for (const next of sorted.slice(1)) {
    if (last === undefined || last.to !== next.from) return null;
    last = next;
  }
  return first === undefined || last === undefined ? null : { ...first, to: last.to, label: `${first.label} and ${last.label}` };
}

/**
 * Reads periods and comparisons of periods for records of `entity` on `axis`. Leaves nodes unused that it cannot place: without a date,
 * a year may still be an attribute.
 */
export function readTimes(context: Context, attempt: Attempt, entity: string, axis: FieldRef | null, nodes: Node[]): void {
  const said = nodes.filter((node) => node.time?.kind === 'range' && !attempt.used.has(node.index) && node.number?.plain !== false);
  const shift = nodes.find((node) => node.time?.kind === 'shift');
  if (axis === null || (said.length === 0 && shift === undefined)) return;
  const years = said.flatMap((node) =>
    node.time?.kind === 'range' && node.time.range.from !== null && !node.time.range.relative
      ? [Number(node.time.range.from.slice(0, 4))]
      : [],
  );
  const saidYear = new Set(years).size === 1 ? (years[0] ?? null) : null;
  const ranges = said.flatMap((node) =>
    node.time?.kind === 'range'
      ? [
          {
            node,
            range: inFiscalTime(
              dated(context, attempt, entity, axis, node.time.range, node, saidYear),
              context.model.calendar,
              context.clock.today,
            ),
          },
        ]
      : [],
  );
  for (const { node, range } of ranges)
    attempt.use(node, 'TIME', range.from === null || range.to === null ? range.label : `${range.from} to ${addDays(range.to, -1)}`);
  const versus = nodes.find((node) => isWord(node, 'versus'));
  const [first, second] = ranges;
  if (
    first !== undefined &&
    second !== undefined &&
    ranges.length === 2 &&
    (versus !== undefined || nodes.some((node) => /\bcompar/i.test(node.item.text)))
  ) {
    if (versus !== undefined) attempt.use(versus, 'COMPARE', 'compared with');
    attempt.period = toPeriod(first.range);
    attempt.compare = toPeriod(second.range);
    return;
  }
  if (ranges.length > 1) {
    const whole = union(ranges.map(({ range }) => range));
    if (whole === null)
      throw new Unreadable(
        'NOT_UNDERSTOOD',
        'Several periods that do not follow one another',
        ranges.map(({ node }) => node.item.text),
      );
    attempt.period = toPeriod(whole);
  } else if (first !== undefined) attempt.period = toPeriod(first.range);
  if (shift?.time?.kind !== 'shift') return;
  const { grain } = shift.time;
  if (attempt.period === null && grain !== 'previous') {
    const from = startOf(grain, context.clock.today);
    attempt.period = { from, to: periodOf(grain, from, 1), label: `this ${grain}`, relative: true };
  }
  attempt.compare = attempt.period === null ? null : shifted(attempt.period, grain);
  if (attempt.compare === null) throw new Unreadable('NOT_UNDERSTOOD', 'A comparison with no period to compare', [shift.item.text]);
  attempt.use(shift, 'TIME', attempt.compare.label);
  if (versus !== undefined) attempt.use(versus, 'COMPARE', 'compared with');
}

/** Refuses periods the data knows nothing about, and says when it ends early. */
export function checkCoverage(context: Context, attempt: Attempt, entity: string, axis: FieldRef | null, sayer: Node | undefined): void {
  const { period } = attempt;
  const { min, max } = coverage(context, entity, axis);
  if (period === null || min === null || max === null) return;
  const after = period.from !== null && period.from > max;
  const before = period.to !== null && period.to <= min;
  if (after || before) {
    const span = period.from !== null && period.to !== null ? latestLike(period.from, period.to, max) : null;
    const label = span === null ? null : labelOf(span.from, span.to);
    throw new Unreadable(
      'NO_DATA',
      `There is no data for ${period.label}: it runs from ${min} to ${max}.`,
      [],
      label === null || sayer === undefined ? [] : [`~${sayer.index}~${/ to /.test(label) ? `from ${label}` : label}`],
    );
  }
  const gap = period.to === null ? 0 : daysBetween(addDays(max, 1), period.to);
  if (gap > 0 && gap > Math.max(2, daysBetween(period.from ?? min, period.to ?? max) * 0.02))
    attempt.note(`The data ends on ${max}, before ${period.label} does`, -0.04);
}

/** The latest period of the same kind that the data reaches into. */
export function latestLike(from: string, to: string, max: string): { from: string; to: string } {
  for (const unit of ['year', 'quarter', 'month', 'week', 'day'] as const) {
    const start = startOf(unit, max);
    if (startOf(unit, from) === from && periodOf(unit, from, 1) === to) return { from: start, to: periodOf(unit, start, 1) };
  }
  const start = startOf('month', max);
  return { from: start, to: periodOf('month', start, 1) };
}
