import type { ProposedField } from '../matching/proposal.ts';
import type { AlsoFed } from './shaped.ts';
import type { StepOf } from './steps.ts';

/** A field whose amounts are converted, with the amount as it was and its currency kept beside it. */
export function keptOriginals(field: ProposedField): ProposedField {
  const at = field.transform.findIndex(({ kind }) => kind === 'CURRENCY');
  const step = field.transform[at];
  if (step === undefined || step.kind !== 'CURRENCY') return field;
  const kept = [originalOf(field, at), currencyOf(field, step)];
  const names = new Set(kept.map(({ attribute }) => attribute));
  return { ...field, currency: step.to, also: [...(field.also ?? []).filter(({ attribute }) => !names.has(attribute)), ...kept] };
}

function originalOf(field: ProposedField, at: number): AlsoFed {
  return {
    attribute: `${field.attribute}Original`,
    label: `${field.label} as written`,
    type: 'MONEY',
    semantic: 'PRICE',
    canonical: false,
    transform: field.transform.slice(0, at),
  };
}

function currencyOf(field: ProposedField, { from, fromColumn }: StepOf<'CURRENCY'>): AlsoFed {
  const code = from ?? '';
  return {
    attribute: `${field.attribute}Currency`,
    label: `Currency of ${field.label.toLowerCase()}`,
    type: 'TEXT',
    semantic: 'CATEGORY',
    canonical: false,
    // A blank amount has no currency; every other one has the column's, or the one that all are in.
    transform: [{ kind: 'WORDS', cases: [{ value: code, words: ['no such word'] }], otherwise: code }],
    ...(fromColumn === null ? {} : { column: fromColumn, transform: [] }),
  };
}
