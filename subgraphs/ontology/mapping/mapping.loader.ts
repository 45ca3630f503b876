import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { FieldMappingRow, ProposalRow, TableMappingRow } from './proposal.entity.ts';
import type { ProposalService } from './proposal.service.ts';

type Proposals = Pick<ProposalService, 'load' | 'latest' | 'tables' | 'fields' | 'fieldsById' | 'objectsOf' | 'feeding' | 'inForce'>;

/** Proposals by id, batched per request. */
export const proposalLoader = (loaders: LoaderScope, proposals: Proposals, { tenantId }: UserViewer) =>
  loaders.get<ProposalRow>('ontology.proposal', (ids) => proposals.load(tenantId, ids));

/** Latest proposals by connection. */
export const latestProposalLoader = (loaders: LoaderScope, proposals: Proposals, { tenantId }: UserViewer) =>
  loaders.get<ProposalRow>('ontology.latest-proposal', (ids) => proposals.latest(tenantId, ids));

/** Table mappings by proposal. */
export const tablesLoader = (loaders: LoaderScope, proposals: Proposals, { tenantId }: UserViewer) =>
  loaders.get<TableMappingRow[]>('ontology.tables', (ids) => proposals.tables(tenantId, ids));

/** Field mappings by table mapping. */
export const fieldsLoader = (loaders: LoaderScope, proposals: Proposals, { tenantId }: UserViewer) =>
  loaders.get<FieldMappingRow[]>('ontology.fields', (ids) => proposals.fields(tenantId, ids));

/** Field mappings by id. */
export const fieldLoader = (loaders: LoaderScope, proposals: Proposals, { tenantId }: UserViewer) =>
  loaders.get<FieldMappingRow>('ontology.field', (ids) => proposals.fieldsById(tenantId, ids));

/** Table mappings by id. */
export const tableLoader = (loaders: LoaderScope, proposals: Proposals, { tenantId }: UserViewer) =>
  loaders.get<TableMappingRow>('ontology.table', (ids) => proposals.objectsOf(tenantId, ids));

/** Published columns by what they feed, `Type.attribute`. */
export const feedingLoader = (loaders: LoaderScope, proposals: Proposals, { tenantId }: UserViewer) =>
  loaders.get<FieldMappingRow[]>('ontology.feeding', (names) => proposals.feeding(tenantId, names));

/** Mappings in force by connection. */
export const inForceLoader = (loaders: LoaderScope, proposals: Proposals, { tenantId }: UserViewer) =>
  loaders.get<ProposalRow>('ontology.in-force', (ids) => proposals.inForce(tenantId, ids));
