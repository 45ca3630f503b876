import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Access } from './access.ts';

interface Named {
  readonly name: string;
  readonly formerNames?: string[] | undefined;
}

/**
 * Rules in the words of the model as it is now: what was made for a type or an attribute that has been renamed, or merged into another, holds
 * for it under its new name.
 */
export function renamedAccess(access: Access, { entities }: SemanticModel): Access {
  if (!entities.some(isRenamed)) return access;
  const typeOf = (name: string): ModelEntity | undefined => named(entities, name);
  const nameOf = (name: string): string => typeOf(name)?.name ?? name;
  const partOf = (type: string | null, name: string | null): string | null => {
    const entity = type === null ? undefined : typeOf(type);
    return name === null || entity === undefined ? name : (named([...entity.attributes, ...entity.relations], name)?.name ?? name);
  };
  return {
    ...access,
    masks: access.masks.map((mask) => ({
      ...mask,
      entityType: mask.entityType === null ? null : nameOf(mask.entityType),
      attribute: partOf(mask.entityType, mask.attribute),
    })),
    rowRules: access.rowRules.map((rule) => ({
      ...rule,
      entityType: nameOf(rule.entityType),
      path: renamedPath(typeOf, rule.entityType, rule.path),
    })),
  };
}

function renamedPath(typeOf: (name: string) => ModelEntity | undefined, type: string, path: readonly string[]): string[] {
  let entity = typeOf(type);
  return path.map((step) => {
    const relation = named(entity?.relations ?? [], step);
    const found = relation ?? named(entity?.attributes ?? [], step);
    entity = relation === undefined ? undefined : typeOf(relation.target);
    return found?.name ?? step;
  });
}

/** By its name, else by one it had. */
function named<Part extends Named>(parts: readonly Part[], name: string): Part | undefined {
  return parts.find((part) => part.name === name) ?? parts.find(({ formerNames = [] }) => formerNames.includes(name));
}

function isRenamed({ formerNames = [], attributes, relations }: ModelEntity): boolean {
  return formerNames.length > 0 || [...attributes, ...relations].some((part) => (part.formerNames ?? []).length > 0);
}
