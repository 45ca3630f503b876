import type { Filter } from '../../plan/query-plan.ts';
import type { Context } from '../context.ts';
import { attributeFor } from './extremes.ts';
import type { NounPhrase } from './noun-phrases.ts';

/** What an adjective of size is held to: the quarter of the records that has most of it, or least. */
export interface Assumed {
  filter: Filter;
  text: string;
}

const LITTLE = /^(?:small|minor|short|low)$/u;
/** Words of weight, which speak of size. */
const WEIGHTY = /^(?:major|minor|important|main|big|popular)$/u;

/** `major cities`: those of the upper quarter by what tells their size; null where nothing tells it. */
export function assumedFor(context: Context, entity: string, vague: string): Assumed | null {
  const by = attributeFor(context, entity, WEIGHTY.test(vague) ? 'large' : vague);
  const quarters = by === null ? undefined : context.profile.entities[entity]?.attributes[by.name]?.quarters;
  if (by === null || quarters === undefined) return null;
  const [operator, value, side] = LITTLE.test(vague) ? (['<=', quarters.lower, 'lowest'] as const) : (['>=', quarters.upper, 'highest'] as const); // prettier-ignore
  const filter: Filter = { kind: 'compare', of: { kind: 'field', field: { path: [], attribute: by.name } }, operator, value };
  const much = `${operator === '<=' ? 'at most' : 'at least'} ${value.toLocaleString('en-US')}`;
  return { filter, text: `“${vague}” is taken as ${by.label.toLowerCase()} of ${much}, the ${side} quarter of ${context.model.entity(entity).pluralLabel.toLowerCase()}` }; // prettier-ignore
}

/** What was assumed of a plan's vague words; null for a word that nothing was assumed for. */
export function assumedIn(context: Context, phrases: readonly NounPhrase[], plan: unknown): (Assumed | null)[] {
  const told = JSON.stringify(plan);
  return phrases.flatMap(({ vague, nouns }) => {
    if (vague === null) return [];
    const entities = nouns.flatMap((noun) => [...noun.entities, ...noun.attributes].map(({ entity }) => entity));
    const found = entities.map((entity) => assumedFor(context, entity, vague)).find((each) => each !== null && told.includes(JSON.stringify(each.filter))); // prettier-ignore
    return [found ?? null];
  });
}
