import type { Binding, MetricDefinition } from './metric-definition.ts';
import { MetricBinding, MetricCondition, MetricSpec } from './metric-spec.type.ts';

type Condition = Binding['where'][string];
type Scalars = (string | number | boolean)[];

/** The condition as a definition has it; null when it says nothing, or several things. */
function conditionOf({ is, not, blank, above, daysAgo }: MetricCondition): Condition | null {
  const said: Condition[] = [
    ...(is == null || is.length === 0 ? [] : [is]),
    ...(not == null || not.length === 0 ? [] : [{ not }]),
    ...(blank == null ? [] : [{ blank }]),
    ...(above == null ? [] : [{ above }]),
    ...(daysAgo == null ? [] : [{ daysAgo }]),
  ];
  return said.length === 1 ? (said[0] ?? null) : null;
}

function bindingOf({ entity, aggregate, of, where, time, spanStart, spanEnd, overTime }: MetricBinding): unknown {
  return {
    entity,
    aggregate,
    ...(of == null || of.trim() === '' ? {} : { of }),
    where: Object.fromEntries(where.map((condition) => [condition.attribute, conditionOf(condition)])),
    time: time ?? null,
    ...(spanStart == null ? {} : { span: { start: spanStart, end: spanEnd ?? null } }),
    ...(overTime == null ? {} : { overTime }),
  };
}

/** What somebody sent, in the shape of the shipped sheets; still to be parsed. */
export function candidateOf(input: MetricSpec, version: number): unknown {
  const { bindings, formula, ...rest } = input;
  return {
    ...rest,
    ...(formula == null || formula.trim() === '' ? {} : { formula }),
    bindings: bindings.map(bindingOf),
    needs: `what ${input.label} is computed from`,
    origin: 'OWN',
    version,
  };
}

const strings = (values: Scalars): string[] => values.map(String);

function shownCondition(attribute: string, condition: Condition): MetricCondition {
  const nothing = { is: null, not: null, blank: null, above: null, daysAgo: null };
  const said =
    typeof condition !== 'object'
      ? { is: [String(condition)] }
      : Array.isArray(condition)
        ? { is: strings(condition) }
        : 'not' in condition
          ? { not: strings(condition.not) }
          : condition;
  return Object.assign(new MetricCondition(), { attribute, ...nothing, ...said });
}

function shownBinding({ entity, aggregate, of, where, time, span, overTime }: Binding): MetricBinding {
  return Object.assign(new MetricBinding(), {
    entity,
    aggregate,
    of: of ?? null,
    where: Object.entries(where).map(([attribute, condition]) => shownCondition(attribute, condition)),
    time,
    spanStart: span?.start ?? null,
    spanEnd: span?.end ?? null,
    overTime: overTime ?? null,
  });
}

/** A definition as it is written down, to be read and to be edited. */
export function specOf(definition: MetricDefinition): MetricSpec {
  const {
    name,
    label,
    synonyms,
    description,
    definition: text,
    source,
    unit,
    goodDirection,
    domain,
    personas,
    formula,
    bindings,
  } = definition;
  return Object.assign(new MetricSpec(), {
    name,
    label,
    synonyms,
    description,
    definition: text,
    source,
    unit,
    goodDirection,
    domain,
    personas,
    formula: formula ?? null,
    bindings: bindings.filter(({ aggregate }) => aggregate !== 'correlation').map(shownBinding),
  });
}
