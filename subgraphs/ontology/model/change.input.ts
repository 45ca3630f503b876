import { Field, InputType, registerEnumType } from 'type-graphql';
import type { Semantic } from '../../../schema/events/semantic-model.ts';
import { AttributeType } from '../catalogue/entity-type.type.ts';
import { AttributeSemantic } from './attribute-semantic.type.ts';
import type { OntologyChange } from './change.ts';

const kinds = {
  ADD_ENTITY_TYPE: 'ADD_ENTITY_TYPE',
  CHANGE_ENTITY_TYPE: 'CHANGE_ENTITY_TYPE',
  REMOVE_ENTITY_TYPE: 'REMOVE_ENTITY_TYPE',
  MERGE_ENTITY_TYPES: 'MERGE_ENTITY_TYPES',
  ADD_ATTRIBUTE: 'ADD_ATTRIBUTE',
  CHANGE_ATTRIBUTE: 'CHANGE_ATTRIBUTE',
  REMOVE_ATTRIBUTE: 'REMOVE_ATTRIBUTE',
  ADD_RELATION: 'ADD_RELATION',
  CHANGE_RELATION: 'CHANGE_RELATION',
  REMOVE_RELATION: 'REMOVE_RELATION',
  REVERT: 'REVERT',
} as const satisfies Record<OntologyChange['kind'], string>;
registerEnumType(kinds, {
  name: 'OntologyChangeKind',
  description: 'Edits of the business model.',
  valuesConfig: {
    ADD_ENTITY_TYPE: { description: 'A type of the tenant’s own: name, and label, pluralLabel, description, synonyms.' },
    CHANGE_ENTITY_TYPE: { description: 'Another name, label, pluralLabel, description or synonyms of entityType.' },
    REMOVE_ENTITY_TYPE: { description: 'Takes entityType out, when somebody made it and nothing uses it; its table stays.' },
    MERGE_ENTITY_TYPES: { description: 'Records of entityType become records of target.' },
    ADD_ATTRIBUTE: {
      description: 'An attribute of entityType: name, and type, semantic, unit, label …; computed where it has an expression.',
    },
    CHANGE_ATTRIBUTE: { description: 'Another name, type, unit, expression … of attribute.' },
    REMOVE_ATTRIBUTE: { description: 'Takes attribute out, when somebody made it and nothing uses it; its values stay where they are.' },
    ADD_RELATION: { description: 'A link from entityType to target, by equal values of attribute and targetAttribute.' },
    CHANGE_RELATION: { description: 'Another name, label, description or synonyms of relation.' },
    REMOVE_RELATION: { description: 'Takes relation out, when somebody made it.' },
    REVERT: { description: 'Takes back all edits of entityType, or of its attribute or relation.' },
  },
});

@InputType('OntologyChange', {
  description: 'One edit of the business model. What is left out stays as it is. Names are those of the draft at that moment.',
})
export class OntologyChangeInput {
  @Field(() => kinds, { description: 'What to do.' })
  kind!: OntologyChange['kind'];

  @Field(() => String, { nullable: true, description: 'The entity type it is about; needed by all but ADD_ENTITY_TYPE.' })
  entityType?: string | null;

  @Field(() => String, { nullable: true, description: 'The attribute it is about; of ADD_RELATION the one whose values link.' })
  attribute?: string | null;

  @Field(() => String, { nullable: true, description: 'The relation it is about.' })
  relation?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of what is added, or another one: SalesTeam, closeDate.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What people call it.' })
  label?: string | null;

  @Field(() => String, { nullable: true, description: 'What people call several of it.' })
  pluralLabel?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is.' })
  description?: string | null;

  @Field(() => [String], { nullable: true, description: 'What else people call it; takes the place of all there were.' })
  synonyms?: string[] | null;

  @Field(() => AttributeType, { nullable: true, description: 'The kind of its values.' })
  type?: AttributeType | null;

  @Field(() => AttributeSemantic, { nullable: true, description: 'What it means.' })
  semantic?: Semantic | null;

  @Field(() => String, { nullable: true, description: 'A currency code of money; else what it is counted in, such as kg.' })
  unit?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What it is worked out of: attributes of the same type, numbers, ’texts’, + - * /, comparisons, and, or, not, if(), coalesce(), round(), mean(), concat(), days() …',
  })
  expression?: string | null;

  @Field(() => String, { nullable: true, description: 'The type a relation leads to, or one is merged into.' })
  target?: string | null;

  @Field(() => String, { nullable: true, description: 'The target’s attribute whose values link.' })
  targetAttribute?: string | null;
}
