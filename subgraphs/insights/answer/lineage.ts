import { backOf } from '../model/model-index.ts';
import { fieldsOfPlan } from '../plan/plan-walk.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import type { LineageFacts } from './answer-types.ts';
import type { Knowledge } from './knowledge.ts';

/** Where an answer comes from: every source object of every entity read, with the columns that feed the attributes used. */
export function lineageOf(knowledge: Knowledge, plan: QueryPlan): LineageFacts[] {
  const used = new Map<string, Set<string>>(plan.sources.map((source) => [source.entity, new Set<string>()]));
  for (const { entity, field } of fieldsOfPlan(plan)) {
    let owner = entity;
    for (const step of field.path) {
      if (!used.has(owner)) used.set(owner, new Set());
      owner = backOf(step)?.entity ?? knowledge.model.relation(owner, step)?.target ?? owner;
    }
    const known = used.get(owner) ?? new Set();
    const title = knowledge.model.find(owner)?.titleAttribute;
    known.add(field.attribute === 'id' && title != null ? title : field.attribute);
    used.set(owner, known);
  }
  return [...used].flatMap(([name, attributes]) => {
    const entity = knowledge.model.find(name);
    return (entity?.sources ?? []).map((source) => ({
      connectionId: source.connectionId,
      objectId: source.objectId,
      columns: source.fields.filter((field) => attributes.has(field.attribute)).map((field) => field.column),
      entity: name,
      attributeIds: (entity?.attributes ?? []).filter((attribute) => attributes.has(attribute.name)).map((attribute) => attribute.id),
    }));
  });
}
