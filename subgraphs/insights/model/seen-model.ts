import type { ModelAttribute, ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { MaskMode } from '../../kernel/data-access/data-rule.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';

/** An attribute as a viewer sees it: a pseudonym or a part of a value is text, whatever the value was. */
export interface SeenAttribute extends ModelAttribute {
  masked?: Exclude<MaskMode, 'HIDE'>;
}

/** The model as it is for those the guard is for: hidden attributes are not in it. */
export function seenModel(model: SemanticModel, guard: Guard): SemanticModel {
  return { ...model, entities: model.entities.map((entity) => (guard.masked(entity).size === 0 ? entity : seenEntity(entity, guard))) };
}

function seenEntity(entity: ModelEntity, guard: Guard): ModelEntity {
  const attributes = entity.attributes.flatMap((attribute): SeenAttribute[] => {
    const mode = guard.maskOf(entity, attribute.name);
    if (mode === null) return [attribute];
    return mode === 'HIDE'
      ? []
      : [{ ...attribute, type: 'TEXT', semantic: mode === 'PSEUDONYM' ? 'IDENTIFIER' : 'TEXT', currency: null, masked: mode }];
  });
  const titled = attributes.some(({ name }) => name === entity.titleAttribute);
  return { ...entity, attributes, titleAttribute: titled ? entity.titleAttribute : null };
}
