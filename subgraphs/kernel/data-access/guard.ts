import { sql, type RawBuilder } from 'kysely';
import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Access } from './access.ts';
import type { MaskMode } from './data-rule.ts';
import { guardedTable } from './guarded-table.ts';
import { maskedAttributes, type MaskedAttribute } from './masked-attributes.ts';
import { renamedAccess } from './renamed-access.ts';
import { RowConditions } from './row-conditions.ts';

/** What one viewer may see of one model. */
export interface Guard {
  readonly access: Access;
  /**
   * The entity's records as the viewer may see them, to be read from under an alias: the table itself where nothing limits them, else a
   * sub-select of the visible rows with masked values. The one way to read canonical data.
   */
  table(entity: ModelEntity): RawBuilder<unknown>;
  /** Masked attributes of the entity by name. */
  masked(entity: ModelEntity): ReadonlyMap<string, MaskedAttribute>;
  /** How an attribute is masked; null when it is shown. */
  maskOf(entity: ModelEntity, attribute: string): MaskMode | null;
  /** Names of the rules that limit which of the entity's records are seen. */
  rowRules(entity: ModelEntity): readonly string[];
}

/** The guard of a viewer's access over a model; costs nothing where nothing is restricted. */
export function guardOf(rules: Access, model: SemanticModel): Guard {
  if (!rules.restricted) return OPEN_GUARD;
  const access = renamedAccess(rules, model);
  // Whoever asks may hold the model as a viewer sees it; what is read follows from the model as it was published.
  const published = new Map(model.entities.map((entity) => [entity.name, entity]));
  const masked = once((entity) => maskedAttributes(entity, access), published);
  return {
    access,
    masked,
    maskOf: (entity, attribute) => masked(entity).get(attribute)?.mode ?? null,
    rowRules: once((entity) => new RowConditions(model, access).names(entity), published),
    table: once((entity) => guardedTable(entity, { model, access, masked }), published),
  };
}

/** Works something out for each entity type once. */
function once<T>(find: (entity: ModelEntity) => T, published: ReadonlyMap<string, ModelEntity>): (entity: ModelEntity) => T {
  const found = new Map<string, T>();
  return (entity) => {
    const known = found.get(entity.name) ?? find(published.get(entity.name) ?? entity);
    found.set(entity.name, known);
    return known;
  };
}

const NOTHING_MASKED: ReadonlyMap<string, MaskedAttribute> = new Map();

/** Everything as it is: for the product's own work, and those no rule applies to. */
export const OPEN_GUARD: Guard = {
  access: { key: 'open', restricted: false, rowRules: [], masks: [], pseudonymKey: '' },
  table: ({ table }) => sql.id(table),
  masked: () => NOTHING_MASKED,
  maskOf: () => null,
  rowRules: () => [],
};
