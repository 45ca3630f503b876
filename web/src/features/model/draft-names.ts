import type { DifferenceFragment, ModelPartsQuery } from '../../gql/graphql.ts';

export type ModelType = ModelPartsQuery['entityTypes']['nodes'][number];

/** A part of the model as the draft has it: its name there, and what is published of it. */
export interface DraftPart<Part> {
  name: string;
  label: string;
  part: Part | null;
}

const renamed = (
  diff: readonly DifferenceFragment[],
  subject: DifferenceFragment['subject'],
  entityType: string | null,
  name: string,
): string =>
  diff.find(
    (each) =>
      each.subject === subject &&
      each.property === 'name' &&
      each.before === name &&
      (entityType === null || each.entityType === entityType),
  )?.after ?? name;

const gone = (diff: readonly DifferenceFragment[], subject: DifferenceFragment['subject'], entityType: string, name: string) =>
  diff.some(
    (each) =>
      each.subject === subject &&
      (each.action === 'REMOVED' || each.action === 'MERGED') &&
      each.entityType === entityType &&
      each.name === name,
  );

/** The entity types of the draft: those that are published under their names there, and those it adds. */
export function draftTypes(types: readonly ModelType[], diff: readonly DifferenceFragment[]): DraftPart<ModelType>[] {
  return [
    ...types
      .filter(({ name }) => !gone(diff, 'ENTITY_TYPE', name, name))
      .map((type) => ({ name: renamed(diff, 'ENTITY_TYPE', null, type.name), label: type.label, part: type })),
    ...diff
      .filter(({ action, subject }) => action === 'ADDED' && subject === 'ENTITY_TYPE')
      .map(({ name }) => ({ name, label: name, part: null })),
  ];
}

/** The attributes or relations of an entity type of the draft. */
export function draftParts<Part extends { name: string; label: string }>(
  parts: readonly Part[],
  diff: readonly DifferenceFragment[],
  subject: 'ATTRIBUTE' | 'RELATION',
  entityType: string,
): DraftPart<Part>[] {
  return [
    ...parts
      .filter(({ name }) => !gone(diff, subject, entityType, name))
      .map((part) => ({ name: renamed(diff, subject, entityType, part.name), label: part.label, part })),
    ...diff
      .filter((each) => each.action === 'ADDED' && each.subject === subject && each.entityType === entityType)
      .map(({ name }) => ({ name, label: name, part: null })),
  ];
}
