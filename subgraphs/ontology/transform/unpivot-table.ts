import type { DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { ProposedField, ProposedTable } from '../matching/proposal.ts';
import { observationAttributes } from './observation.ts';
import { MADE, type UnpivotPlan } from './unpivot-plan.ts';

/** The table of a sheet as observations: one record for each cell, the columns that say more about a row beside them. */
export function unpivotTable(
  table: ProposedTable,
  object: DiscoveredObject,
  plan: UnpivotPlan,
  why: { confidence: number; evidence: readonly string[] },
): ProposedTable {
  const made = observationAttributes().map((attribute): ProposedField => ({
    column: MADE[attribute.name],
    attribute: attribute.name,
    label: attribute.label,
    canonical: true,
    type: attribute.type,
    semantic: attribute.semantic,
    transform: [],
    synonyms: [...attribute.synonyms],
    description: attribute.description,
    currency: attribute.name === 'value' ? oneCurrency(object, plan) : null,
    relation: null,
    confidence: why.confidence,
    evidence: why.evidence,
    alternatives: [],
  }));
  const taken = new Set(made.map(({ attribute }) => attribute));
  const dimensions = table.fields
    .filter(({ column }) => plan.dimensions.includes(column))
    .map((field): ProposedField =>
      taken.has(field.attribute) ? { ...field, attribute: `${field.attribute}Source`, canonical: false } : { ...field, canonical: false },
    );
  return {
    ...table,
    entity: 'Observation',
    label: 'Observation',
    pluralLabel: 'Observations',
    description: 'A number of one metric in one period: what was, what is expected, or what was planned.',
    canonical: 'Observation',
    synonyms: ['measurement', 'data point'],
    confidence: why.confidence,
    evidence: why.evidence,
    fields: [...made, ...dimensions],
    unpivot: plan,
  };
}

function oneCurrency(object: DiscoveredObject, { cells }: UnpivotPlan): string | null {
  const names = new Set(cells.map(({ column }) => column));
  const currencies = new Set(object.columns.filter(({ name }) => names.has(name)).map(({ currency }) => currency));
  return currencies.size === 1 ? ([...currencies][0] ?? null) : null;
}
