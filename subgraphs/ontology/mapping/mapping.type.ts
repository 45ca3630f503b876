import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Access } from '../../kernel/data-access/access.ts';
import { InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { AttributeType } from '../catalogue/entity-type.type.ts';
import { Connection, SourceObject, User, refer } from '../catalogue/stubs.type.ts';
import { MappingLearning, MappingReason } from '../learning/learning.type.ts';
import { DerivedField, TransformInForce, TransformSuggestion, UnpivotSuggestion } from '../transform/transform.type.ts';
import { derivedShown, suggestionsShown, transformsShown, unpivotShown } from '../transform/transform.view.ts';
import { definitionOf } from './proposal-tables.ts';
import type { FieldMappingRow, ProposalRow, TableMappingRow } from './proposal.entity.ts';

export const MappingStatus = {
  PROPOSED: 'PROPOSED',
  PUBLISHING: 'PUBLISHING',
  PUBLISHED: 'PUBLISHED',
  FAILED: 'FAILED',
  SUPERSEDED: 'SUPERSEDED',
} as const;
export type MappingStatus = (typeof MappingStatus)[keyof typeof MappingStatus];
registerEnumType(MappingStatus, {
  name: 'MappingStatus',
  description: 'Where a mapping proposal stands.',
  valuesConfig: {
    PROPOSED: { description: 'Waits for a person to accept it.' },
    PUBLISHING: { description: 'Accepted; typed tables are being defined and filled.' },
    PUBLISHED: { description: 'In force; its records are unified.' },
    FAILED: { description: 'Publishing failed; it can be accepted again.' },
    SUPERSEDED: { description: 'Replaced by a newer proposal.' },
  },
});

@ObjectType('MappingAlternative', { description: 'Something else a column could be.', simpleResolvers: true })
export class MappingAlternative {
  @Field(() => String, { description: 'Name of the attribute.' })
  attribute!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => Float, { description: 'How sure the matcher is of it, 0 to 1.' })
  confidence!: number;
}

@Directive('@key(fields: "id")')
@ObjectType('FieldMapping', { description: 'What one column of a source becomes.', simpleResolvers: true })
export class FieldMapping {
  @Field(() => ID, { description: 'Identifies the mapping of this column in its proposal.' })
  id!: string;

  @Field(() => String, { description: "The column's name at the source." })
  column!: string;

  @Field(() => String, { description: 'Attribute it becomes, or relation when `relatesTo` is there.' })
  attribute!: string;

  @Field(() => String, { description: 'What people call the attribute.' })
  attributeLabel!: string;

  @Field(() => Boolean, { description: "Whether the shipped ontology has the attribute; else it is the tenant's own." })
  canonical!: boolean;

  @Field(() => AttributeType, { description: 'The kind of values it is kept as.' })
  type!: AttributeType;

  @Field(() => String, { nullable: true, description: 'Entity type whose records the column names; null for a plain attribute.' })
  relatesTo!: string | null;

  @Field(() => Float, { description: 'How sure the matcher is, 0 to 1; 1 when a person chose it.' })
  confidence!: number;

  @Field(() => [String], { description: 'Why, in sentences.' })
  evidence!: string[];

  @Field(() => [MappingReason], {
    description: 'Why, by kind and weight, the weightiest first; empty when rules about data restrict what you see.',
  })
  reasons!: MappingReason[];

  @Field(() => MappingLearning, { nullable: true, description: 'What it owes to earlier decisions; null when there were none.' })
  learned!: MappingLearning | null;

  @Field(() => [MappingAlternative], { description: 'What else it could be, best first, three at most.' })
  alternatives!: MappingAlternative[];

  @Field(() => [TransformInForce], { description: 'What is done to its values, in order; empty when they are kept as they landed.' })
  transforms!: TransformInForce[];

  @Field(() => [TransformSuggestion], { description: 'What could be done to them, by what they look like.' })
  suggestedTransforms!: TransformSuggestion[];

  @Field(() => [DerivedField], { description: 'What else the column feeds.' })
  alsoFeeds!: DerivedField[];

  @Field(() => Boolean, { description: 'Whether a person has said that the column is to feed nothing.' })
  leftOut!: boolean;

  tableId!: string;
}

@ObjectType('TableMapping', { description: 'What one table of a source becomes.', simpleResolvers: true })
export class TableMapping {
  @Field(() => ID, { description: 'Identifies the mapping of this table in its proposal.' })
  id!: string;

  @Field(() => SourceObject, { description: 'The table or file.' })
  object!: SourceObject;

  @Field(() => String, { description: 'Entity type its rows become, in PascalCase.' })
  entityName!: string;

  @Field(() => String, { description: 'What people call one of it.' })
  entityLabel!: string;

  @Field(() => Boolean, { description: "Whether it becomes an entity type of the tenant's own because it fits no canonical one." })
  adopted!: boolean;

  @Field(() => Float, { description: 'How sure the matcher is, 0 to 1; 1 when a person chose it.' })
  confidence!: number;

  @Field(() => [String], { description: 'Why, in sentences.' })
  evidence!: string[];

  @Field(() => Boolean, { description: 'Whether each cell of it becomes an observation of its own.' })
  unpivoted!: boolean;

  @Field(() => UnpivotSuggestion, {
    nullable: true,
    description:
      'How its cells could become observations; null when it is no sheet of numbers by period, or rules about data restrict what you see.',
  })
  suggestedUnpivot!: UnpivotSuggestion | null;
}

@Directive('@key(fields: "id")')
@ObjectType('MappingProposal', {
  description: 'What every table and column of a connection would become; in force once it is accepted and published.',
  simpleResolvers: true,
})
export class MappingProposal {
  @Field(() => ID, { description: 'Identifies the proposal for good.' })
  id!: string;

  @Field(() => Connection, { description: 'The connection whose tables it maps.' })
  connection!: Connection;

  @Field(() => MappingStatus, { description: 'Where it stands.' })
  status!: MappingStatus;

  @Field(() => InputProblem, { nullable: true, description: 'Why publishing failed; null otherwise.' })
  problem!: InputProblem | null;

  @Field(() => Int, { description: 'How many records were unified when it was published.' })
  recordsUnified!: number;

  @Field(() => GraphQLDateTime, { description: 'When it was proposed.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When a person accepted it; null while nobody has.' })
  decidedAt!: Date | null;

  @Field(() => User, { nullable: true, description: 'Who accepted it; null while nobody has.' })
  decidedBy!: User | null;
}

export const MappingProposalConnection = relayConnection('MappingProposal', MappingProposal);

/** The graph's view of a proposal. */
export function proposalOf(row: ProposalRow): MappingProposal {
  const { id, status, recordsUnified, createdAt } = row;
  const problem = row.problem ? Object.assign(new InputProblem(), { ...row.problem, field: null }) : null;
  const decidedBy = row.decidedBy ? refer(User, row.decidedBy) : null;
  return Object.assign(new MappingProposal(), {
    id,
    status,
    recordsUnified,
    createdAt,
    problem,
    decidedBy,
    decidedAt: row.decidedAt ?? null,
    connection: refer(Connection, row.connectionId),
  });
}

/** Evidence is taken from values of the source, which no rule has judged: those under any rule are told how sure it is, not why. */
const shownEvidence = (evidence: readonly string[], { restricted }: Pick<Access, 'restricted'>): string[] =>
  restricted ? [] : [...evidence];

/** The graph's view of a table's mapping. */
export function tableMappingOf(row: TableMappingRow, access: Pick<Access, 'restricted'>): TableMapping {
  const { entity, label, canonical, confidence, evidence, objectId } = row.definition;
  return Object.assign(new TableMapping(), {
    id: row.id,
    object: refer(SourceObject, objectId),
    entityName: entity,
    entityLabel: label,
    adopted: canonical === null,
    confidence,
    evidence: shownEvidence(evidence, access),
    unpivoted: row.definition.unpivot != null,
    suggestedUnpivot: access.restricted ? null : unpivotShown(row.definition.suggestedUnpivot),
  });
}

const reasonsOf = (reasons: NonNullable<FieldMappingRow['definition']['reasons']>): MappingReason[] =>
  reasons.map((reason) => Object.assign(new MappingReason(), reason)).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));

/** The graph's view of a column's mapping. */
export function fieldMappingOf(row: FieldMappingRow, access: Pick<Access, 'restricted'>): FieldMapping {
  const { column, attribute, label, canonical, type, transform, relation, confidence, evidence, alternatives } = definitionOf(row);
  const { also = [], suggested = [], learned = 0 } = row.definition;
  return Object.assign(new FieldMapping(), {
    id: row.id,
    column,
    attribute,
    attributeLabel: label,
    canonical,
    type,
    relatesTo: relation?.target ?? null,
    confidence,
    evidence: shownEvidence(evidence, access),
    reasons: access.restricted ? [] : reasonsOf(row.definition.reasons ?? []),
    learned: learned === 0 ? null : Object.assign(new MappingLearning(), { decisions: learned }),
    alternatives: alternatives.map((alternative) => Object.assign(new MappingAlternative(), alternative)),
    transforms: transformsShown(transform, access.restricted),
    suggestedTransforms: suggestionsShown(suggested, access.restricted),
    alsoFeeds: derivedShown(also, access.restricted),
    leftOut: row.definition.leftOut === true,
    tableId: row.tableId,
  });
}
