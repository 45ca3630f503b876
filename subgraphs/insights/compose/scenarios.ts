import type { ScenarioName } from '../metrics/metric-definition.ts';
import { inScenario } from '../metrics/in-scenario.ts';
import { scenarioOfWord } from '../metrics/sheet-words.ts';
import type { Context } from './context.ts';
import { asksIf } from './wishes.ts';
import { isWord } from './node.ts';
import type { Node, Thing } from './node.ts';

type MetricThing = Extract<Thing, { kind: 'metric' }>;

/** What is spoken of when a plan is, and nothing else: what may be spent, or what should come in. */
const SPENT = ['costs', 'operating_expenses', 'opex', 'overspend', 'revenue'];
const EARNED = ['revenue', 'bookings', 'costs'];

const glued = (node: Node): Node => ({ ...node, keyword: { word: 'filler' }, things: [], values: [], time: null });

/** Whether a metric is known in a scenario of its own. */
export function isKnownAs(context: Context, metric: string, scenario: ScenarioName): boolean {
  const bound = context.metrics.get(metric);
  return bound?.computation?.scenarios?.includes(scenario) === true && inScenario(context.metrics, bound, scenario) !== null;
}

const metricOf = (context: Context, node: Node, scenario: ScenarioName): MetricThing | undefined =>
  node.things.find((thing): thing is MetricThing => thing.kind === 'metric' && isKnownAs(context, thing.metric, scenario));

/** `are we on budget?`: no number is named, so the one is meant that such plans are made for. */
function plannedNumber(context: Context, nodes: Node[]): Node[] {
  const judge = nodes.find((node) => isWord(node, 'judge') && ['WITHIN', 'REACHED', 'BEYOND'].includes(node.keyword.tone));
  const named = nodes.some(
    (node) => node.keyword === null && node.things.some((thing) => thing.kind === 'metric' || thing.kind === 'attribute'),
  );
  if (judge === undefined || !isWord(judge, 'judge') || named || !asksIf(nodes)) return nodes;
  const names = judge.keyword.tone === 'WITHIN' ? SPENT : EARNED;
  const metric =
    names.find((name) => isKnownAs(context, name, 'BUDGET')) ?? names.find((name) => context.metrics.get(name)?.computation != null);
  if (metric === undefined) return nodes;
  const thing: Thing = { kind: 'metric', metric, match: 'synonym' };
  return nodes.map((node) => (node === judge ? { ...node, keyword: null, things: [thing], values: [] } : node));
}

/**
 * `revenue against plan`, `budgeted revenue`: a word for what was planned or is expected, beside a metric that is known so, stands for that
 * metric in its scenario. Behind a comparison it is a number of its own.
 */
export function scenariosAsked(context: Context, nodes: Node[]): Node[] {
  const read = plannedNumber(context, nodes);
  const said = read.flatMap((node) => {
    const scenario = node.keyword === null || isWord(node, 'filler') ? scenarioOfWord(node.item.corrected ?? node.item.text) : null;
    return scenario === null || node.time !== null ? [] : [{ node, scenario }];
  });
  const planned = said.find(({ scenario }) => scenario !== 'ACTUAL');
  if (planned === undefined) return read;
  const { node: word, scenario } = planned;
  const number = read.find((node) => node !== word && metricOf(context, node, scenario) !== undefined);
  const thing = number === undefined ? undefined : metricOf(context, number, scenario);
  if (number === undefined || thing === undefined) return read;
  const against = read.some((node) => isWord(node, 'versus'));
  if (!against && word.values.length > 0) return read;
  return read.map((node) => {
    if (node === word) return against ? { ...node, keyword: null, values: [], things: [{ ...thing, scenario }] } : glued(node);
    if (said.some((each) => each.node === node)) return glued(node);
    return node === number && !against ? { ...node, things: [{ ...thing, scenario }] } : node;
  });
}
