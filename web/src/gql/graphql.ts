/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AcceptMappingInput = {
  changes?: Array<MappingChange> | null | undefined;
  proposalId: string | number;
};

export type ApprovalStatus =
  | 'APPROVED'
  | 'EXPIRED'
  | 'PENDING'
  | 'REJECTED';

export type AssetFilter = {
  kind?: AssetKind | null | undefined;
  search?: string | null | undefined;
  withoutOwner?: boolean | null | undefined;
};

export type AssetKind =
  | 'CONNECTION'
  | 'DATA_OBJECT';

export type AttributeType =
  | 'BOOLEAN'
  | 'DATE'
  | 'DATETIME'
  | 'DECIMAL'
  | 'INTEGER'
  | 'MONEY'
  | 'PERCENT'
  | 'TEXT';

export type ConfidenceTier =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM';

export type ConnectFilesInput = {
  folder?: string | null | undefined;
  name?: string | null | undefined;
  uploadId?: string | number | null | undefined;
};

export type ConnectionKind =
  | 'FILES';

export type ConnectionStatus =
  | 'DISCOVERING'
  | 'FAILED'
  | 'READY'
  | 'SYNCING';

export type Decision =
  | 'APPROVE'
  | 'REJECT';

export type DeclineReason =
  | 'AMBIGUOUS'
  | 'NOT_AVAILABLE'
  | 'NOT_UNDERSTOOD'
  | 'NO_DATA';

export type Domain =
  | 'FINANCE'
  | 'GROWTH'
  | 'OPERATIONS'
  | 'PEOPLE'
  | 'PRODUCT';

export type EdgeRelation =
  | 'COMPONENT'
  | 'CORRELATE'
  | 'DRIVER'
  | 'RATIO';

export type EntityOrigin =
  | 'ADOPTED'
  | 'CANONICAL';

export type FindingSeverity =
  | 'CRITICAL'
  | 'INFO'
  | 'WARNING';

export type GoodDirection =
  | 'DOWN'
  | 'NEUTRAL'
  | 'UP';

export type MappingChange = {
  attribute?: string | null | undefined;
  entityName?: string | null | undefined;
  fieldId?: string | number | null | undefined;
  tableId: string | number;
};

export type MappingStatus =
  | 'FAILED'
  | 'PROPOSED'
  | 'PUBLISHED'
  | 'PUBLISHING'
  | 'SUPERSEDED';

export type Orbit =
  | 'CENTRE'
  | 'EXACT'
  | 'HYPOTHESIS'
  | 'LIKELY';

export type Persona =
  | 'CFO'
  | 'COO'
  | 'CRO'
  | 'CTO';

export type Pilot =
  | 'DATAOPS'
  | 'FINOPS'
  | 'REVOPS'
  | 'SECOPS';

export type RegisterTenantInput = {
  displayName: string;
  email: string;
  password: string;
  tenantName: string;
};

export type Role =
  | 'ADMIN'
  | 'AGENT'
  | 'ANALYST'
  | 'OPERATOR'
  | 'OWNER'
  | 'VIEWER';

export type RunStatus =
  | 'FAILED'
  | 'RUNNING'
  | 'SUCCEEDED'
  | 'WAITING';

export type SourceFieldType =
  | 'BOOLEAN'
  | 'DATE'
  | 'DATETIME'
  | 'DECIMAL'
  | 'INTEGER'
  | 'MONEY'
  | 'PERCENT'
  | 'TEXT';

export type SourceObjectStatus =
  | 'READY'
  | 'SKIPPED';

export type SuggestionKind =
  | 'DIMENSION'
  | 'ENTITY'
  | 'METRIC'
  | 'QUESTION'
  | 'TIME'
  | 'VALUE';

export type SyncPhase =
  | 'DISCOVERING'
  | 'FINISHED'
  | 'LANDING';

export type SyncStatus =
  | 'FAILED'
  | 'RUNNING'
  | 'SUCCEEDED';

export type TenantKind =
  | 'ORGANISATION'
  | 'PERSONAL';

export type TokenKind =
  | 'AGGREGATE'
  | 'COMPARE'
  | 'DIMENSION'
  | 'ENTITY'
  | 'FILLER'
  | 'METRIC'
  | 'RANK'
  | 'TIME'
  | 'UNKNOWN'
  | 'VALUE';

export type TrendDirection =
  | 'DECLINING'
  | 'IMPROVING'
  | 'STABLE';

export type Unit =
  | 'COUNT'
  | 'DAYS'
  | 'MONEY'
  | 'NUMBER'
  | 'PERCENT';

export type RunsQueryVariables = Exact<{
  first: number;
}>;


export type RunsQuery = { runs: { totalCount: number, nodes: Array<{ id: string, title: string, status: RunStatus, startedAt: string, finishedAt: string | null, problem: string | null, agent: { id: string, name: string, pilot: Pilot }, connection: { id: string, name: string } | null, approval: { id: string, status: ApprovalStatus } | null, steps: Array<{ name: string, status: RunStatus, detail: string | null, at: string }> }> } };

export type ApprovalsQueryVariables = Exact<{
  status?: ApprovalStatus | null | undefined;
  first: number;
}>;


export type ApprovalsQuery = { approvals: { totalCount: number, nodes: Array<{ id: string, status: ApprovalStatus, title: string, intent: string, evidence: Record<string, unknown>, requestedAt: string, expiresAt: string, decidedAt: string | null, comment: string | null, decidedBy: { id: string, displayName: string } | null, run: { id: string, title: string } | null }> } };

export type ApprovalFieldsFragment = { id: string, status: ApprovalStatus, title: string, intent: string, evidence: Record<string, unknown>, requestedAt: string, expiresAt: string, decidedAt: string | null, comment: string | null, decidedBy: { id: string, displayName: string } | null, run: { id: string, title: string } | null };

export type PendingApprovalsQueryVariables = Exact<{ [key: string]: never; }>;


export type PendingApprovalsQuery = { approvals: { totalCount: number } };

export type DecideApprovalMutationVariables = Exact<{
  id: string | number;
  decision: Decision;
  comment?: string | null | undefined;
}>;


export type DecideApprovalMutation = { decideApproval:
    | { __typename: 'ApprovalDecided', approval: { id: string, status: ApprovalStatus, title: string, intent: string, evidence: Record<string, unknown>, requestedAt: string, expiresAt: string, decidedAt: string | null, comment: string | null, decidedBy: { id: string, displayName: string } | null, run: { id: string, title: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type TrendFieldsFragment = { direction: TrendDirection, change: number | null, goodDirection: GoodDirection };

export type ConfidenceFieldsFragment = { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> };

export type TokenFieldsFragment = { text: string, start: number, end: number, kind: TokenKind, meaning: string | null };

export type GalaxyFieldsFragment = { nodes: Array<{ id: string, label: string, question: string, orbit: Orbit, domain: Domain, unit: Unit, value: number | null, formattedValue: string | null, quality: number, freshness: string | null, sparkline: Array<number>, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> } }>, edges: Array<{ from: string, to: string, relation: EdgeRelation, explanation: string }> };

export type AnswerFieldsFragment = { id: string, question: string, persona: Persona | null, text: string, label: string, value: number | null, unit: Unit, formattedValue: string | null, truncated: boolean, rows: Array<Array<unknown>>, plan: Record<string, unknown>, sql: string, followUps: Array<string>, metric: { name: string, label: string, definition: string, description: string, goodDirection: GoodDirection } | null, delta: { absolute: number, relative: number | null, versus: string, previousValue: number } | null, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, columns: Array<{ name: string, label: string, unit: Unit | null, type: string }>, series: Array<{ period: string, start: string, value: number | null }>, breakdown: Array<{ label: string, value: number, share: number | null }>, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> }, interpretation: Array<{ text: string, start: number, end: number, kind: TokenKind, meaning: string | null }>, lineage: Array<{ entity: string, columns: Array<string>, connection: { id: string, name: string }, object: { id: string, name: string }, attributes: Array<{ id: string, label: string }> }>, galaxy: { nodes: Array<{ id: string, label: string, question: string, orbit: Orbit, domain: Domain, unit: Unit, value: number | null, formattedValue: string | null, quality: number, freshness: string | null, sparkline: Array<number>, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> } }>, edges: Array<{ from: string, to: string, relation: EdgeRelation, explanation: string }> } };

export type DeclinedFieldsFragment = { question: string, reason: DeclineReason, text: string, notUnderstood: Array<string>, missing: Array<string>, wouldHelp: Array<string>, suggestions: Array<string>, interpretation: Array<{ text: string, start: number, end: number, kind: TokenKind, meaning: string | null }> };

export type AskQueryVariables = Exact<{
  question: string;
  persona?: Persona | null | undefined;
}>;


export type AskQuery = { ask:
    | { __typename: 'Answer', id: string, question: string, persona: Persona | null, text: string, label: string, value: number | null, unit: Unit, formattedValue: string | null, truncated: boolean, rows: Array<Array<unknown>>, plan: Record<string, unknown>, sql: string, followUps: Array<string>, metric: { name: string, label: string, definition: string, description: string, goodDirection: GoodDirection } | null, delta: { absolute: number, relative: number | null, versus: string, previousValue: number } | null, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, columns: Array<{ name: string, label: string, unit: Unit | null, type: string }>, series: Array<{ period: string, start: string, value: number | null }>, breakdown: Array<{ label: string, value: number, share: number | null }>, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> }, interpretation: Array<{ text: string, start: number, end: number, kind: TokenKind, meaning: string | null }>, lineage: Array<{ entity: string, columns: Array<string>, connection: { id: string, name: string }, object: { id: string, name: string }, attributes: Array<{ id: string, label: string }> }>, galaxy: { nodes: Array<{ id: string, label: string, question: string, orbit: Orbit, domain: Domain, unit: Unit, value: number | null, formattedValue: string | null, quality: number, freshness: string | null, sparkline: Array<number>, trend: { direction: TrendDirection, change: number | null, goodDirection: GoodDirection } | null, confidence: { score: number, tier: ConfidenceTier, reasons: Array<{ text: string, effect: number }> } }>, edges: Array<{ from: string, to: string, relation: EdgeRelation, explanation: string }> } }
    | { __typename: 'Declined', question: string, reason: DeclineReason, text: string, notUnderstood: Array<string>, missing: Array<string>, wouldHelp: Array<string>, suggestions: Array<string>, interpretation: Array<{ text: string, start: number, end: number, kind: TokenKind, meaning: string | null }> }
   };

export type SuggestQueryVariables = Exact<{
  text: string;
  first: number;
}>;


export type SuggestQuery = { suggest: Array<{ text: string, completion: string, kind: SuggestionKind }> };

export type SampleQuestionsQueryVariables = Exact<{
  persona?: Persona | null | undefined;
  first: number;
}>;


export type SampleQuestionsQuery = { sampleQuestions: Array<string> };

export type AssetsQueryVariables = Exact<{
  filter?: AssetFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AssetsQuery = { assets: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, kind: AssetKind, recordCount: number | null, firstSeenAt: string, lastSeenAt: string, removedAt: string | null, connection: { id: string, name: string } | null, owner: { id: string, displayName: string } | null, findings: Array<{ code: string, severity: FindingSeverity, title: string, detail: string }> }> } };

export type SyncFieldsFragment = { id: string, status: SyncStatus, phase: SyncPhase, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null };

export type ConnectionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ConnectionsQuery = { connections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, kind: ConnectionKind, location: string, status: ConnectionStatus, statusReason: string | null, createdAt: string, objects: { totalCount: number }, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null }> } };

export type ConnectionDetailQueryVariables = Exact<{
  id: string | number;
}>;


export type ConnectionDetailQuery = { connection: { id: string, name: string, kind: ConnectionKind, location: string, status: ConnectionStatus, statusReason: string | null, createdAt: string, createdBy: { id: string, displayName: string } | null, latestSync: { id: string, status: SyncStatus, phase: SyncPhase, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } | null, mappingProposal: { id: string, status: MappingStatus } | null, entityTypes: Array<{ id: string, name: string, pluralLabel: string, recordCount: number }>, objects: { totalCount: number, nodes: Array<{ id: string, name: string, path: string, status: SourceObjectStatus, statusReason: string | null, rowCount: number, quarantinedCount: number }> } } | null };

export type QuarantinedRecordsQueryVariables = Exact<{
  objectId: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type QuarantinedRecordsQuery = { sourceObject: { id: string, name: string, quarantinedCount: number, quarantined: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, line: number, code: string, reason: string, raw: string }> } } | null };

export type ServerFolderQueryVariables = Exact<{
  path?: string | null | undefined;
}>;


export type ServerFolderQuery = { serverFolder: { path: string | null, parent: string | null, folders: Array<{ name: string, path: string, bytes: number | null }>, files: Array<{ name: string, path: string, bytes: number | null }> } };

export type CreateUploadMutationVariables = Exact<{ [key: string]: never; }>;


export type CreateUploadMutation = { createUpload: { id: string, path: string, maxFileBytes: number } };

export type ConnectFilesMutationVariables = Exact<{
  input: ConnectFilesInput;
}>;


export type ConnectFilesMutation = { connectFiles:
    | { __typename: 'ConnectionStarted', connection: { id: string, name: string }, sync: { id: string, status: SyncStatus, phase: SyncPhase, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } }
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
   };

export type SyncConnectionMutationVariables = Exact<{
  id: string | number;
}>;


export type SyncConnectionMutation = { syncConnection: { sync: { id: string, status: SyncStatus, phase: SyncPhase, startedAt: string, finishedAt: string | null, recordsLanded: number, recordsUnchanged: number, recordsRemoved: number, recordsQuarantined: number, progress: number, problem: { code: string, field: string | null, message: string, todo: string } | null } } };

export type RemoveConnectionMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveConnectionMutation = { removeConnection: boolean };

export type ProposalFieldsFragment = { id: string, status: MappingStatus, recordsUnified: number, createdAt: string, decidedAt: string | null, connection: { id: string, name: string }, problem: { code: string, field: string | null, message: string, todo: string } | null, tables: Array<{ id: string, entityName: string, entityLabel: string, adopted: boolean, confidence: number, evidence: Array<string>, object: { id: string, name: string, rowCount: number, quarantinedCount: number, schema: { id: string, fields: Array<{ name: string, type: SourceFieldType, blankCount: number, examples: Array<string> }> } | null }, fields: Array<{ id: string, column: string, attribute: string, attributeLabel: string, canonical: boolean, type: AttributeType, relatesTo: string | null, confidence: number, evidence: Array<string>, alternatives: Array<{ attribute: string, label: string, confidence: number }> }> }> };

export type ConnectionProposalQueryVariables = Exact<{
  connectionId: string | number;
}>;


export type ConnectionProposalQuery = { connection: { id: string, name: string, mappingProposal: { id: string, status: MappingStatus, recordsUnified: number, createdAt: string, decidedAt: string | null, connection: { id: string, name: string }, problem: { code: string, field: string | null, message: string, todo: string } | null, tables: Array<{ id: string, entityName: string, entityLabel: string, adopted: boolean, confidence: number, evidence: Array<string>, object: { id: string, name: string, rowCount: number, quarantinedCount: number, schema: { id: string, fields: Array<{ name: string, type: SourceFieldType, blankCount: number, examples: Array<string> }> } | null }, fields: Array<{ id: string, column: string, attribute: string, attributeLabel: string, canonical: boolean, type: AttributeType, relatesTo: string | null, confidence: number, evidence: Array<string>, alternatives: Array<{ attribute: string, label: string, confidence: number }> }> }> } | null, objects: { nodes: Array<{ id: string, name: string, status: SourceObjectStatus, statusReason: string | null }> } } | null };

export type ProposalProgressQueryVariables = Exact<{
  id: string | number;
}>;


export type ProposalProgressQuery = { mappingProposal: { id: string, status: MappingStatus, recordsUnified: number, decidedAt: string | null, problem: { code: string, field: string | null, message: string, todo: string } | null } | null };

export type CanonicalEntitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type CanonicalEntitiesQuery = { canonicalEntities: Array<{ name: string, label: string, description: string, attributes: Array<{ name: string, label: string, type: AttributeType }> }> };

export type AcceptMappingMutationVariables = Exact<{
  input: AcceptMappingInput;
}>;


export type AcceptMappingMutation = { acceptMapping:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'MappingAccepted', proposal: { id: string, status: MappingStatus } }
   };

export type EntityTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type EntityTypesQuery = { entityTypes: { totalCount: number, nodes: Array<{ id: string, name: string, label: string, pluralLabel: string, description: string | null, origin: EntityOrigin, recordCount: number, attributes: Array<{ id: string, name: string }>, relations: Array<{ name: string, label: string, to: { id: string, name: string, label: string } }>, connections: Array<{ id: string, name: string }> }> }, mappingProposals: { totalCount: number, nodes: Array<{ id: string, status: MappingStatus, createdAt: string, connection: { id: string, name: string }, tables: Array<{ id: string }> }> } };

export type EntityTypeDetailQueryVariables = Exact<{
  name: string;
  first: number;
}>;


export type EntityTypeDetailQuery = { entityType: { id: string, name: string, label: string, pluralLabel: string, description: string | null, origin: EntityOrigin, recordCount: number, attributes: Array<{ id: string, name: string, label: string, type: AttributeType, semantic: string | null, unit: string | null, description: string | null, mappings: Array<{ id: string, column: string, confidence: number, object: { id: string, name: string } }> }>, relations: Array<{ name: string, label: string, resolvedCount: number, nearCount: number, unresolvedCount: number, to: { id: string, name: string, label: string }, nearMatches: Array<{ value: string, matched: string, similarity: number, records: number, evidence: string }> }>, records: { totalCount: number, nodes: Array<{ id: string, title: string, values: Record<string, unknown> }> } } | null };

export type OverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewQuery = { sampleQuestions: Array<string>, assets: { totalCount: number }, connections: { totalCount: number, nodes: Array<{ id: string, name: string, status: ConnectionStatus, objects: { totalCount: number }, mappingProposal: { id: string, status: MappingStatus } | null }> }, entityTypes: { totalCount: number, nodes: Array<{ id: string, name: string, label: string, pluralLabel: string, recordCount: number }> }, metrics: { totalCount: number, nodes: Array<{ name: string, available: boolean }> }, approvals: { totalCount: number } };

export type SessionFieldsFragment = { token: string, expiresAt: string, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string }, tenant: { id: string, name: string, slug: string, kind: TenantKind } } };

export type ViewerFieldsFragment = { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string }, tenant: { id: string, name: string, slug: string, kind: TenantKind } };

export type RefusalFragment = { problems: Array<{ code: string, field: string | null, message: string, todo: string }> };

export type CurrentViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrentViewerQuery = { viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string }, tenant: { id: string, name: string, slug: string, kind: TenantKind } } | null };

export type LogInMutationVariables = Exact<{
  email: string;
  password: string;
}>;


export type LogInMutation = { logIn:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'Session', token: string, expiresAt: string, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string }, tenant: { id: string, name: string, slug: string, kind: TenantKind } } }
   };

export type LogInWithLinkMutationVariables = Exact<{
  code: string;
}>;


export type LogInWithLinkMutation = { logInWithLink:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'Session', token: string, expiresAt: string, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string }, tenant: { id: string, name: string, slug: string, kind: TenantKind } } }
   };

export type RegisterTenantMutationVariables = Exact<{
  input: RegisterTenantInput;
}>;


export type RegisterTenantMutation = { registerTenant:
    | { __typename: 'InputRefused', problems: Array<{ code: string, field: string | null, message: string, todo: string }> }
    | { __typename: 'Session', token: string, expiresAt: string, viewer: { role: Role, actions: Array<string>, user: { id: string, email: string, displayName: string }, tenant: { id: string, name: string, slug: string, kind: TenantKind } } }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ApprovalFieldsFragmentDoc = new TypedDocumentString(`
    fragment ApprovalFields on Approval {
  id
  status
  title
  intent
  evidence
  requestedAt
  expiresAt
  decidedAt
  comment
  decidedBy {
    id
    displayName
  }
  run {
    id
    title
  }
}
    `, {"fragmentName":"ApprovalFields"}) as unknown as TypedDocumentString<ApprovalFieldsFragment, unknown>;
export const TrendFieldsFragmentDoc = new TypedDocumentString(`
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}
    `, {"fragmentName":"TrendFields"}) as unknown as TypedDocumentString<TrendFieldsFragment, unknown>;
export const ConfidenceFieldsFragmentDoc = new TypedDocumentString(`
    fragment ConfidenceFields on Confidence {
  score
  tier
  reasons {
    text
    effect
  }
}
    `, {"fragmentName":"ConfidenceFields"}) as unknown as TypedDocumentString<ConfidenceFieldsFragment, unknown>;
export const TokenFieldsFragmentDoc = new TypedDocumentString(`
    fragment TokenFields on Token {
  text
  start
  end
  kind
  meaning
}
    `, {"fragmentName":"TokenFields"}) as unknown as TypedDocumentString<TokenFieldsFragment, unknown>;
export const GalaxyFieldsFragmentDoc = new TypedDocumentString(`
    fragment GalaxyFields on Galaxy {
  nodes {
    id
    label
    question
    orbit
    domain
    unit
    value
    formattedValue
    quality
    freshness
    sparkline
    trend {
      ...TrendFields
    }
    confidence {
      ...ConfidenceFields
    }
  }
  edges {
    from
    to
    relation
    explanation
  }
}
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}
fragment ConfidenceFields on Confidence {
  score
  tier
  reasons {
    text
    effect
  }
}`, {"fragmentName":"GalaxyFields"}) as unknown as TypedDocumentString<GalaxyFieldsFragment, unknown>;
export const AnswerFieldsFragmentDoc = new TypedDocumentString(`
    fragment AnswerFields on Answer {
  id
  question
  persona
  text
  label
  value
  unit
  formattedValue
  truncated
  rows
  plan
  sql
  followUps
  metric {
    name
    label
    definition
    description
    goodDirection
  }
  delta {
    absolute
    relative
    versus
    previousValue
  }
  trend {
    ...TrendFields
  }
  columns {
    name
    label
    unit
    type
  }
  series {
    period
    start
    value
  }
  breakdown {
    label
    value
    share
  }
  confidence {
    ...ConfidenceFields
  }
  interpretation {
    ...TokenFields
  }
  lineage {
    entity
    columns
    connection {
      id
      name
    }
    object {
      id
      name
    }
    attributes {
      id
      label
    }
  }
  galaxy {
    ...GalaxyFields
  }
}
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}
fragment ConfidenceFields on Confidence {
  score
  tier
  reasons {
    text
    effect
  }
}
fragment TokenFields on Token {
  text
  start
  end
  kind
  meaning
}
fragment GalaxyFields on Galaxy {
  nodes {
    id
    label
    question
    orbit
    domain
    unit
    value
    formattedValue
    quality
    freshness
    sparkline
    trend {
      ...TrendFields
    }
    confidence {
      ...ConfidenceFields
    }
  }
  edges {
    from
    to
    relation
    explanation
  }
}`, {"fragmentName":"AnswerFields"}) as unknown as TypedDocumentString<AnswerFieldsFragment, unknown>;
export const DeclinedFieldsFragmentDoc = new TypedDocumentString(`
    fragment DeclinedFields on Declined {
  question
  reason
  text
  notUnderstood
  missing
  wouldHelp
  suggestions
  interpretation {
    ...TokenFields
  }
}
    fragment TokenFields on Token {
  text
  start
  end
  kind
  meaning
}`, {"fragmentName":"DeclinedFields"}) as unknown as TypedDocumentString<DeclinedFieldsFragment, unknown>;
export const SyncFieldsFragmentDoc = new TypedDocumentString(`
    fragment SyncFields on SyncRun {
  id
  status
  phase
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
    `, {"fragmentName":"SyncFields"}) as unknown as TypedDocumentString<SyncFieldsFragment, unknown>;
export const ProposalFieldsFragmentDoc = new TypedDocumentString(`
    fragment ProposalFields on MappingProposal {
  id
  status
  recordsUnified
  createdAt
  decidedAt
  connection {
    id
    name
  }
  problem {
    code
    field
    message
    todo
  }
  tables {
    id
    entityName
    entityLabel
    adopted
    confidence
    evidence
    object {
      id
      name
      rowCount
      quarantinedCount
      schema {
        id
        fields {
          name
          type
          blankCount
          examples
        }
      }
    }
    fields {
      id
      column
      attribute
      attributeLabel
      canonical
      type
      relatesTo
      confidence
      evidence
      alternatives {
        attribute
        label
        confidence
      }
    }
  }
}
    `, {"fragmentName":"ProposalFields"}) as unknown as TypedDocumentString<ProposalFieldsFragment, unknown>;
export const ViewerFieldsFragmentDoc = new TypedDocumentString(`
    fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
  }
  tenant {
    id
    name
    slug
    kind
  }
}
    `, {"fragmentName":"ViewerFields"}) as unknown as TypedDocumentString<ViewerFieldsFragment, unknown>;
export const SessionFieldsFragmentDoc = new TypedDocumentString(`
    fragment SessionFields on Session {
  token
  expiresAt
  viewer {
    ...ViewerFields
  }
}
    fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
  }
  tenant {
    id
    name
    slug
    kind
  }
}`, {"fragmentName":"SessionFields"}) as unknown as TypedDocumentString<SessionFieldsFragment, unknown>;
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const RunsDocument = new TypedDocumentString(`
    query Runs($first: Int!) {
  runs(first: $first) {
    totalCount
    nodes {
      id
      title
      status
      startedAt
      finishedAt
      problem
      agent {
        id
        name
        pilot
      }
      connection {
        id
        name
      }
      approval {
        id
        status
      }
      steps {
        name
        status
        detail
        at
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
export const ApprovalsDocument = new TypedDocumentString(`
    query Approvals($status: ApprovalStatus, $first: Int!) {
  approvals(status: $status, first: $first) {
    totalCount
    nodes {
      ...ApprovalFields
    }
  }
}
    fragment ApprovalFields on Approval {
  id
  status
  title
  intent
  evidence
  requestedAt
  expiresAt
  decidedAt
  comment
  decidedBy {
    id
    displayName
  }
  run {
    id
    title
  }
}`) as unknown as TypedDocumentString<ApprovalsQuery, ApprovalsQueryVariables>;
export const PendingApprovalsDocument = new TypedDocumentString(`
    query PendingApprovals {
  approvals(status: PENDING, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<PendingApprovalsQuery, PendingApprovalsQueryVariables>;
export const DecideApprovalDocument = new TypedDocumentString(`
    mutation DecideApproval($id: ID!, $decision: Decision!, $comment: String) {
  decideApproval(id: $id, decision: $decision, comment: $comment) {
    __typename
    ... on ApprovalDecided {
      approval {
        ...ApprovalFields
      }
    }
    ...Refusal
  }
}
    fragment ApprovalFields on Approval {
  id
  status
  title
  intent
  evidence
  requestedAt
  expiresAt
  decidedAt
  comment
  decidedBy {
    id
    displayName
  }
  run {
    id
    title
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<DecideApprovalMutation, DecideApprovalMutationVariables>;
export const AskDocument = new TypedDocumentString(`
    query Ask($question: String!, $persona: Persona) {
  ask(question: $question, persona: $persona) {
    __typename
    ...AnswerFields
    ...DeclinedFields
  }
}
    fragment TrendFields on Trend {
  direction
  change
  goodDirection
}
fragment ConfidenceFields on Confidence {
  score
  tier
  reasons {
    text
    effect
  }
}
fragment TokenFields on Token {
  text
  start
  end
  kind
  meaning
}
fragment GalaxyFields on Galaxy {
  nodes {
    id
    label
    question
    orbit
    domain
    unit
    value
    formattedValue
    quality
    freshness
    sparkline
    trend {
      ...TrendFields
    }
    confidence {
      ...ConfidenceFields
    }
  }
  edges {
    from
    to
    relation
    explanation
  }
}
fragment AnswerFields on Answer {
  id
  question
  persona
  text
  label
  value
  unit
  formattedValue
  truncated
  rows
  plan
  sql
  followUps
  metric {
    name
    label
    definition
    description
    goodDirection
  }
  delta {
    absolute
    relative
    versus
    previousValue
  }
  trend {
    ...TrendFields
  }
  columns {
    name
    label
    unit
    type
  }
  series {
    period
    start
    value
  }
  breakdown {
    label
    value
    share
  }
  confidence {
    ...ConfidenceFields
  }
  interpretation {
    ...TokenFields
  }
  lineage {
    entity
    columns
    connection {
      id
      name
    }
    object {
      id
      name
    }
    attributes {
      id
      label
    }
  }
  galaxy {
    ...GalaxyFields
  }
}
fragment DeclinedFields on Declined {
  question
  reason
  text
  notUnderstood
  missing
  wouldHelp
  suggestions
  interpretation {
    ...TokenFields
  }
}`) as unknown as TypedDocumentString<AskQuery, AskQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($text: String!, $first: Int!) {
  suggest(text: $text, first: $first) {
    text
    completion
    kind
  }
}
    `) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
export const SampleQuestionsDocument = new TypedDocumentString(`
    query SampleQuestions($persona: Persona, $first: Int!) {
  sampleQuestions(persona: $persona, first: $first)
}
    `) as unknown as TypedDocumentString<SampleQuestionsQuery, SampleQuestionsQueryVariables>;
export const AssetsDocument = new TypedDocumentString(`
    query Assets($filter: AssetFilter, $first: Int!, $after: String) {
  assets(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      kind
      recordCount
      firstSeenAt
      lastSeenAt
      removedAt
      connection {
        id
        name
      }
      owner {
        id
        displayName
      }
      findings {
        code
        severity
        title
        detail
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AssetsQuery, AssetsQueryVariables>;
export const ConnectionsDocument = new TypedDocumentString(`
    query Connections($first: Int!, $after: String) {
  connections(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      kind
      location
      status
      statusReason
      createdAt
      objects(first: 1) {
        totalCount
      }
      latestSync {
        ...SyncFields
      }
      mappingProposal {
        id
        status
      }
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ConnectionsQuery, ConnectionsQueryVariables>;
export const ConnectionDetailDocument = new TypedDocumentString(`
    query ConnectionDetail($id: ID!) {
  connection(id: $id) {
    id
    name
    kind
    location
    status
    statusReason
    createdAt
    createdBy {
      id
      displayName
    }
    latestSync {
      ...SyncFields
    }
    mappingProposal {
      id
      status
    }
    entityTypes {
      id
      name
      pluralLabel
      recordCount
    }
    objects(first: 100) {
      totalCount
      nodes {
        id
        name
        path
        status
        statusReason
        rowCount
        quarantinedCount
      }
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ConnectionDetailQuery, ConnectionDetailQueryVariables>;
export const QuarantinedRecordsDocument = new TypedDocumentString(`
    query QuarantinedRecords($objectId: ID!, $first: Int!, $after: String) {
  sourceObject(id: $objectId) {
    id
    name
    quarantinedCount
    quarantined(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        line
        code
        reason
        raw
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuarantinedRecordsQuery, QuarantinedRecordsQueryVariables>;
export const ServerFolderDocument = new TypedDocumentString(`
    query ServerFolder($path: String) {
  serverFolder(path: $path) {
    path
    parent
    folders {
      name
      path
      bytes
    }
    files {
      name
      path
      bytes
    }
  }
}
    `) as unknown as TypedDocumentString<ServerFolderQuery, ServerFolderQueryVariables>;
export const CreateUploadDocument = new TypedDocumentString(`
    mutation CreateUpload {
  createUpload {
    id
    path
    maxFileBytes
  }
}
    `) as unknown as TypedDocumentString<CreateUploadMutation, CreateUploadMutationVariables>;
export const ConnectFilesDocument = new TypedDocumentString(`
    mutation ConnectFiles($input: ConnectFilesInput!) {
  connectFiles(input: $input) {
    __typename
    ... on ConnectionStarted {
      connection {
        id
        name
      }
      sync {
        ...SyncFields
      }
    }
    ...Refusal
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<ConnectFilesMutation, ConnectFilesMutationVariables>;
export const SyncConnectionDocument = new TypedDocumentString(`
    mutation SyncConnection($id: ID!) {
  syncConnection(id: $id) {
    sync {
      ...SyncFields
    }
  }
}
    fragment SyncFields on SyncRun {
  id
  status
  phase
  startedAt
  finishedAt
  recordsLanded
  recordsUnchanged
  recordsRemoved
  recordsQuarantined
  progress
  problem {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<SyncConnectionMutation, SyncConnectionMutationVariables>;
export const RemoveConnectionDocument = new TypedDocumentString(`
    mutation RemoveConnection($id: ID!) {
  removeConnection(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveConnectionMutation, RemoveConnectionMutationVariables>;
export const ConnectionProposalDocument = new TypedDocumentString(`
    query ConnectionProposal($connectionId: ID!) {
  connection(id: $connectionId) {
    id
    name
    mappingProposal {
      ...ProposalFields
    }
    objects(first: 100) {
      nodes {
        id
        name
        status
        statusReason
      }
    }
  }
}
    fragment ProposalFields on MappingProposal {
  id
  status
  recordsUnified
  createdAt
  decidedAt
  connection {
    id
    name
  }
  problem {
    code
    field
    message
    todo
  }
  tables {
    id
    entityName
    entityLabel
    adopted
    confidence
    evidence
    object {
      id
      name
      rowCount
      quarantinedCount
      schema {
        id
        fields {
          name
          type
          blankCount
          examples
        }
      }
    }
    fields {
      id
      column
      attribute
      attributeLabel
      canonical
      type
      relatesTo
      confidence
      evidence
      alternatives {
        attribute
        label
        confidence
      }
    }
  }
}`) as unknown as TypedDocumentString<ConnectionProposalQuery, ConnectionProposalQueryVariables>;
export const ProposalProgressDocument = new TypedDocumentString(`
    query ProposalProgress($id: ID!) {
  mappingProposal(id: $id) {
    id
    status
    recordsUnified
    decidedAt
    problem {
      code
      field
      message
      todo
    }
  }
}
    `) as unknown as TypedDocumentString<ProposalProgressQuery, ProposalProgressQueryVariables>;
export const CanonicalEntitiesDocument = new TypedDocumentString(`
    query CanonicalEntities {
  canonicalEntities {
    name
    label
    description
    attributes {
      name
      label
      type
    }
  }
}
    `) as unknown as TypedDocumentString<CanonicalEntitiesQuery, CanonicalEntitiesQueryVariables>;
export const AcceptMappingDocument = new TypedDocumentString(`
    mutation AcceptMapping($input: AcceptMappingInput!) {
  acceptMapping(input: $input) {
    __typename
    ... on MappingAccepted {
      proposal {
        id
        status
      }
    }
    ...Refusal
  }
}
    fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<AcceptMappingMutation, AcceptMappingMutationVariables>;
export const EntityTypesDocument = new TypedDocumentString(`
    query EntityTypes {
  entityTypes(first: 100) {
    totalCount
    nodes {
      id
      name
      label
      pluralLabel
      description
      origin
      recordCount
      attributes {
        id
        name
      }
      relations {
        name
        label
        to {
          id
          name
          label
        }
      }
      connections {
        id
        name
      }
    }
  }
  mappingProposals(first: 20) {
    totalCount
    nodes {
      id
      status
      createdAt
      connection {
        id
        name
      }
      tables {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EntityTypesQuery, EntityTypesQueryVariables>;
export const EntityTypeDetailDocument = new TypedDocumentString(`
    query EntityTypeDetail($name: String!, $first: Int!) {
  entityType(name: $name) {
    id
    name
    label
    pluralLabel
    description
    origin
    recordCount
    attributes {
      id
      name
      label
      type
      semantic
      unit
      description
      mappings {
        id
        column
        confidence
        object {
          id
          name
        }
      }
    }
    relations {
      name
      label
      resolvedCount
      nearCount
      unresolvedCount
      to {
        id
        name
        label
      }
      nearMatches(first: 20) {
        value
        matched
        similarity
        records
        evidence
      }
    }
    records(first: $first) {
      totalCount
      nodes {
        id
        title
        values
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EntityTypeDetailQuery, EntityTypeDetailQueryVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview {
  assets(first: 1) {
    totalCount
  }
  connections(first: 50) {
    totalCount
    nodes {
      id
      name
      status
      objects(first: 1) {
        totalCount
      }
      mappingProposal {
        id
        status
      }
    }
  }
  entityTypes(first: 100) {
    totalCount
    nodes {
      id
      name
      label
      pluralLabel
      recordCount
    }
  }
  metrics(first: 100) {
    totalCount
    nodes {
      name
      available
    }
  }
  approvals(status: PENDING, first: 1) {
    totalCount
  }
  sampleQuestions(first: 6)
}
    `) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const CurrentViewerDocument = new TypedDocumentString(`
    query CurrentViewer {
  viewer {
    ...ViewerFields
  }
}
    fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
  }
  tenant {
    id
    name
    slug
    kind
  }
}`) as unknown as TypedDocumentString<CurrentViewerQuery, CurrentViewerQueryVariables>;
export const LogInDocument = new TypedDocumentString(`
    mutation LogIn($email: String!, $password: String!) {
  logIn(email: $email, password: $password) {
    __typename
    ...SessionFields
    ...Refusal
  }
}
    fragment SessionFields on Session {
  token
  expiresAt
  viewer {
    ...ViewerFields
  }
}
fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
  }
  tenant {
    id
    name
    slug
    kind
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<LogInMutation, LogInMutationVariables>;
export const LogInWithLinkDocument = new TypedDocumentString(`
    mutation LogInWithLink($code: String!) {
  logInWithLink(code: $code) {
    __typename
    ...SessionFields
    ...Refusal
  }
}
    fragment SessionFields on Session {
  token
  expiresAt
  viewer {
    ...ViewerFields
  }
}
fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
  }
  tenant {
    id
    name
    slug
    kind
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<LogInWithLinkMutation, LogInWithLinkMutationVariables>;
export const RegisterTenantDocument = new TypedDocumentString(`
    mutation RegisterTenant($input: RegisterTenantInput!) {
  registerTenant(input: $input) {
    __typename
    ...SessionFields
    ...Refusal
  }
}
    fragment SessionFields on Session {
  token
  expiresAt
  viewer {
    ...ViewerFields
  }
}
fragment ViewerFields on Viewer {
  role
  actions
  user {
    id
    email
    displayName
  }
  tenant {
    id
    name
    slug
    kind
  }
}
fragment Refusal on InputRefused {
  problems {
    code
    field
    message
    todo
  }
}`) as unknown as TypedDocumentString<RegisterTenantMutation, RegisterTenantMutationVariables>;