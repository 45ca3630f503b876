import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { ProposedField, ProposedTable } from '../matching/proposal.ts';
import type { Shaping } from '../transform/shaped.ts';

export type MappingStatus = 'PROPOSED' | 'PUBLISHING' | 'PUBLISHED' | 'FAILED' | 'SUPERSEDED';

/** A person's decisions in JSON: path → entity, path → column → attribute, and what is done to values. */
export interface StoredDecisions {
  readonly tables: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What is done to values; proposals of before have none. */
  readonly shaping?: Shaping;
}

export interface StoredProblem {
  readonly code: string;
  readonly message: string;
  readonly todo: string;
}

/** What a table becomes, without its fields. */
export type TableDefinition = Omit<ProposedTable, 'fields'>;

/** The last discovered schema of a connection. */
export const SourceRow = defineEntity({
  name: 'OntologySourceRow',
  tableName: 'ontology_source',
  properties: {
    connectionId: p.uuid().primary(),
    tenantId: p.uuid(),
    connectionName: p.string(),
    syncId: p.uuid(),
    objects: p.json().$type<DiscoveredObject[]>(),
  },
});
export type SourceRow = InferEntity<typeof SourceRow>;

export const ProposalRow = defineEntity({
  name: 'MappingProposalRow',
  tableName: 'mapping_proposal',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    connectionId: p.uuid(),
    connectionName: p.string(),
    status: p.string().$type<MappingStatus>(),
    problem: p.json().$type<StoredProblem | null>().nullable(),
    /** Hash of what the proposal comes to; equal shapes need no new decision. */
    shape: p.string(),
    decisions: p.json().$type<StoredDecisions>(),
    recordsUnified: p.integer(),
    /** Version of the ontology that holds it; null until it is published. */
    publishedVersion: p.integer().nullable(),
    createdAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.uuid().nullable(),
  },
});
export type ProposalRow = InferEntity<typeof ProposalRow>;

export const TableMappingRow = defineEntity({
  name: 'TableMappingRow',
  tableName: 'table_mapping',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    proposalId: p.uuid(),
    objectId: p.uuid(),
    position: p.integer(),
    entityName: p.string(),
    definition: p.json().$type<TableDefinition>(),
  },
});
export type TableMappingRow = InferEntity<typeof TableMappingRow>;

export const FieldMappingRow = defineEntity({
  name: 'FieldMappingRow',
  tableName: 'field_mapping',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    proposalId: p.uuid(),
    tableId: p.uuid(),
    position: p.integer(),
    entityName: p.string(),
    attribute: p.string(),
    definition: p.json().$type<ProposedField>(),
  },
});
export type FieldMappingRow = InferEntity<typeof FieldMappingRow>;
