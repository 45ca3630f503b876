import { sliceFields } from '../../answer/variations.ts';
import type { Knowledge } from '../../answer/knowledge.ts';
import { maskedUses } from '../../answer/masked-uses.ts';
import type { Context } from '../../compose/context.ts';
import { shortestPaths } from '../../compose/fields.ts';
import type { Dimension, FieldRef, QueryPlan } from '../../plan/query-plan.ts';
import { MAX_ROWS } from '../../plan/query-plan.ts';
import { validatePlan } from '../../plan/validate-plan.ts';

/** Ways of splitting that are looked at; each takes two statements. */
const MAX_ATTRIBUTES = 4;
const MAX_ENTITIES = 2;

/** A way to split a number into groups: the dimension, and its field in each source. */
export interface Split {
  label: string;
  dimension: Dimension;
  keys: FieldRef[];
}

/** The same attribute as seen from each of the plan's sources; null when one of them does not lead to it in one way. */
function keysIn(context: Context, plan: QueryPlan, field: FieldRef): FieldRef[] | null {
  const [first, ...others] = plan.sources;
  if (first === undefined) return null;
  const at = context.model.resolve(first.entity, field);
  if (at === null) return null;
  const keys = [field];
  for (const source of others) {
    const paths = shortestPaths(context, source.entity, at.entity.name);
    const [path, more] = paths;
    if (path === undefined || more !== undefined) return null;
    keys.push({ path, attribute: field.attribute });
  }
  return keys;
}

/** What a plan's number can be split by, likeliest to tell first; never what its asker does not see. */
export function splitsOf(context: Context, knowledge: Pick<Knowledge, 'guard'>, plan: QueryPlan): Split[] {
  const [source] = plan.sources;
  if (source === undefined) return [];
  const attributes = sliceFields(context, { ...plan, sources: [source] }).flatMap(({ field, label }): Split[] => {
    const keys = keysIn(context, plan, field);
    return keys === null ? [] : [{ label, dimension: { label, grain: null, entity: null, keepBlank: true }, keys }];
  });
  const entities = context.model
    .paths(source.entity)
    .filter((path) => path.relations.length >= 1 && path.relations.length <= 2)
    .flatMap((path): Split[] => {
      const entity = context.model.entity(path.target);
      const rows = context.profile.entities[entity.name]?.rows ?? 0;
      const keys = keysIn(context, plan, { path: path.relations, attribute: 'id' });
      if (entity.titleAttribute === null || rows < 2 || rows > MAX_ROWS || keys === null) return [];
      const [relation] = path.relations.slice(-1);
      const label =
        path.relations.length === 1 ? (context.model.relation(source.entity, relation ?? '')?.label ?? entity.label) : entity.label;
      return [{ label, dimension: { label, grain: null, entity: entity.name, keepBlank: true }, keys }];
    });
  const asked = new Set(plan.groupBy.map(({ label }) => label));
  const allowed = (split: Split): boolean => maskedUses(splitPlan(plan, split), context.model, knowledge.guard).length === 0;
  const fit = (list: Split[], most: number): Split[] => list.filter(allowed).slice(0, most);
  const found = [...fit(attributes, MAX_ATTRIBUTES), ...fit(entities, MAX_ENTITIES)];
  // What was asked by comes first.
  return found
    .filter((each, at) => found.findIndex(({ label }) => label === each.label) === at)
    .toSorted((a, b) => Number(asked.has(b.label)) - Number(asked.has(a.label)));
}

/** The plan by the groups of a split. */
export function splitPlan(plan: QueryPlan, { dimension, keys }: Split): QueryPlan {
  return {
    ...plan,
    shape: 'groups',
    groupBy: [dimension],
    sources: plan.sources.map((source, at) => ({ ...source, keys: [keys[at] ?? { path: [], attribute: 'id' }] })),
    having: [],
    order: [{ by: 'measure', index: 0, direction: 'desc' }],
    limit: MAX_ROWS,
    share: false,
  };
}

/** Whether a plan is one that may be run. */
export const isValid = (context: Context, plan: QueryPlan): boolean => validatePlan(plan, context.model).plan !== null;
