import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { ObjectBinding, RelationBinding } from '../publishing/binding.ts';
import { type Overlay, mergedKey } from './overlay.ts';

type Pair = { readonly base: ModelEntity; readonly entity: ModelEntity };

/** How objects fill their tables once people's edits are in force: other columns and types, links that somebody made. */
export function editedBindings(
  bindings: readonly ObjectBinding[],
  bases: readonly ModelEntity[],
  model: SemanticModel,
  overlay: Overlay,
): ObjectBinding[] {
  const pairs = new Map(
    bases.flatMap((base): [string, Pair][] => {
      const entity = model.entities.find(({ id }) => id === base.id);
      return entity === undefined ? [] : [[base.name, { base, entity }]];
    }),
  );
  return bindings.map((binding) => {
    const pair = pairs.get(binding.entity);
    return pair === undefined ? binding : editedBinding(binding, pair, { bindings, pairs, overlay });
  });
}

interface Known {
  readonly bindings: readonly ObjectBinding[];
  readonly pairs: ReadonlyMap<string, Pair>;
  readonly overlay: Overlay;
}

function editedBinding(binding: ObjectBinding, { base, entity }: Pair, known: Known): ObjectBinding {
  const attributes = new Map(entity.attributes.map((attribute) => [attribute.key ?? attribute.name, attribute]));
  const byColumn = new Map(base.attributes.map(({ column, name }) => [column, attributes.get(name)]));
  const relationNames = new Map(entity.relations.map(({ key, name }) => [key ?? name, name]));
  /** Nothing feeds what is computed. */
  const fed = (column: string): string | null => {
    const attribute = byColumn.get(column);
    return attribute?.computed != null ? null : (attribute?.column ?? column);
  };
  return {
    ...binding,
    entity: entity.name,
    fields: binding.fields.flatMap((field) => {
      const column = fed(field.column);
      return column === null ? [] : [{ ...field, column, type: byColumn.get(field.column)?.type ?? field.type }];
    }),
    valueMaps: binding.valueMaps.flatMap((map) => withColumn(map, fed(map.column))),
    concats: binding.concats.flatMap((concat) => withColumn(concat, fed(concat.column))),
    relations: [
      ...binding.relations.map((relation) => ({ ...relation, name: relationNames.get(relation.name) ?? relation.name })),
      ...madeLinks(binding, { base, entity }, known),
    ],
  };
}

function withColumn<Binding extends { column: string }>(binding: Binding, column: string | null): Binding[] {
  return column === null ? [] : [{ ...binding, column }];
}

/** Links between records whose attributes have equal values. */
function madeLinks(binding: ObjectBinding, { base, entity }: Pair, { bindings, pairs, overlay }: Known): RelationBinding[] {
  return Object.entries(overlay.entities[base.name]?.relations ?? {}).flatMap(
    ([key, { created, target: to, attribute, targetAttribute }]) => {
      const relation = entity.relations.find((each) => (each.key ?? each.name) === key);
      if (created !== true || relation === undefined || to === undefined || attribute === undefined) return [];
      const target = mergedKey(overlay, to);
      const source = sourceOf(binding, base, attribute);
      const leadsTo = pairs.get(target)?.base;
      // A record of the same connection rather than of another one.
      const candidates = bindings
        .filter((other) => other.entity === target)
        .toSorted((a, b) => Number(b.connectionId === binding.connectionId) - Number(a.connectionId === binding.connectionId));
      const found = candidates.flatMap((other) => {
        const column = leadsTo === undefined || targetAttribute === undefined ? null : sourceOf(other, leadsTo, targetAttribute);
        return column === null ? [] : [{ other, column }];
      })[0];
      if (source === null || found === undefined) return [];
      return [
        {
          name: relation.name,
          column: relation.column,
          sourceColumn: relation.sourceColumn,
          source,
          targetTable: found.other.table,
          targetObjectId: found.other.objectId,
          targetColumn: found.column,
          similar: false,
        },
      ];
    },
  );
}

/** The source column of an object that feeds an attribute, by the attribute's key. */
function sourceOf(binding: ObjectBinding, base: ModelEntity, attribute: string): string | null {
  const column = base.attributes.find(({ name }) => name === attribute)?.column;
  return binding.fields.find((field) => field.column === column)?.source ?? null;
}
