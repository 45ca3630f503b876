import type { Lexicon } from '../language/lexicon-builder.ts';
import { labelOf } from '../language/calendar.ts';
import { link } from '../language/link.ts';
import { MAX_QUESTION_LENGTH } from '../language/tokenize.ts';
import { MAX_ROWS } from '../plan/query-plan.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { settleDays } from '../plan/relative-days.ts';
import { validatePlan } from '../plan/validate-plan.ts';
import { Unreadable } from './attempt.ts';
import type { Interpretation, TokenKindName } from './attempt.ts';
import { nestedRather, ofCanonical } from './nested/choose.ts';
import type { Context } from './context.ts';
import { defaultMeasures } from './default-measures.ts';
import { settledWishes } from './wishes.ts';
import { countsOfStates } from './counts-of-states.ts';
import { currencyAsked } from './currency-asked.ts';
import { conditionIdeas } from './condition-ideas.ts';
import { driversAsked } from './drivers.ts';
import { enumerateCounts, enumerateMeasures, MAX_CANDIDATES } from './enumerate.ts';
import { fitList } from './fit-list.ts';
import { fitMeasures } from './fit-measures.ts';
import { listIdeas } from './list-ideas.ts';
import { shortestPaths } from './fields.ts';
import { isWord, joinCompounds, toNodes } from './node.ts';
import type { Node } from './node.ts';
import { weighed } from './learnt.ts';
import { readingFacts } from './reading-facts.ts';
import { unavailable } from './unavailable.ts';
import { rephrase } from './rephrase.ts';
import { spendOnLine } from './spend-on-line.ts';
import { scenariosAsked } from './scenarios.ts';
import { whichNumber } from './which-number.ts';
import { asksIf } from './wishes.ts';
import { yesNoAsked } from './yes-no.ts';
import { readRoles } from './roles.ts';
import type { Roles } from './roles.ts';

export interface ReadToken {
  text: string;
  start: number;
  end: number;
  kind: TokenKindName;
  meaning: string | null;
}
export interface Refusal {
  reason: Unreadable['reason'] | 'NOT_PERMITTED';
  text: string;
  notUnderstood: string[];
  missing: string[];
  wouldHelp: string[];
  suggestions: string[];
  tokens: ReadToken[];
}
export type Reading = { kind: 'understood'; interpretation: Interpretation; tokens: ReadToken[] } | { kind: 'refused'; refusal: Refusal };

/** What it takes from the confidence that a relative time is counted from the end of the data. */
const BY_DATA = -0.2;
/** Readings this close, with different plans, are equally good. */
const TIE = 0.015;

function guess(node: Node): TokenKindName {
  if (node.time !== null) return 'TIME';
  if (node.keyword !== null)
    return node.keyword.word === 'rank'
      ? 'RANK'
      : node.keyword.word === 'compare' || node.keyword.word === 'between' || node.keyword.word === 'versus'
        ? 'COMPARE'
        : node.keyword.word === 'count' || node.keyword.word === 'aggregate'
          ? 'AGGREGATE'
          : 'FILLER';
  if (node.values.length > 0 || node.number !== null || node.quoted !== null) return 'VALUE';
  const thing = node.things[0];
  if (thing === undefined) return 'UNKNOWN';
  return thing.kind === 'metric' ? 'METRIC' : thing.kind === 'entity' ? 'ENTITY' : 'DIMENSION';
}

function tokensOf(nodes: Node[], interpretation: Interpretation | null): ReadToken[] {
  // A word that was read as several is told once, as what it was taken for.
  const told = nodes.filter((node) => !nodes.some((other) => other.index > node.index && other.item === node.item));
  return told.map((node) => {
    const used = interpretation?.attempt.used.get(node.index);
    return {
      text: node.item.text,
      start: node.item.start,
      end: node.item.end,
      kind: used?.kind ?? guess(node),
      meaning: used?.meaning ?? null,
    };
  });
}

/** Whether an attribute belongs to the records a thing names, or to what those belong to. */
function owns(context: Context): Parameters<typeof joinCompounds>[1] {
  return (thing, attribute) => {
    const owner =
      thing.kind === 'entity'
        ? thing.entity
        : thing.kind === 'relation'
          ? context.model.relation(thing.entity, thing.relation)?.target
          : undefined;
    return owner !== undefined && shortestPaths(context, owner, attribute.entity).length > 0;
  };
}

/** Writes a suggestion `~index~replacement` out as the whole question. */
function written(question: string, nodes: Node[], suggestion: string): string {
  const match = /^~(\d+)~(.*)$/s.exec(suggestion);
  const node = nodes[Number(match?.[1])];
  if (match?.[2] === undefined || node === undefined) return suggestion;
  return `${question.slice(0, node.item.start)}${match[2]}${question.slice(node.item.end)}`;
}

interface Failure {
  error: Unreadable;
  /** How likely the idea was before it failed. */
  score: number;
  /** The metric it was about; another way to compute the same metric may still answer. */
  metric: string | null;
}

/** `which category sells the most`: sales decide, not how many kinds there are. */
const sellsRanked = (nodes: Node[], roles: Roles): boolean =>
  roles.rank !== null && roles.rank.by === 'measure' && nodes.some((node) => isWord(node, 'sold'));

/** `compare charges in 2025 with 2024`: records are held against others by their number. */
const comparesPeriods = (nodes: Node[]): boolean =>
  nodes.some((node) => isWord(node, 'versus') || /^compar/i.test(node.item.text)) && nodes.some(({ time }) => time !== null);

function attemptAll(context: Context, nodes: Node[]): { found: Interpretation[]; failures: Failure[] } {
  const roles = readRoles(context, nodes);
  const found: Interpretation[] = [];
  const failures: Failure[] = [];
  const attempt = (score: number, fit: () => Interpretation, metric: string | null = null): void => {
    try {
      const interpretation = fit();
      const checked = validatePlan(settleDays(interpretation.plan, context.today), context.model);
      if (checked.plan !== null) found.push(weighed(context.learnt, nodes, { ...interpretation, plan: checked.plan }));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      failures.push({ error, score, metric });
    }
  };
  const lists = listIdeas(context, nodes, roles);
  const measures = lists.only ? [] : enumerateMeasures(context, nodes, roles);
  const ideas =
    measures.length > 0
      ? measures
      : lists.only
        ? []
        : [
            ...defaultMeasures(context, nodes, roles),
            ...countsOfStates(context, nodes),
            ...(sellsRanked(nodes, roles) || (lists.ideas.length > 0 && roles.dimensions.length === 0 && !comparesPeriods(nodes))
              ? []
              : enumerateCounts(context, nodes, roles)),
          ];
  for (const idea of ideas.slice(0, MAX_CANDIDATES))
    attempt(idea.score, () => fitMeasures(context, idea, nodes, roles), idea.measures[0]?.metric ?? null);
  if (lists.only || lists.rather || found.length === 0)
    for (const idea of lists.ideas) attempt(0.3, () => fitList(context, idea, nodes, roles));
  if (found.length === 0)
    for (const { idea, subject } of conditionIdeas(context, nodes, roles))
      attempt(idea.score - 0.2, () => fitMeasures(context, idea, nodes, { ...roles, subject }));
  return { found: found.toSorted((a, b) => b.score - a.score), failures };
}

function refusal(question: string, nodes: Node[], parts: Partial<Refusal> & Pick<Refusal, 'reason' | 'text'>): Reading {
  const suggestions = (parts.suggestions ?? []).map((suggestion) => written(question, nodes, suggestion));
  return {
    kind: 'refused',
    refusal: { notUnderstood: [], missing: [], wouldHelp: [], tokens: tokensOf(nodes, null), ...parts, suggestions },
  };
}

const FAILURE_ORDER = ['NO_DATA', 'AMBIGUOUS', 'NOT_UNDERSTOOD', 'NOT_AVAILABLE'];

/** The failure that says most: of an attempt that got furthest. */
function tellingFailure(failures: Failure[]): Unreadable | undefined {
  return failures
    .map(({ error }) => error)
    .toSorted((a, b) => FAILURE_ORDER.indexOf(a.reason) - FAILURE_ORDER.indexOf(b.reason) || a.words.length - b.words.length)[0];
}

/**
 * Reads a question against a tenant's model: words → meanings → every sensible plan → the best one, or a refusal that says what was not
 * understood, what is missing, or which readings are equally good. Deterministic; never throws on any text.
 */
export function interpret(question: string, lexicon: Lexicon, context: Context): Reading {
  if (question.length > MAX_QUESTION_LENGTH)
    return refusal('', [], { reason: 'NOT_UNDERSTOOD', text: `Please ask in at most ${MAX_QUESTION_LENGTH} characters.` });
  const linked = toNodes(link(question, lexicon, context.clock.today, context.clock.past));
  const plain = interpretPlain(question, linked, lexicon, context);
  const { rather, agreed } = nestedRather(context, lexicon, question, plain);
  const interpretation = rather ?? (plain.kind === 'understood' ? plain.interpretation : null);
  if (interpretation === null) return plain;
  // Whether there are any records at all is asked by nobody who says more than their name.
  if (rather !== null && plain.kind === 'refused' && asksIf(linked) && listsAll(rather.plan) && unread(linked)) return plain;
  const measured = { ...interpretation, facts: readingFacts(context, linked, { interpretation, agreed }) };
  // Records that the product knows by their kind are asked for in words that it knows: a strange one may be the name of what is not there.
  const strange = measured.facts.strange > 0 || countsStrange(linked);
  if (rather !== null && plain.kind === 'refused' && strange && ofCanonical(context, rather.plan)) return plain;
  return rather === null && plain.kind === 'understood'
    ? { ...plain, interpretation: measured }
    : { kind: 'understood', interpretation: measured, tokens: tokensOf(linked, measured) };
}

/** `how many licenses of Aster`: what is counted nobody knows. */
const countsStrange = (nodes: Node[]): boolean => nodes.some((node, at) => isWord(nodes[at - 1], 'count') && guess(node) === 'UNKNOWN');

const listsAll = ({ shape, period, sources, limit }: QueryPlan): boolean =>
  shape === 'list' && period === null && limit >= MAX_ROWS && sources.every(({ filters }) => filters.length === 0);

const unread = (nodes: Node[]): boolean => nodes.some((node) => ['UNKNOWN', 'VALUE'].includes(guess(node)));

function interpretPlain(text: string, read: Node[], lexicon: Lexicon, context: Context): Reading {
  const { nodes: told, refused } = currencyAsked(context, read);
  const linked = spendOnLine(context, told);
  if (refused !== null) return refusal(text, linked, refused);
  const nodes = joinCompounds(
    rephrase(context, lexicon, scenariosAsked(context, yesNoAsked(context, linked))),
    owns(context),
    (metric) => context.metrics.get(metric)?.computation != null,
  );
  if (nodes.length === 0) return refusal(text, nodes, { reason: 'NOT_UNDERSTOOD', text: 'There is no question here.' });
  const drivers = driversAsked(context, nodes);
  if (drivers !== null) return { kind: 'understood', interpretation: drivers, tokens: tokensOf(nodes, drivers) };
  const missing = unavailable(context, nodes);
  const unknown = nodes.filter((node) => guess(node) === 'UNKNOWN');
  const { found, failures } = attemptAll(context, nodes);
  const [first, second] = found;
  // The likeliest idea that fails only for want of data or of a choice is still what was asked: no lesser reading may take its place.
  const decisive = failures.filter(
    ({ error, score, metric }) =>
      (error.reason === 'NO_DATA' || error.reason === 'AMBIGUOUS') &&
      score > (first?.score ?? Infinity) + 0.05 &&
      !(error.reason === 'NO_DATA' && metric !== null && metric === first?.plan.measures[0]?.metric),
  );
  const best = decisive.length > 0 ? undefined : first;
  if (best === undefined) {
    if (missing !== null) return refusal(text, nodes, missing);
    const failure = tellingFailure(failures);
    const words = unknown.map((node) => node.item.text);
    if (words.length > 0)
      return refusal(text, nodes, {
        reason: 'NOT_UNDERSTOOD',
        text: `I do not know what ${words.map((word) => `"${word}"`).join(', ')} means in your data.`,
        notUnderstood: words,
      });
    const which = failure === undefined ? whichNumber(context, text, nodes) : null;
    if (which !== null) return refusal(text, nodes, which);
    if (failure === undefined)
      return refusal(text, nodes, {
        reason: 'NOT_UNDERSTOOD',
        text: 'I could not tell what to compute or list.',
        notUnderstood: nodes.map((node) => node.item.text).slice(0, 5),
      });
    return refusal(text, nodes, {
      reason: failure.reason,
      text: failure.message,
      notUnderstood: failure.reason === 'NOT_UNDERSTOOD' ? failure.words : [],
      suggestions: failure.suggestions,
    });
  }
  if (second !== undefined && best.score - second.score < TIE && differ(best, second)) {
    const readings = [best, second].map((each) => describeReading(context, each));
    if (readings[0] !== readings[1])
      return refusal(text, nodes, { reason: 'AMBIGUOUS', text: `This can mean ${readings.join(' or ')}.`, suggestions: readings });
  }
  const other = found.find((each) => differ(best, each));
  const margin = other === undefined ? 1 : best.score - other.score;
  best.plan = placedByData(context, best);
  for (const node of nodes)
    if (node.item.corrected !== null) best.attempt.note(`"${node.item.text}" is read as "${node.item.corrected}"`, -0.1);
  return { kind: 'understood', interpretation: { ...best, margin, wishes: settledWishes(linked, best) }, tokens: tokensOf(nodes, best) };
}

/** The plan with the days of its relative period said, where they are counted from the end of the data; which is noted. */
function placedByData({ clock }: Context, { plan, attempt }: Interpretation): QueryPlan {
  const { period } = plan;
  if (!clock.byData || period?.relative !== true || period.from === null || period.to === null) return plan;
  const label = labelOf(period.from, period.to);
  attempt.note(`The data end on ${clock.today}: “${period.label}” is counted from there, ${label}`, BY_DATA);
  return { ...plan, period: { ...period, label } };
}

const differ = (a: Interpretation, b: Interpretation): boolean => JSON.stringify(a.plan) !== JSON.stringify(b.plan);

/** A reading as a question that has only that reading: the measure with the entity it belongs to. */
function describeReading(context: Context, { plan }: Interpretation): string {
  const entity = plan.sources[0] === undefined ? '' : context.model.entity(plan.sources[0].entity).label.toLowerCase();
  const [measure] = plan.measures;
  if (measure === undefined) return `list ${entity}`;
  const [, verb = '', rest = measure.label] = /^(Total|Average|Highest|Lowest|Median) (.*)$/.exec(measure.label) ?? [];
  const by = plan.groupBy.length === 0 ? '' : ` by ${plan.groupBy.map((dimension) => dimension.label.toLowerCase()).join(' and ')}`;
  return `${verb.toLowerCase()} ${verb === '' ? '' : `${entity} `}${rest}${by}`.trim();
}
