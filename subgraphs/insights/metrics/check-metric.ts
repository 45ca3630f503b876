import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { DataProfile } from '../model/data-profile.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { bindMetrics } from './bind-metrics.ts';
import type { BoundMetric } from './bound-metric.ts';
import { namesOf, parseFormula } from './formula.ts';
import { metricDefinitionSchema } from './metric-definition.ts';
import type { MetricDefinition } from './metric-definition.ts';
import { candidateOf } from './metric-spec.ts';
import type { MetricSpec } from './metric-spec.type.ts';
import { metricErrors } from './metrics.errors.ts';

const MAX_LABEL_CHARACTERS = 80;
const MAX_NAME_CHARACTERS = 60;
const MAX_TEXT_CHARACTERS = 1_000;
const MAX_FORMULA_CHARACTERS = 500;
const MAX_SYNONYMS = 40;
const MAX_BINDINGS = 10;
const MAX_CONDITIONS = 10;
const MAX_VALUES = 50;

const wrong = (reason: string, field: string): InputProblem => inputProblem(metricErrors.METRIC_INVALID({ reason }), `input.${field}`);

function* textFaults(input: MetricSpec): Generator<InputProblem> {
  if (!/^[a-z][a-z0-9_]*$/.test(input.name) || input.name.length > MAX_NAME_CHARACTERS)
    yield wrong(`A name has small letters, digits and underscores, begins with a letter and has at most ${MAX_NAME_CHARACTERS}.`, 'name');
  const label = input.label.trim().length;
  if (label < 1 || label > MAX_LABEL_CHARACTERS) yield wrong(`A label has 1 to ${MAX_LABEL_CHARACTERS} characters.`, 'label');
  for (const field of ['description', 'definition', 'source'] as const)
    if (input[field].length > MAX_TEXT_CHARACTERS) yield wrong(`It has at most ${MAX_TEXT_CHARACTERS} characters.`, field);
  if (input.definition.trim() === '') yield wrong('Say how it is computed.', 'definition');
  if (input.synonyms.length > MAX_SYNONYMS || input.synonyms.some((each) => each.trim() === '' || each.length > MAX_LABEL_CHARACTERS))
    yield wrong(`At most ${MAX_SYNONYMS} synonyms, of 1 to ${MAX_LABEL_CHARACTERS} characters.`, 'synonyms');
}

function readable(text: string | null | undefined, field: string): InputProblem[] {
  if (text == null || text.trim() === '') return [];
  if (text.length > MAX_FORMULA_CHARACTERS) return [wrong(`A formula has at most ${MAX_FORMULA_CHARACTERS} characters.`, field)];
  try {
    parseFormula(text);
    return [];
  } catch (error) {
    return [wrong(error instanceof Error ? `${error.message}.` : 'The formula cannot be read.', field)];
  }
}

function* shapeFaults({ formula, bindings }: MetricSpec): Generator<InputProblem> {
  const computed = formula != null && formula.trim() !== '';
  if (computed === bindings.length > 0) yield wrong('A metric has bindings or a formula, one of them.', 'formula');
  if (bindings.length > MAX_BINDINGS) yield wrong(`At most ${MAX_BINDINGS} bindings.`, 'bindings');
  yield* readable(formula, 'formula');
  for (const [at, { aggregate, of, where }] of bindings.entries()) {
    yield* readable(of, `bindings.${at}.of`);
    if ((of == null || of.trim() === '') && aggregate !== 'count') yield wrong('Say of what.', `bindings.${at}.of`);
    if (where.length > MAX_CONDITIONS) yield wrong(`At most ${MAX_CONDITIONS} conditions.`, `bindings.${at}.where`);
    for (const [index, { is, not, blank, above, daysAgo }] of where.entries()) {
      const said = [is, not, blank, above, daysAgo].filter((each) => each != null && !(Array.isArray(each) && each.length === 0));
      if (said.length !== 1) yield wrong('Say exactly one thing of the attribute.', `bindings.${at}.where.${index}`);
      if ((is?.length ?? 0) > MAX_VALUES || (not?.length ?? 0) > MAX_VALUES)
        yield wrong(`At most ${MAX_VALUES} values.`, `bindings.${at}.where.${index}`);
    }
  }
}

interface Known {
  model: ModelIndex;
  profile: DataProfile;
  metrics: ReadonlyMap<string, BoundMetric>;
}

function circle(name: string, all: ReadonlyMap<string, MetricDefinition>): boolean {
  const seen = new Set<string>();
  const visit = (at: string): boolean => {
    const formula = all.get(at)?.formula;
    if (formula === undefined || seen.has(at)) return false;
    seen.add(at);
    return namesOf(parseFormula(formula)).some((each) => each === name || visit(each));
  };
  return visit(name);
}

/** A definition somebody sent, bound to the tenant's data; or all that has to be corrected. */
export function checkMetric(
  known: Known,
  input: MetricSpec,
  version: number,
): { definition: MetricDefinition; bound: BoundMetric; problems: [] } | { definition: null; problems: InputProblem[] } {
  const refused = (problems: InputProblem[]) => ({ definition: null, problems });
  const faults = [...textFaults(input), ...shapeFaults(input)];
  if (faults.length > 0) return refused(faults);
  const parsed = metricDefinitionSchema.safeParse(candidateOf(input, version));
  if (!parsed.success)
    return refused(parsed.error.issues.slice(0, 10).map((issue) => wrong(`${issue.message}.`, issue.path.map(String).join('.'))));
  const definition = parsed.data;
  const others = [...known.metrics.values()].map((metric) => metric.definition).filter(({ name }) => name !== definition.name);
  const all = new Map([...others, definition].map((each) => [each.name, each]));
  const names = definition.formula === undefined ? [] : namesOf(parseFormula(definition.formula));
  const unknown = names.filter((name) => !all.has(name));
  if (unknown.length > 0) return refused([wrong(`There is no metric ${unknown.join(', ')}.`, 'formula')]);
  if (circle(definition.name, all)) return refused([wrong('It would be computed from itself.', 'formula')]);
  const bound = bindMetrics([...all.values()], known.model, known.profile).find((each) => each.definition === definition);
  if (bound === undefined) throw new Error('A metric was lost while it was bound');
  if (bound.computation === null)
    return refused([
      inputProblem(
        metricErrors.METRIC_NOT_COMPUTABLE({ missing: bound.missing.join(', ') }),
        definition.formula === undefined ? 'input.bindings' : 'input.formula',
      ),
    ]);
  return { definition, bound, problems: [] };
}
