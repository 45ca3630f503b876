import type { Domain, GoodDirection, MetricAggregate, MetricInput, MetricSpecFieldsFragment, Persona, Unit } from '../../gql/graphql.ts';

/** A condition as it is typed: one attribute, one comparison, one text. */
export interface DraftCondition {
  attribute: string;
  compare: 'is' | 'not' | 'above' | 'blank' | 'filled';
  value: string;
}

/** A metric as it is typed. */
export interface DraftMetric {
  name: string;
  label: string;
  synonyms: string;
  description: string;
  definition: string;
  source: string;
  unit: Unit;
  goodDirection: GoodDirection;
  domain: Domain;
  personas: readonly Persona[];
  way: 'records' | 'formula';
  formula: string;
  entity: string;
  aggregate: MetricAggregate;
  of: string;
  time: string;
  where: readonly DraftCondition[];
}

export const EMPTY_METRIC: DraftMetric = {
  name: '',
  label: '',
  synonyms: '',
  description: '',
  definition: '',
  source: '',
  unit: 'MONEY',
  goodDirection: 'UP',
  domain: 'FINANCE',
  personas: [],
  way: 'records',
  formula: '',
  entity: '',
  aggregate: 'SUM',
  of: '',
  time: '',
  where: [],
};

/** Words between commas, without the empty ones. */
const listed = (text: string): string[] => text.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A stable name out of what people call it: “Win rate (new)” → win_rate_new. */
export function nameFrom(label: string): string {
  const name = label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return /^[a-z]/.test(name) || name === '' ? name : `metric_${name}`;
}

function conditionOf({ attribute, is, not, blank, above }: MetricSpecFieldsFragment['bindings'][number]['where'][number]): DraftCondition {
  if (is) return { attribute, compare: 'is', value: is.join(', ') };
  if (not) return { attribute, compare: 'not', value: not.join(', ') };
  if (typeof above === 'number') return { attribute, compare: 'above', value: String(above) };
  return { attribute, compare: blank === false ? 'filled' : 'blank', value: '' };
}

/** What of a definition this form cannot show, and would lose: several ways to compute it, spans, moments, days ago. */
export function isBeyondForm({ bindings }: MetricSpecFieldsFragment): boolean {
  return (
    bindings.length > 1 ||
    bindings.some(
      ({ spanStart, overTime, where }) =>
        Boolean(spanStart) || Boolean(overTime) || where.some(({ daysAgo }) => typeof daysAgo === 'number'),
    )
  );
}

/** A definition as the form shows it. */
export function draftOf(spec: MetricSpecFieldsFragment): DraftMetric {
  const [binding] = spec.bindings;
  const { name, label, description, definition, source, unit, goodDirection, domain, personas } = spec;
  return {
    ...EMPTY_METRIC,
    name,
    label,
    description,
    definition,
    source,
    unit,
    goodDirection,
    domain,
    personas,
    synonyms: spec.synonyms.join(', '),
    way: spec.formula ? 'formula' : 'records',
    formula: spec.formula ?? '',
    entity: binding?.entity ?? '',
    aggregate: binding?.aggregate ?? 'SUM',
    of: binding?.of ?? '',
    time: binding?.time ?? '',
    where: binding?.where.map(conditionOf) ?? [],
  };
}

function saidOf({ attribute, compare, value }: DraftCondition) {
  if (compare === 'is') return { attribute, is: listed(value) };
  if (compare === 'not') return { attribute, not: listed(value) };
  if (compare === 'above') return { attribute, above: Number(value) };
  return { attribute, blank: compare === 'blank' };
}

/** The definition as the graph takes it. */
export function inputOf(draft: DraftMetric): MetricInput {
  const { name, label, description, definition, source, unit, goodDirection, domain, personas, way, aggregate } = draft;
  return {
    name,
    label,
    description,
    definition,
    source,
    unit,
    goodDirection,
    domain,
    personas: [...personas],
    synonyms: listed(draft.synonyms),
    formula: way === 'formula' ? filled(draft.formula) : null,
    bindings:
      way === 'formula'
        ? []
        : [{ entity: draft.entity, aggregate, of: filled(draft.of), time: filled(draft.time), where: draft.where.map(saidOf) }],
  };
}
