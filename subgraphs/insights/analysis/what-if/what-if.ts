import type { RunQuery } from '../../answer/answer-types.ts';
import { formatValue, toNumber } from '../../answer/format.ts';
import { contextOf } from '../../answer/knowledge.ts';
import type { Knowledge } from '../../answer/knowledge.ts';
import { periodText } from '../../answer/sentence.ts';
import type { Period, Unit } from '../../plan/query-plan.ts';
import { compilePlan } from '../../sql/compile-plan.ts';
import { inSentence } from '../../suggest/question-for.ts';
import { metricPlan } from '../metric-plan.ts';
import { carried, Circular, closureOf, movesWith, neededFor } from './carry.ts';
import { netOf } from './net.ts';

/** Drivers that can be changed at once, and metrics that are told and read. */
export const MAX_CHANGES = 5;
const MAX_AFFECTED = 12;
const MAX_READ = 40;

export interface Supposed {
  metric: string;
  kind: 'percent' | 'to' | 'add';
  amount: number;
}
export interface Supposition {
  /** Null: everything that follows from the changes. */
  metric: string | null;
  changes: readonly Supposed[];
  period: Period | null;
}
export interface WhatIfMetric {
  metric: string;
  label: string;
  unit: Unit;
  currency: string | null;
  original: number | null;
  changed: number | null;
  change: number | null;
  relative: number | null;
}
export interface WhatIfFacts {
  drivers: WhatIfMetric[];
  /** The metric asked for first, then whatever else moves. */
  affected: WhatIfMetric[];
  /** What was taken to stay as it is. */
  assumptions: string[];
  period: Period | null;
  text: string;
}
export interface WhatIfProblem {
  field: string;
  reason: string;
}
export type WhatIfOutcome = { kind: 'told'; facts: WhatIfFacts } | { kind: 'refused'; problems: WhatIfProblem[] };

const refused = (field: string, reason: string): WhatIfOutcome => ({ kind: 'refused', problems: [{ field, reason }] });

function problemsOf(knowledge: Knowledge, { metric, changes }: Supposition): WhatIfProblem[] {
  const label = (name: string): string => knowledge.metrics.get(name)?.definition.label ?? name;
  const problems: WhatIfProblem[] = [];
  const check = (name: string, field: string): void => {
    const bound = knowledge.metrics.get(name);
    if (bound === undefined) problems.push({ field, reason: `There is no metric ${name}.` });
    else if (bound.computation === null)
      problems.push({
        field,
        reason: `${bound.definition.label} cannot be computed from what is connected: it needs ${bound.definition.needs}.`,
      });
  };
  if (metric !== null) check(metric, 'metric');
  if (changes.length === 0 || changes.length > MAX_CHANGES)
    problems.push({ field: 'changes', reason: `Name one to ${MAX_CHANGES} changes.` });
  for (const [at, change] of changes.entries()) {
    const field = `changes.${at}.metric`;
    check(change.metric, field);
    if (change.metric === metric)
      problems.push({ field, reason: `${label(change.metric)} cannot be moved by itself: name what moves it.` });
    if (changes.findIndex((other) => other.metric === change.metric) !== at)
      problems.push({ field, reason: `${label(change.metric)} is changed twice.` });
    if (!Number.isFinite(change.amount)) problems.push({ field: `changes.${at}`, reason: 'The change is no number.' });
  }
  return problems;
}

/** Supposes that drivers change and carries that through the definitions of metrics, beside how things are. */
export async function whatIf(knowledge: Knowledge, run: RunQuery, supposed: Supposition, today: string): Promise<WhatIfOutcome> {
  const problems = problemsOf(knowledge, supposed);
  if (problems.length > 0) return { kind: 'refused', problems };
  const net = netOf(knowledge.metrics);
  const names = new Set(supposed.changes.map(({ metric }) => metric));
  const label = (name: string): string => knowledge.metrics.get(name)?.definition.label ?? name;
  try {
    for (const [at, { metric }] of supposed.changes.entries()) {
      const follows = closureOf(net, metric).find((each) => each !== metric && names.has(each));
      if (follows !== undefined)
        return refused(
          `changes.${at}.metric`,
          `${label(metric)} is computed of ${inSentence(label(follows))}: both cannot be changed at once.`,
        );
    }
    const targets = targetsOf(knowledge, supposed.metric, (name) => movesWith(net, name, names), names);
    if (targets.length === 0) return notMoved(knowledge, supposed, net);
    const needed = [...new Set([...names, ...targets.flatMap((each) => neededFor(net, each, names))])].slice(0, MAX_READ);
    const base = await valuesOf(knowledge, run, needed, supposed.period, today);
    return told(knowledge, supposed, { base, targets, net, today });
  } catch (error) {
    if (error instanceof Circular)
      return refused('changes', `The definition of ${label(error.message)} leads back to itself: nothing can be carried through it.`);
    throw error;
  }
}

function targetsOf(knowledge: Knowledge, asked: string | null, moves: (name: string) => boolean, drivers: ReadonlySet<string>): string[] {
  const all = [...knowledge.metrics.values()]
    .filter(({ definition, computation }) => computation !== null && definition.part !== true && !drivers.has(definition.name))
    .map(({ definition }) => definition.name)
    .filter(moves);
  if (asked === null) return all.slice(0, MAX_AFFECTED);
  return all.includes(asked) || moves(asked) ? [asked, ...all.filter((each) => each !== asked)].slice(0, MAX_AFFECTED) : [];
}

function notMoved(knowledge: Knowledge, { metric, changes }: Supposition, net: ReturnType<typeof netOf>): WhatIfOutcome {
  const label = (name: string): string => knowledge.metrics.get(name)?.definition.label ?? name;
  const changed = changes.map((each) => label(each.metric)).join(' and ');
  if (metric === null) return refused('changes', `No other metric is computed of ${inSentence(changed)}: nothing would follow from it.`);
  const drivers = [...closureOf(net, metric).slice(1), ...net.identities(metric).flatMap((each) => each.drivers)];
  const known = [...new Set(drivers)].map((each) => inSentence(label(each)));
  const by =
    known.length === 0
      ? 'It is counted from records, and no other number is known to make it up.'
      : `It is made up of ${known.join(', ')}.`;
  return refused('changes', `${changed} is no known driver of ${inSentence(label(metric))}. ${by}`);
}

async function valuesOf(
  knowledge: Knowledge,
  run: RunQuery,
  names: readonly string[],
  period: Period | null,
  today: string,
): Promise<Map<string, number | null>> {
  const context = contextOf(knowledge, today);
  const values = new Map<string, number | null>();
  for (const name of names) {
    const plan = metricPlan(context, name, period);
    const [row] = plan === null ? [] : await run(compilePlan(plan, context.model));
    values.set(name, toNumber(row?.['m0']));
  }
  return values;
}

interface Carried {
  base: ReadonlyMap<string, number | null>;
  targets: readonly string[];
  net: ReturnType<typeof netOf>;
  today: string;
}

function told(knowledge: Knowledge, supposed: Supposition, { base, targets, net, today }: Carried): WhatIfOutcome {
  const drivers = new Map<string, number>();
  for (const [at, { metric, kind, amount }] of supposed.changes.entries()) {
    const original = base.get(metric) ?? null;
    if (original === null && kind !== 'to')
      return refused(
        `changes.${at}.metric`,
        `${knowledge.metrics.get(metric)?.definition.label ?? metric} has no value${periodText(supposed.period)} that could change.`,
      );
    drivers.set(metric, kind === 'to' ? amount : kind === 'add' ? (original ?? 0) + amount : (original ?? 0) * (1 + amount));
  }
  const held = new Set<string>();
  const context = contextOf(knowledge, today);
  const show = (name: string, changed: number | null): WhatIfMetric => {
    const bound = knowledge.metrics.get(name);
    const original = base.get(name) ?? null;
    const change = changed === null || original === null ? null : changed - original;
    return {
      metric: name,
      label: bound?.definition.label ?? name,
      unit: bound?.definition.unit ?? 'NUMBER',
      currency: metricPlan(context, name, null)?.measures[0]?.currency ?? null,
      original,
      changed,
      change,
      relative: change === null || original === null || original === 0 ? null : change / Math.abs(original),
    };
  };
  const affected = targets.map((name) => {
    const { value, held: kept } = carried(net, name, drivers, base);
    for (const each of kept) held.add(each);
    return show(name, value);
  });
  const changed = [...drivers].map(([name, value]) => show(name, value));
  const assumptions = [...held].map((name) => `${knowledge.metrics.get(name)?.definition.label ?? name} is taken to stay as it is.`);
  const facts = { drivers: changed, affected, assumptions, period: supposed.period };
  return { kind: 'told', facts: { ...facts, text: whatIfText(facts) } };
}

function whatIfText({ drivers, affected, assumptions, period }: Omit<WhatIfFacts, 'text'>): string {
  const show = (value: number | null, { unit, currency }: WhatIfMetric): string =>
    formatValue(value === null ? null : Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10_000) / 10_000, unit, currency) ??
    'nothing';
  const driven = drivers.map(
    (each) => `${inSentence(each.label)} were ${show(each.changed, each)} instead of ${show(each.original, each)}`,
  );
  const moved = affected.slice(0, 3).map((each) => {
    const by = each.relative === null ? '' : ` (${each.relative > 0 ? '+' : ''}${(each.relative * 100).toFixed(1)} %)`;
    return `${inSentence(each.label)} would be ${show(each.changed, each)} instead of ${show(each.original, each)}${by}`;
  });
  const more = affected.length > moved.length ? `, and ${affected.length - moved.length} more would move` : '';
  return `If ${driven.join(' and ')}${periodText(period)}, ${moved.join(', ')}${more}.${assumptions.length === 0 ? '' : ` ${assumptions.join(' ')}`}`;
}
