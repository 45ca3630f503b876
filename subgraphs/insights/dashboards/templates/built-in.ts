import { personaSchema, type PersonaName } from '../../metrics/metric-definition.ts';
import type { Overviews } from '../overview-file.ts';

/** A template that comes with the product: a sentence a dashboard is made from, on whatever data there is. */
export interface BuiltInTemplate {
  id: string;
  /** Its place behind all others, as cursors name it. */
  place: string;
  name: string;
  description: string;
  sentence: string;
  persona: PersonaName | null;
}

const placeOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** Everything there is an overview for: the whole business, each persona, each part of the business. */
export function builtInTemplates({ personas, topics }: Overviews): BuiltInTemplate[] {
  const all = [
    { name: 'Business overview', description: 'What matters most, from all sides.', sentence: 'business overview', persona: null },
    ...personaSchema.options.map((persona) => ({
      name: `${persona} dashboard`,
      description: `${personas[persona].map(({ topic }) => topic).join(', ')}.`,
      sentence: `${persona} dashboard`,
      persona,
    })),
    ...topics.map(({ title, needs }) => ({
      name: `${title} overview`,
      description: `Needs ${needs}.`,
      sentence: `${title.toLowerCase()} overview`,
      persona: null,
    })),
  ];
  return all.map((template, at) => ({ id: `product-${at + 1}`, place: placeOf(at + 1), ...template }));
}
