import type { ModelAttribute, ModelEntity, ModelRelation, SemanticModel } from '../../../schema/events/semantic-model.ts';
import { keyOf } from './names.ts';

export type DifferenceAction = 'ADDED' | 'CHANGED' | 'REMOVED' | 'MERGED';
export type DifferenceSubject = 'ENTITY_TYPE' | 'ATTRIBUTE' | 'RELATION';

/** One way in which a version of the model differs from another. */
export interface ModelDifference {
  readonly action: DifferenceAction;
  readonly subject: DifferenceSubject;
  /** Names as they are after the change; before it where the thing is gone. */
  readonly entityType: string;
  readonly name: string;
  /** What of it was changed: `label`, `type`, …; null when the whole thing came or went. */
  readonly property: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

type Properties = Readonly<Record<string, string | null>>;

/** How two models differ, in the order of the later one. What an entity type that is new consists of is not told one by one. */
export function differencesOf(before: SemanticModel | null, after: SemanticModel): ModelDifference[] {
  const old = new Map((before?.entities ?? []).map((entity) => [entity.id, entity]));
  const found = after.entities.flatMap((entity) => {
    const known = old.get(entity.id);
    return known === undefined ? [whole('ADDED', 'ENTITY_TYPE', entity.name, entity.name)] : entityDifferences(known, entity);
  });
  const left = new Set(after.entities.map(({ id }) => id));
  const gone = (before?.entities ?? []).filter(({ id }) => !left.has(id));
  return [...found, ...gone.map((entity) => goneOf(entity, after))];
}

function goneOf(entity: ModelEntity, after: SemanticModel): ModelDifference {
  const into = after.entities.find(({ formerNames = [] }) => formerNames.includes(entity.name));
  return into === undefined
    ? whole('REMOVED', 'ENTITY_TYPE', entity.name, entity.name)
    : { ...whole('MERGED', 'ENTITY_TYPE', entity.name, entity.name), after: into.name };
}

function entityDifferences(before: ModelEntity, after: ModelEntity): ModelDifference[] {
  return [
    ...changed('ENTITY_TYPE', after.name, after.name, ofEntity(before), ofEntity(after)),
    ...partDifferences('ATTRIBUTE', after.name, before.attributes, after.attributes, ofAttribute),
    ...partDifferences('RELATION', after.name, before.relations, after.relations, ofRelation),
  ];
}

function partDifferences<Part extends { name: string; key?: string | undefined }>(
  subject: DifferenceSubject,
  entity: string,
  before: readonly Part[],
  after: readonly Part[],
  propertiesOf: (part: Part) => Properties,
): ModelDifference[] {
  const old = new Map(before.map((part) => [keyOf(part), part]));
  const left = new Set(after.map(keyOf));
  return [
    ...after.flatMap((part) => {
      const known = old.get(keyOf(part));
      return known === undefined
        ? [whole('ADDED', subject, entity, part.name)]
        : changed(subject, entity, part.name, propertiesOf(known), propertiesOf(part));
    }),
    ...before.filter((part) => !left.has(keyOf(part))).map((part) => whole('REMOVED', subject, entity, part.name)),
  ];
}

function whole(action: DifferenceAction, subject: DifferenceSubject, entityType: string, name: string): ModelDifference {
  return { action, subject, entityType, name, property: null, before: null, after: null };
}

function changed(subject: DifferenceSubject, entityType: string, name: string, before: Properties, after: Properties): ModelDifference[] {
  return Object.keys(after)
    .filter((property) => (before[property] ?? null) !== (after[property] ?? null))
    .map((property) => ({
      action: 'CHANGED' as const,
      subject,
      entityType,
      name,
      property,
      before: before[property] ?? null,
      after: after[property] ?? null,
    }));
}

const listed = (texts: readonly string[]): string => texts.join(', ');

const ofEntity = ({ name, label, pluralLabel, description, synonyms }: ModelEntity): Properties => ({
  name,
  label,
  pluralLabel,
  description: description ?? null,
  synonyms: listed(synonyms),
});

const ofAttribute = ({ name, label, type, semantic, unit, currency, description, synonyms, computed }: ModelAttribute): Properties => ({
  name,
  label,
  type,
  semantic,
  unit: unit ?? currency,
  description,
  synonyms: listed(synonyms),
  expression: computed?.expression ?? null,
});

const ofRelation = ({ name, label, target, description, synonyms }: ModelRelation): Properties => ({
  name,
  label,
  target,
  description: description ?? null,
  synonyms: listed(synonyms),
});
