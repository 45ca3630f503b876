import type { EntitySchema } from '@mikro-orm/postgresql';
import { FieldMappingRow, ProposalRow, SourceRow, TableMappingRow } from './mapping/proposal.entity.ts';
import { NearMatchRow, PublicationRow } from './publishing/publication.entity.ts';

/** The tables this subgraph owns. */
export const ontologyEntities: readonly EntitySchema[] = [
  SourceRow,
  ProposalRow,
  TableMappingRow,
  FieldMappingRow,
  PublicationRow,
  NearMatchRow,
];
