import { sql, type RawBuilder } from 'kysely';
import type { ModelEntity, ModelRelation, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Access } from './access.ts';
import { maskedValue } from './mask-sql.ts';
import type { MaskedAttribute } from './masked-attributes.ts';
import { RowConditions } from './row-conditions.ts';

type Fragment = RawBuilder<unknown>;

interface Rules {
  model: SemanticModel;
  access: Access;
  masked: (entity: ModelEntity) => ReadonlyMap<string, MaskedAttribute>;
}

/** Alias of the table within its guarded form. */
const INNER = 'guarded';

/** The table of an entity type, or the sub-select of what rules leave of it: same columns, fewer rows, masked values. */
export function guardedTable(entity: ModelEntity, rules: Rules): Fragment {
  const { access, model } = rules;
  const conditions = new RowConditions(model, access);
  const masks = rules.masked(entity);
  const where = conditions.of(entity, INNER);
  const relations = entity.relations.map((relation) => guardedRelation(entity, relation, rules, conditions));
  if (masks.size === 0 && where === null && relations.every((each) => each === null)) return sql.id(entity.table);
  const column = (name: string): Fragment => sql.id(INNER, name);
  const columns = [
    column('id'),
    column('source_object_id'),
    column('updated_at'),
    // A key at the source is made of values, or is a hash of all of them.
    masks.size === 0 ? column('source_key') : sql`${column('id')}::text as ${sql.id('source_key')}`,
    ...entity.attributes.map((attribute) => {
      const masked = masks.get(attribute.name);
      if (masked === undefined) return column(attribute.column);
      return sql`${maskedValue(attribute, column(attribute.column), masked.mode, access.pseudonymKey)} as ${sql.id(attribute.column)}`;
    }),
    ...entity.relations.flatMap((relation, index) => {
      const guarded = relations[index] ?? { target: column(relation.column), source: column(relation.sourceColumn) };
      return [sql`${guarded.target} as ${sql.id(relation.column)}`, sql`${guarded.source} as ${sql.id(relation.sourceColumn)}`];
    }),
  ];
  const rows = where === null ? sql`` : sql` where ${where}`;
  return sql`(select ${sql.join(columns)} from ${sql.id(entity.table)} as ${sql.id(INNER)}${rows})`;
}

/**
 * A link as the viewer may see it; null: as it is. It leads to visible records only; what its source wrote stands for the record, and tells
 * what is masked there, so that the record's title is shown in its place, or nothing.
 */
function guardedRelation(
  entity: ModelEntity,
  relation: ModelRelation,
  { model, masked }: Rules,
  conditions: RowConditions,
): { target: Fragment; source: Fragment } | null {
  const target = model.entities.find(({ name }) => name === relation.target);
  if (target === undefined) return masked(entity).size === 0 ? null : { target: sql`null::uuid`, source: sql`null::text` };
  const leads = sql.id(INNER, relation.column);
  const written = sql.id(INNER, relation.sourceColumn);
  const visible = conditions.visibleIds(target);
  const masks = masked(target);
  const telling =
    sharesColumn(entity, relation, masked(entity)) ||
    target.attributes.some(({ name, type, semantic }) => masks.has(name) && (type === 'TEXT' || semantic === 'IDENTIFIER'));
  if (visible === null && !telling) return null;
  const source = telling ? titleOf(target, masks, leads) : written;
  if (visible === null) return { target: leads, source };
  return {
    target: sql`case when ${leads} in ${visible} then ${leads} end`,
    source: sql`case when ${leads} in ${visible} then ${source} end`,
  };
}

/** Whether a masked attribute of the entity is made of the column that the link was read from. */
function sharesColumn({ sources }: ModelEntity, { name }: ModelRelation, masks: ReadonlyMap<string, MaskedAttribute>): boolean {
  return sources.some(({ fields }) => {
    const columns = new Set(fields.filter((field) => masks.has(field.attribute)).map(({ column }) => column));
    return fields.some((field) => field.attribute === name && columns.has(field.column));
  });
}

function titleOf(target: ModelEntity, masks: ReadonlyMap<string, MaskedAttribute>, id: Fragment): Fragment {
  const title = target.attributes.find(({ name }) => name === target.titleAttribute);
  if (title === undefined || masks.has(title.name)) return sql`null::text`;
  return sql`(select ${sql.id('named', title.column)}::text from ${sql.id(target.table)} as ${sql.id('named')} where ${sql.id('named', 'id')} = ${id})`;
}
