import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { ModelAttribute, ModelEntity, ModelRelation } from '../../../schema/events/semantic-model.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const EntityOrigin = { CANONICAL: 'CANONICAL', ADOPTED: 'ADOPTED', CUSTOM: 'CUSTOM' } as const;
export type EntityOrigin = (typeof EntityOrigin)[keyof typeof EntityOrigin];
registerEnumType(EntityOrigin, {
  name: 'EntityOrigin',
  description: 'Where an entity type comes from.',
  valuesConfig: {
    CANONICAL: { description: 'The ontology that is shipped.' },
    ADOPTED: { description: "A table of the tenant's own that fits no canonical entity." },
    CUSTOM: { description: 'Somebody made it.' },
  },
});

export const AttributeType = {
  TEXT: 'TEXT',
  INTEGER: 'INTEGER',
  DECIMAL: 'DECIMAL',
  MONEY: 'MONEY',
  PERCENT: 'PERCENT',
  BOOLEAN: 'BOOLEAN',
  DATE: 'DATE',
  DATETIME: 'DATETIME',
} as const satisfies Record<ColumnType, ColumnType>;
export type AttributeType = ColumnType;
registerEnumType(AttributeType, {
  name: 'AttributeType',
  description: 'The kind of values an attribute has.',
  valuesConfig: {
    TEXT: { description: 'Text.' },
    INTEGER: { description: 'A whole number.' },
    DECIMAL: { description: 'A number.' },
    MONEY: { description: 'An amount of money.' },
    PERCENT: { description: 'A share, kept as a fraction: 0.12 is 12 %.' },
    BOOLEAN: { description: 'Yes or no.' },
    DATE: { description: 'A day.' },
    DATETIME: { description: 'A moment, in UTC.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('EntityType', { description: "A type of thing in the tenant's published ontology, such as Account.", simpleResolvers: true })
export class EntityType {
  @Field(() => ID, { description: 'Identifies the type for good.' })
  id!: string;

  @Field(() => String, { description: 'Name in PascalCase, unique in the tenant.' })
  name!: string;

  @Field(() => String, { description: 'What people call one of it.' })
  label!: string;

  @Field(() => String, { description: 'What people call several of it.' })
  pluralLabel!: string;

  @Field(() => String, { nullable: true, description: 'What it is.' })
  description!: string | null;

  @Field(() => [String], { description: 'What else people call it.' })
  synonyms!: string[];

  @Field(() => EntityOrigin, { description: 'Where the type comes from.' })
  origin!: EntityOrigin;

  /** The published model behind it; not part of the graph. */
  model!: ModelEntity;
}

@ObjectType({ description: 'How an attribute is worked out of others of the same record.', simpleResolvers: true })
export class ComputedAttribute {
  @Field(() => String, { description: 'The expression, in names of attributes.' })
  expression!: string;

  @Field(() => [String], { description: 'Names of the attributes it reads.' })
  inputs!: string[];
}

@Directive('@key(fields: "id")')
@ObjectType('Attribute', { description: 'One property of the records of an entity type.', simpleResolvers: true })
export class Attribute {
  @Field(() => ID, { description: 'Identifies the attribute for good.' })
  id!: string;

  @Field(() => String, { description: 'Name in camelCase, unique in its entity type.' })
  name!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => AttributeType, { description: 'The kind of its values.' })
  type!: AttributeType;

  @Field(() => String, { nullable: true, description: 'What it means beyond its type: NAME, AMOUNT, PRICE, RATE, DATE, CATEGORY …' })
  semantic!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Unit of its values: a currency code, %, or what somebody said; null when there is none or it differs.',
  })
  unit!: string | null;

  @Field(() => [String], { description: 'What else people call it.' })
  synonyms!: string[];

  @Field(() => ComputedAttribute, { nullable: true, description: 'How it is worked out; null when sources give it.' })
  computed!: ComputedAttribute | null;

  @Field(() => String, { nullable: true, description: 'What it is.' })
  description!: string | null;

  entity!: ModelEntity;
}

@ObjectType('Relation', { description: 'A link from each record of one entity type to at most one of another.', simpleResolvers: true })
export class Relation {
  @Field(() => String, { description: 'Name in camelCase, unique in its entity type.' })
  name!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'What it is, where somebody said so.' })
  description!: string | null;

  @Field(() => [String], { description: 'What else people call it.' })
  synonyms!: string[];

  entity!: ModelEntity;
  relation!: ModelRelation;
}

@ObjectType('NearMatch', { description: 'A value taken for a record although it is written differently.', simpleResolvers: true })
export class NearMatch {
  @Field(() => String, { description: 'The value as the source wrote it.' })
  value!: string;

  @Field(() => String, { description: 'The record it was taken for.' })
  matched!: string;

  @Field(() => Float, { description: 'How alike they are, 0 to 1.' })
  similarity!: number;

  @Field(() => Int, { description: 'How many records carry the value.' })
  records!: number;

  @Field(() => String, { description: 'Why it was taken for the same, in a sentence.' })
  evidence!: string;
}

export const EntityTypeConnection = relayConnection('EntityType', EntityType);

/** The graph's view of a published entity. */
export function entityTypeOf(model: ModelEntity, description: string | null): EntityType {
  const own = model.custom === true ? EntityOrigin.CUSTOM : EntityOrigin.ADOPTED;
  const origin = model.canonical === null ? own : EntityOrigin.CANONICAL;
  return Object.assign(new EntityType(), {
    id: model.id,
    name: model.name,
    label: model.label,
    pluralLabel: model.pluralLabel,
    description,
    synonyms: model.synonyms,
    origin,
    model,
  });
}

/** The graph's view of a published attribute. */
export function attributeOf(entity: ModelEntity, attribute: ModelAttribute): Attribute {
  const { id, name, label, type, semantic, description, currency, synonyms } = attribute;
  const unit = type === 'PERCENT' ? '%' : type === 'MONEY' ? currency : (attribute.unit ?? null);
  const computed = attribute.computed == null ? null : Object.assign(new ComputedAttribute(), attribute.computed);
  return Object.assign(new Attribute(), { id, name, label, type, semantic, description, unit, synonyms, computed, entity });
}

/** The graph's view of a published relation. */
export function relationOf(entity: ModelEntity, relation: ModelRelation): Relation {
  return Object.assign(new Relation(), {
    name: relation.name,
    label: relation.label,
    description: relation.description ?? null,
    synonyms: relation.synonyms,
    entity,
    relation,
  });
}
