import { Field, ObjectType } from 'type-graphql';
import type { CanonicalEntity as EntityFile } from '../canonical/ontology-file.ts';
import { AttributeType } from './entity-type.type.ts';

@ObjectType('CanonicalAttribute', { description: 'An attribute the shipped ontology offers.', simpleResolvers: true })
export class CanonicalAttribute {
  @Field(() => String, { description: 'Name in camelCase.' })
  name!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => AttributeType, { description: 'The kind of its values.' })
  type!: AttributeType;

  @Field(() => String, { nullable: true, description: 'What it is.' })
  description!: string | null;
}

@ObjectType('CanonicalEntity', { description: 'An entity the shipped ontology offers to map tables to.', simpleResolvers: true })
export class CanonicalEntity {
  @Field(() => String, { description: 'Name in PascalCase.' })
  name!: string;

  @Field(() => String, { description: 'What people call one of it.' })
  label!: string;

  @Field(() => String, { description: 'What it is.' })
  description!: string;

  @Field(() => [CanonicalAttribute], { description: 'What its records may have.' })
  attributes!: CanonicalAttribute[];
}

/** The graph's view of a shipped entity. */
export function canonicalEntityOf(file: EntityFile): CanonicalEntity {
  const attributes = file.attributes.map(({ name, label, type, description }) =>
    Object.assign(new CanonicalAttribute(), { name, label, type, description }),
  );
  return Object.assign(new CanonicalEntity(), { name: file.name, label: file.label, description: file.description, attributes });
}
