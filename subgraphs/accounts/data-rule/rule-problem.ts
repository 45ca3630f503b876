import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { ColumnMask, RowRule } from '../../kernel/data-access/data-rule.ts';
import { isSensitive } from '../../kernel/data-access/masked-attributes.ts';

const entityOf = (model: SemanticModel, name: string): ModelEntity | undefined => model.entities.find((entity) => entity.name === name);

const noType = (name: string): string => `The published ontology has no entity type ${name}; the rule waits for one.`;

/** Why a row rule cannot be applied to the model; null when it can. */
export function rowRuleProblem(model: SemanticModel, { entityType, path }: Pick<RowRule, 'entityType' | 'path'>): string | null {
  let entity = entityOf(model, entityType);
  if (entity === undefined) return noType(entityType);
  for (const step of path.slice(0, -1)) {
    const relation: ModelEntity['relations'][number] | undefined = entity.relations.find(({ name }) => name === step);
    const next: ModelEntity | undefined = relation === undefined ? undefined : entityOf(model, relation.target);
    if (next === undefined)
      return `${entity.name} has no relation ${step}: whom the rule restricts sees no ${entityType} until it is mended.`;
    entity = next;
  }
  const last = path.at(-1) ?? '';
  const known = [...entity.attributes, ...entity.relations].some(({ name }) => name === last);
  return known ? null : `${entity.name} has no attribute ${last}: whom the rule restricts sees no ${entityType} until it is mended.`;
}

/** Why a mask cannot be applied to the model; null when it can. */
export function maskProblem(
  model: SemanticModel,
  { entityType, attribute, sensitive }: Pick<ColumnMask, 'entityType' | 'attribute' | 'sensitive'>,
): string | null {
  const entities = entityType === null ? model.entities : model.entities.filter(({ name }) => name === entityType);
  if (entityType !== null && entities.length === 0) return noType(entityType);
  if (attribute === null)
    return entities.some((entity) => entity.attributes.some((each) => isSensitive(each, sensitive)))
      ? null
      : 'Nothing of this kind is in the published ontology; the mask waits for it.';
  return entities.some((entity) => entity.attributes.some(({ name }) => name === attribute))
    ? null
    : `${entityType ?? ''} has no attribute ${attribute}: whom the mask restricts sees no value of the type until it is mended.`;
}
