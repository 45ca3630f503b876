import type { MetricDefinition } from '../metrics/metric-definition.ts';

/** A label inside a sentence: `Win rate` → `win rate`, `MRR` stays. */
export function inSentence(label: string): string {
  return /^[A-Z](?![A-Z])/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Whether a label speaks of several things: `Tickets`, `Deals at risk`. */
export function isPlural(label: string): boolean {
  const [first = ''] = label.split(' ');
  return label.endsWith('s') || /^(?!sales)[a-z]{2,}[a-z]s$/i.test(first);
}

/** The plainest question for a metric. */
export function questionFor(definition: Pick<MetricDefinition, 'label' | 'unit'>): string {
  return definition.unit === 'COUNT' && isPlural(definition.label)
    ? `how many ${inSentence(definition.label)} do we have?`
    : `what is our ${inSentence(definition.label)}?`;
}
