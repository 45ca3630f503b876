import type { RawBuilder } from 'kysely';
import type { ModelAttribute, ModelEntity, ModelRelation, SemanticModel } from '../../../schema/events/semantic-model.ts';
import { OPEN_GUARD, type Guard } from '../../kernel/data-access/guard.ts';
import type { FieldRef } from '../plan/query-plan.ts';
import type { SemanticSettings } from '../settings/fiscal-settings.ts';
import type { MoneyRules } from './money-rules.ts';
import type { SeenAttribute } from './seen-model.ts';

/** Joins deeper than this are no longer what a person means. */
export const MAX_HOPS = 3;

/** A way from one entity to another through many-to-one relations: it never multiplies records. */
export interface Path {
  relations: string[];
  target: string;
}

/** The tenant's model with the look-ups questions need; built once per model version. */
export interface ModelIndex {
  model: SemanticModel;
  entity(name: string): ModelEntity;
  find(name: string): ModelEntity | null;
  canonical(name: string): ModelEntity | null;
  /** The entity's records as the viewer may see them: what statements read from. */
  table(entity: ModelEntity): RawBuilder<unknown>;
  attribute(entity: string, name: string): ModelAttribute | null;
  relation(entity: string, name: string): ModelRelation | null;
  /** Every entity reachable from `entity`, nearest first, itself included with an empty path. */
  paths(entity: string): Path[];
  /** Entity and attribute a reference ends at; null when it does not exist. `id` resolves with attribute null. */
  resolve(entity: string, field: FieldRef): { entity: ModelEntity; attribute: ModelAttribute | null } | null;
  /** Which currency amounts are in, and which they are told in; absent: nothing is converted. */
  money?: MoneyRules;
  /** How the tenant counts time; absent: as shipped. */
  calendar?: SemanticSettings;
}

function walk(start: ModelEntity, byName: Map<string, ModelEntity>): Path[] {
  const found: Path[] = [{ relations: [], target: start.name }];
  for (let position = 0; position < found.length; position += 1) {
    const path = found[position];
    if (path === undefined || path.relations.length >= MAX_HOPS) continue;
    for (const relation of byName.get(path.target)?.relations ?? []) {
      const looping = path.target === relation.target && path.relations.length > 0;
      if (byName.has(relation.target) && !looping) found.push({ relations: [...path.relations, relation.name], target: relation.target });
    }
    if (found.length > 500) break;
  }
  return found;
}

/** What the source wrote for a relation, as an attribute `~relation`: it names what was linked to when the link itself leads nowhere. */
function sourceText(relation: ModelRelation | undefined): ModelAttribute | null {
  if (relation === undefined) return null;
  return {
    id: '',
    name: `~${relation.name}`,
    label: relation.label,
    type: 'TEXT',
    semantic: 'NAME',
    canonical: null,
    column: relation.sourceColumn,
    synonyms: relation.synonyms,
    description: null,
    currency: null,
  };
}

/** The step of a path that leads to the records of `entity` whose `relation` leads here. */
export const backStep = (entity: string, relation: string): string => `<${entity}.${relation}`;

/** What a step leads back through; null for a relation. */
export function backOf(step: string): { entity: string; relation: string } | null {
  const [entity, relation] = step.startsWith('<') ? step.slice(1).split('.') : [];
  return entity === undefined || relation === undefined ? null : { entity, relation };
}

/** Whether a path leads across a link the other way round, and so to several records. */
export const isFanned = (path: readonly string[]): boolean => path.some((step) => step.startsWith('<'));

/** Indexes a model. Lookups are maps; paths are walked once per entity and kept. */
export function indexModel(model: SemanticModel, guard: Pick<Guard, 'table'> = OPEN_GUARD): ModelIndex {
  const byName = new Map(model.entities.map((entity) => [entity.name, entity]));
  const walked = new Map<string, Path[]>();
  const find = (name: string) => byName.get(name) ?? null;
  const attribute = (entity: string, name: string) => {
    if (name.startsWith('~')) return sourceText(find(entity)?.relations.find((each) => each.name === name.slice(1)));
    return find(entity)?.attributes.find((each) => each.name === name) ?? null;
  };
  const relation = (entity: string, name: string) => find(entity)?.relations.find((each) => each.name === name) ?? null;
  return {
    model,
    table: (entity) => guard.table(entity),
    find,
    attribute,
    relation,
    entity(name) {
      const found = byName.get(name);
      if (found === undefined) throw new Error(`The model has no entity ${name}`);
      return found;
    },
    canonical: (name) => model.entities.find((entity) => entity.canonical === name) ?? null,
    paths(entity) {
      const known = walked.get(entity);
      if (known !== undefined) return known;
      const start = byName.get(entity);
      const paths = start === undefined ? [] : walk(start, byName);
      walked.set(entity, paths);
      return paths;
    },
    resolve(entity, field) {
      let at = find(entity);
      for (const step of field.path) {
        const back = backOf(step);
        const next = at === null ? null : back === null ? relation(at.name, step) : relation(back.entity, back.relation);
        at = back === null ? (next === null ? null : find(next.target)) : next?.target === at?.name ? find(back.entity) : null;
      }
      if (at === null) return null;
      if (field.attribute === 'id') return { entity: at, attribute: null };
      const found = attribute(at.name, field.attribute);
      return found === null ? null : { entity: at, attribute: found };
    },
  };
}

const NUMERIC = new Set(['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT']);
const NEVER_A_NUMBER = new Set(['IDENTIFIER', 'NAME', 'EMAIL', 'PHONE', 'URL', 'FLAG', 'DATE']);

/** Whether an attribute holds quantities one may compute with (identifiers and calendar years are numbers only by type). */
export function isNumeric(attribute: ModelAttribute): boolean {
  return NUMERIC.has(attribute.type) && !NEVER_A_NUMBER.has(attribute.semantic);
}

/** What numbers the rows of a record. */
const ROW_NUMBER = /^(?:line|row|item|position|sequence|seq)(?: (?:no|number|item number))?$/i;
const CODE_NAME = /\b(?:code|zip|zip ?code|post ?code|postal|latitude|longitude|lat|lng|lon|id|key|barcode|ean|isbn|phone)$/i;

/** Whether an attribute is a number only by how it is written, as post codes and coordinates are: nothing can be computed with it. */
export function isCode(attribute: ModelAttribute): boolean {
  return (
    NUMERIC.has(attribute.type) &&
    !['AMOUNT', 'PRICE', 'RATE'].includes(attribute.semantic) &&
    (CODE_NAME.test(attribute.label) || isRowNumber(attribute))
  );
}

/** Whether an attribute only numbers the rows of what it belongs to: the lines of an order. */
export const isRowNumber = (attribute: ModelAttribute): boolean =>
  attribute.type === 'INTEGER' && ROW_NUMBER.test(attribute.label.replaceAll('_', ' '));

/** Whether adding an attribute up gives a number that means nothing: codes, calendar years, classes written as numbers. */
export function neverAdded(attribute: ModelAttribute): boolean {
  return (
    isCode(attribute) ||
    ['IDENTIFIER', 'CATEGORY'].includes(attribute.semantic) ||
    (attribute.type === 'INTEGER' && /(?<!per )\byear$/i.test(attribute.label))
  );
}

/** Whether an attribute is a point in time. */
export function isTemporal(attribute: ModelAttribute): boolean {
  return attribute.type === 'DATE' || attribute.type === 'DATETIME';
}

/** Whether records can sensibly be grouped by the attribute. */
export function isDimension(attribute: SeenAttribute): boolean {
  if (attribute.masked === 'PARTIAL') return false;
  if (isTemporal(attribute) || attribute.type === 'BOOLEAN') return true;
  if (['CATEGORY', 'STATUS', 'PLACE', 'PERSON', 'NAME', 'FLAG', 'IDENTIFIER', 'EMAIL'].includes(attribute.semantic)) return true;
  return attribute.semantic === 'TEXT' || attribute.type === 'TEXT' || attribute.type === 'INTEGER';
}
