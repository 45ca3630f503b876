import { createHash } from 'node:crypto';
import type { ColumnType } from '../../schema/events/discovered-schema.ts';
import type { ModelAttribute, ModelEntity, ModelRelation, Semantic, SemanticModel } from '../../schema/events/semantic-model.ts';
import type { DataProfile } from './model/data-profile.ts';

type Cell = string | number | boolean | null;
/** `[name, label, type, semantic, synonyms?]`; canonical when the entity is. */
type AttributeLine = [string, string, ColumnType, Semantic, string[]?];

export interface TestEntity {
  entity: ModelEntity;
  /** One object a record: attribute names → cells, relation names → title of the target record. */
  records: Record<string, Cell>[];
}

/** A stable uuid for a name, so that tests can point at things. */
export function idOf(name: string): string {
  const hex = createHash('sha1').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const snake = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

/** A model entity with its invented records, written as briefly as can be read. */
export function testEntity(options: {
  name: string;
  plural: string;
  canonical: boolean;
  synonyms?: string[];
  attributes: AttributeLine[];
  relations?: [string, string, string, string[]?][];
  title: string | null;
  records: Record<string, Cell>[];
}): TestEntity {
  const { name } = options;
  const attributes = options.attributes.map(([attribute, label, type, semantic, synonyms = []]): ModelAttribute => ({
    id: idOf(`${name}.${attribute}`),
    name: attribute,
    label,
    type,
    semantic,
    canonical: options.canonical ? attribute : null,
    column: snake(attribute),
    synonyms,
    description: null,
    currency: null,
  }));
  const relations = (options.relations ?? []).map(([relation, label, target, synonyms = []]): ModelRelation => ({
    name: relation,
    label,
    synonyms,
    target,
    column: `${snake(relation)}_id`,
    sourceColumn: `${snake(relation)}_source`,
  }));
  const source = {
    connectionId: idOf('connection'),
    connectionName: 'files',
    objectId: idOf(`object ${name}`),
    objectName: snake(name),
    path: `${snake(name)}.csv`,
    fields: attributes.map((attribute) => ({ column: attribute.label, attribute: attribute.name, confidence: 1 })),
  };
  const label = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return {
    entity: {
      id: idOf(name),
      name,
      label: label.charAt(0) + label.slice(1).toLowerCase(),
      pluralLabel: options.plural,
      synonyms: options.synonyms ?? [],
      canonical: options.canonical ? name : null,
      table: `e_${snake(name)}`,
      attributes,
      relations,
      sources: [source],
      titleAttribute: options.title,
    },
    records: options.records,
  };
}

export function testModel(entities: readonly TestEntity[], version = 1): SemanticModel {
  return { version, entities: entities.map(({ entity }) => entity) };
}

/** The profile the database would give for these records, for tests that need no database. */
export function testProfile(entities: readonly TestEntity[]): DataProfile {
  const profile: DataProfile = { version: 'test', entities: {} };
  for (const { entity, records } of entities) {
    const attributes = entity.attributes.map((attribute) => {
      const cells = records.map((record) => record[attribute.name] ?? null).filter((cell) => cell !== null);
      const texts = [...new Set(cells.map(String))];
      const sorted =
        attribute.type === 'TEXT' || attribute.type === 'BOOLEAN'
          ? []
          : attribute.semantic === 'DATE'
            ? texts.toSorted()
            : texts.toSorted((a, b) => Number(a) - Number(b));
      return [
        attribute.name,
        {
          blanks: records.length - cells.length,
          distinct: texts.length,
          min: sorted[0] ?? null,
          max: sorted.at(-1) ?? null,
          values: attribute.type === 'TEXT' ? texts : null,
        },
      ] as const;
    });
    profile.entities[entity.name] = { rows: records.length, attributes: Object.fromEntries(attributes), unresolved: {}, updatedAt: null };
  }
  return profile;
}

const COLUMN: Record<ColumnType, string> = {
  TEXT: 'text',
  INTEGER: 'bigint',
  DECIMAL: 'numeric',
  MONEY: 'numeric',
  PERCENT: 'numeric',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'timestamptz',
};
const literal = (cell: Cell): string =>
  cell === null ? 'null' : typeof cell === 'string' ? `'${cell.replaceAll("'", "''")}'` : String(cell);

/** DDL and inserts of the canonical tables as ontology makes them; for tests only, where every text is ours. */
export function testTables(entities: readonly TestEntity[]): { create: string[]; insert: string[] } {
  const titleOf = (name: string): string => entities.find(({ entity }) => entity.name === name)?.entity.titleAttribute ?? '';
  const create = entities.map(({ entity }) => {
    const columns = [
      ...entity.attributes.map((attribute) => `${attribute.column} ${COLUMN[attribute.type]}`),
      ...entity.relations.flatMap((relation) => [`${relation.column} uuid`, `${relation.sourceColumn} text`]),
    ];
    return `create table ${entity.table} (id uuid primary key, source_object_id uuid, source_key text, updated_at timestamptz not null default now(), ${columns.join(', ')})`;
  });
  const insert = entities.flatMap(({ entity, records }) =>
    records.map((record, index) => {
      const title = entity.titleAttribute === null ? String(index) : String(record[entity.titleAttribute]);
      const cells = [
        literal(idOf(`${entity.name} ${title}`)),
        literal(title),
        ...entity.attributes.map((attribute) => literal(record[attribute.name] ?? null)),
      ];
      const links = entity.relations.flatMap((relation) => {
        const target = record[relation.name] ?? null;
        const known =
          target !== null &&
          entities.some(
            (each) => each.entity.name === relation.target && each.records.some((one) => one[titleOf(relation.target)] === target),
          );
        return [known ? literal(idOf(`${relation.target} ${String(target)}`)) : 'null', literal(target)];
      });
      const names = [
        'id',
        'source_key',
        ...entity.attributes.map((attribute) => attribute.column),
        ...entity.relations.flatMap((relation) => [relation.column, relation.sourceColumn]),
      ];
      return `insert into ${entity.table} (${names.join(', ')}) values (${[...cells, ...links].join(', ')})`;
    }),
  );
  return { create, insert };
}
