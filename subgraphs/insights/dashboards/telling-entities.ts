import type { Knowledge } from '../answer/knowledge.ts';
import { mainTime } from '../model/time-axis.ts';

/** More kinds of records than these cannot all be shown. */
const MAX_ENTITIES = 6;

/** How much the records of an entity tell by themselves: things that happen, with a date, many, linked to others; never mere history or links. */
function telling(knowledge: Knowledge, name: string): number {
  const entity = knowledge.model.entity(name);
  const rows = knowledge.profile.entities[name]?.rows ?? 0;
  if (rows === 0) return -Infinity;
  const link = entity.attributes.length <= 1 && entity.relations.length >= 2;
  return (
    (mainTime(knowledge.model, name) === null ? 0 : 2) +
    Math.min(entity.relations.length, 3) * 0.5 +
    Math.log10(rows) * 0.6 +
    (entity.canonical === null ? 0 : 0.5) -
    (link ? 3 : 0) -
    (/history|log|audit|archive|backup/i.test(entity.label) ? 2 : 0)
  );
}

/** Entities whose own numbers tell most, best first; never empty ones. */
export function tellingEntities(knowledge: Knowledge): string[] {
  return knowledge.model.model.entities
    .map(({ name }) => ({ name, score: telling(knowledge, name) }))
    .filter(({ score }) => score > -Infinity)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_ENTITIES)
    .map(({ name }) => name);
}
