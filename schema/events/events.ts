import { z } from 'zod';
import { discoveredObjectSchema } from './discovered-schema.ts';
import { semanticModelSchema } from './semantic-model.ts';

/** People by id, and all who have one of these roles. */
const partiesSchema = z.object({ users: z.array(z.uuid()), roles: z.array(z.string()) });

/**
 * The contracts of the event log: topic → payload. Subgraphs never import one another; they meet in the graph and here.
 * A payload only ever gains optional fields; a breaking change is a new topic.
 */
export const eventSchemas = {
  'accounts.tenant-registered': z.object({ tenantId: z.uuid(), name: z.string(), ownerId: z.uuid() }),

  'connectors.connection-created': z.object({
    connectionId: z.uuid(),
    name: z.string(),
    kind: z.string(),
    location: z.string(),
    createdBy: z.uuid().nullable(),
  }),
  'connectors.connection-removed': z.object({ connectionId: z.uuid() }),
  'connectors.sync-started': z.object({ connectionId: z.uuid(), connectionName: z.string(), syncId: z.uuid() }),
  'connectors.schema-discovered': z.object({
    connectionId: z.uuid(),
    connectionName: z.string(),
    syncId: z.uuid(),
    objects: z.array(discoveredObjectSchema),
    /** Things that are there but are not tables: empty, binary, without a header, documentation. */
    skipped: z.array(z.object({ objectId: z.uuid(), name: z.string(), path: z.string(), code: z.string(), reason: z.string() })),
  }),
  'connectors.records-landed': z.object({
    connectionId: z.uuid(),
    objectId: z.uuid(),
    syncId: z.uuid(),
    changed: z.int().nonnegative(),
    ordinalFrom: z.int(),
    ordinalTo: z.int(),
    /** Records read for it, also those that were there already; left out by older versions. */
    read: z.int().nonnegative().optional(),
    /** Of those, records that were set aside. */
    quarantined: z.int().nonnegative().optional(),
  }),
  'connectors.sync-finished': z.object({
    connectionId: z.uuid(),
    connectionName: z.string(),
    syncId: z.uuid(),
    status: z.enum(['SUCCEEDED', 'FAILED']),
    problem: z.string().nullable(),
    objects: z.array(
      z.object({ objectId: z.uuid(), name: z.string(), records: z.int(), changed: z.int(), removed: z.int(), quarantined: z.int() }),
    ),
  }),
  /** What an object looks like has changed at its source. */
  'connectors.drift-detected': z.object({
    connectionId: z.uuid(),
    connectionName: z.string(),
    objectId: z.uuid(),
    objectName: z.string(),
    drifts: z.array(
      z.object({
        driftId: z.uuid(),
        kind: z.string(),
        severity: z.enum(['INFO', 'WARNING', 'CRITICAL']),
        field: z.string().nullable(),
        summary: z.string(),
      }),
    ),
  }),
  /** A repair of a drift was proposed, applied, decided or taken back. */
  'connectors.repair-changed': z.object({
    repairId: z.uuid(),
    connectionId: z.uuid(),
    connectionName: z.string(),
    objectId: z.uuid(),
    status: z.enum(['PROPOSED', 'APPLIED', 'REJECTED', 'ROLLED_BACK', 'EXPIRED']),
    /** Nobody was asked: it was applied by itself. */
    automatic: z.boolean(),
    summary: z.string(),
  }),
  /** Records that had been set aside have landed, or records were put back as they were, outside any sync; `changeId` marks them as a sync would. */
  'connectors.records-replayed': z.object({
    connectionId: z.uuid(),
    connectionName: z.string(),
    changeId: z.uuid(),
    objects: z.array(z.object({ objectId: z.uuid(), changed: z.int(), removed: z.int() })),
  }),
  /** Records have moved on, somewhere between a source and the metrics; told now and then while they do. `upTo`: the last event that counts. */
  'connectors.flow-changed': z.object({ upTo: z.int() }),
  /** How well a connection is has changed. */
  'connectors.health-changed': z.object({
    connectionId: z.uuid(),
    connectionName: z.string(),
    status: z.enum(['HEALTHY', 'DEGRADED', 'FAILING']),
    reason: z.string(),
    /** How it was before; left out by older versions. */
    before: z.enum(['HEALTHY', 'DEGRADED', 'FAILING']).optional(),
  }),

  'ontology.mapping-proposed': z.object({
    proposalId: z.uuid(),
    connectionId: z.uuid(),
    tables: z.int(),
    fields: z.int(),
    lowestConfidence: z.number(),
  }),
  'ontology.published': z.object({
    proposalId: z.uuid(),
    connectionId: z.uuid(),
    decidedBy: z.uuid().nullable(),
    model: semanticModelSchema,
  }),
  /** A person published edits of the business model, or went back to an earlier version: no connection has a new mapping. */
  'ontology.edited': z.object({ publishedBy: z.uuid().nullable(), note: z.string().nullable(), model: semanticModelSchema }),
  'ontology.canonical-changed': z.object({
    connectionId: z.uuid(),
    proposalId: z.uuid().nullable(),
    syncId: z.uuid().nullable(),
    entities: z.array(z.object({ name: z.string(), changed: z.int(), removed: z.int() })),
    /** When the records were in their tables, before they were linked; left out by older versions. */
    mappedAt: z.iso.datetime().optional(),
  }),
  /** Records of one entity type have changed: places in the feed of changes behind `from`, up to `upTo`. */
  /** By what golden records are chosen has changed, or what a person says of some: they are worked out anew. `recordIds` null: all of the type. */
  'ontology.golden-outdated': z.object({ entityId: z.uuid(), recordIds: z.array(z.uuid()).nullable(), by: z.uuid() }),
  'ontology.records-changed': z.object({
    entity: z.string(),
    from: z.int().nonnegative(),
    upTo: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    removed: z.int().nonnegative(),
    /** Anything of the type may be different. */
    whole: z.boolean(),
  }),
  /** How good the records of entity types are has changed, by their data tests and the control totals of their sources. */
  'ontology.quality-changed': z.object({
    entities: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        /** 0…1; 1: nothing is wrong. */
        score: z.number().min(0).max(1),
        /** How many tests and totals are not as they should be; `before`: when it was told last. */
        failing: z.int().nonnegative(),
        before: z.int().nonnegative(),
        /** Why, in sentences that tell no value of any record. */
        reasons: z.array(z.string()),
      }),
    ),
  }),
  /** A proposal waits no longer, although nobody decided it: a newer one took its place, or the source is again as it was published. */
  'ontology.mapping-withdrawn': z.object({ proposalId: z.uuid(), connectionId: z.uuid(), supersededBy: z.uuid().nullable() }),
  /** An accepted proposal could not be published; it can be accepted again. */
  'ontology.publishing-failed': z.object({ proposalId: z.uuid(), connectionId: z.uuid(), code: z.string(), message: z.string() }),

  /** An agent asks people for a decision. */
  'agents.approval-requested': z.object({
    approvalId: z.uuid(),
    runId: z.uuid(),
    connectionId: z.uuid().nullable(),
    title: z.string(),
    intent: z.string(),
    /** The agent that asks; left out: the one that brings data together. */
    agentId: z.uuid().optional(),
    /** Who is asked; left out: all who may decide. */
    asked: partiesSchema.optional(),
    /** Who is told of it without being asked. */
    told: partiesSchema.optional(),
    /** It was asked before, and nobody decided; so often. */
    escalation: z.int().optional(),
  }),
  /** A person decided an approval. Whoever owns what `subject` names (`mapping:<proposalId>`) acts on it. */
  'agents.approval-decided': z.object({
    approvalId: z.uuid(),
    subject: z.string(),
    status: z.enum(['APPROVED', 'REJECTED']),
    decidedBy: z.uuid(),
    comment: z.string().nullable(),
  }),

  /** An approval moved on, whoever asked for it. Written in the transaction of the change itself; people follow it. */
  'approvals.changed': z.object({
    approvalId: z.uuid(),
    /** The step of a run that waits for it; null where an approval belongs to something else. */
    runId: z.uuid().nullable(),
    path: z.string().nullable(),
    agentId: z.uuid().nullable(),
    kind: z.enum(['ASKED', 'ESCALATED', 'APPROVED', 'EDITED', 'ANSWERED', 'REJECTED', 'EXPIRED', 'WITHDRAWN']),
    /** How it stands after it. */
    status: z.enum(['PENDING', 'APPROVED', 'REJECTED', 'EXPIRED', 'RESPONDED']),
    title: z.string(),
    /** How far it has been escalated: 0 those accountable, 1 administrators, 2 owners. */
    level: z.int(),
    by: z.uuid().nullable(),
    message: z.string().nullable(),
  }),

  /** What a tenant's agents are judged by has changed: policies, autonomy, or an agent. `version` counts the changes. */
  'agents.governance-changed': z.object({ version: z.int(), changedBy: z.uuid() }),

  /** A budget has come to a mark, in percent of its limit, or had no room for something (100); told once for each mark and window. */
  'agents.budget-alerted': z.object({
    budgetId: z.uuid(),
    name: z.string(),
    mark: z.int(),
    /** Something was not done because there was not enough left. */
    refused: z.boolean(),
    /** Whose it is, of a budget that holds for each agent or each run. */
    agentId: z.uuid().nullable(),
    runId: z.uuid().nullable(),
    spentMicros: z.number(),
    limitMicros: z.number().nullable(),
    spentTokens: z.number(),
    limitTokens: z.number().nullable(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime().nullable(),
  }),
  /** An agent has something to tell people: those with the roles, and these users. */
  'agents.notice': z.object({
    noticeId: z.uuid(),
    agentId: z.uuid(),
    runId: z.uuid(),
    title: z.string(),
    text: z.string(),
    roles: z.array(z.string()),
    userIds: z.array(z.uuid()),
    link: z.string().nullable(),
  }),
  /** An agent found work for people. */
  'agents.ticket-opened': z.object({
    ticketId: z.uuid(),
    number: z.int(),
    title: z.string(),
    text: z.string(),
    priority: z.enum(['LOW', 'NORMAL', 'HIGH']),
    agentId: z.uuid(),
    runId: z.uuid(),
    assigneeId: z.uuid().nullable(),
  }),

  /** What a durable run did: the history that `runEvents` shows. Written in the transaction of the change itself. */
  'runs.changed': z.object({
    runId: z.uuid(),
    workflow: z.string(),
    title: z.string(),
    kind: z.enum([
      'STARTED',
      'STEP_STARTED',
      'PROGRESSED',
      'STEP_FINISHED',
      'WAITING',
      'RETRYING',
      'TAKEN_OVER',
      'CANCELLING',
      'RESUMED',
      'FINISHED',
    ]),
    /** Name of the step it is about; null when it is about the whole run. */
    step: z.string().nullable(),
    /** How the run stands after it. */
    status: z.enum(['RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'CANCELLED']),
    /** 0…1 of the whole run. */
    progress: z.number(),
    /** What happened, in a sentence. */
    message: z.string(),
    /** What the run is about: `connectionId`, `syncId` … */
    subject: z.record(z.string(), z.string()),
  }),

  /** What happens inside a run of an agent: its steps, the tools it calls, what was judged and what it cost. Nobody consumes it; people follow it. */
  'agents.run-activity': z.object({
    runId: z.uuid(),
    agentId: z.uuid(),
    workflow: z.string(),
    title: z.string(),
    kind: z.enum([
      'STEP_STARTED',
      'STEP_FINISHED',
      'TOOL_CALLED',
      'TOOL_RETURNED',
      'JUDGED',
      'USAGE',
      'WAITING',
      'RETRYING',
      'COMPENSATING',
      'FORKED',
      'PAUSED',
      'RESUMED',
      'APPROVAL_ASKED',
      'APPROVAL_ESCALATED',
      'APPROVAL_DECIDED',
    ]),
    /** Address of the step: `outer[3].inner`; null when it is about the whole run. */
    step: z.string().nullable(),
    status: z.enum(['RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'CANCELLED']),
    /** 0…1 of the whole run. */
    progress: z.number(),
    /** What happened, in a sentence. */
    message: z.string(),
    tool: z.string().nullable(),
    /** What governance said: EXECUTE, SUPERVISE, PROPOSE, TRAIN, DENY. */
    verdict: z.string().nullable(),
    /** What was used by it; null: nothing, or nobody knows. */
    tokens: z.number().nullable(),
    /** Millionths of a dollar. */
    costMicros: z.number().nullable(),
    durationMs: z.number().nullable(),
    approvalId: z.uuid().nullable(),
  }),

  /** The metrics of a tenant were bound anew to its model and data. */
  'insights.metrics-refreshed': z.object({
    connectionId: z.uuid(),
    syncId: z.uuid().nullable(),
    proposalId: z.uuid().nullable(),
    /** Metrics that the connected data can compute now. */
    available: z.int().nonnegative(),
    /** What each of them is computed of; left out by older versions. */
    metrics: z.array(z.object({ name: z.string(), label: z.string(), attributes: z.array(z.uuid()) })).optional(),
  }),
  /** A watch has found something about a period of a metric; never the value. */
  'insights.metric-alerted': z.object({
    alertId: z.uuid(),
    watchId: z.uuid(),
    name: z.string(),
    metric: z.string(),
    label: z.string(),
    kind: z.enum(['THRESHOLD', 'CHANGE', 'ANOMALY']),
    direction: z.enum(['ABOVE', 'BELOW']),
    /** First day of the period, and what it is called. */
    point: z.string(),
    period: z.string(),
    createdBy: z.uuid(),
  }),
  'insights.dashboard-saved': z.object({ dashboardId: z.uuid(), title: z.string(), version: z.int(), savedBy: z.uuid() }),

  /** What a user may do has changed; whoever keeps a viewer for longer than a request forgets it. `role` null: nothing any more. */
  'accounts.access-changed': z.object({ userId: z.uuid(), role: z.string().nullable() }),
  /** An API key was made, or works for another time than before; whoever keeps it in memory reads it again. */
  'accounts.api-key-changed': z.object({
    keyId: z.uuid(),
    userId: z.uuid(),
    name: z.string(),
    change: z.enum(['MADE', 'ROTATED', 'REVOKED', 'EXPIRING']),
    by: z.uuid().nullable(),
    expiresAt: z.iso.datetime().nullable(),
  }),
  /** A tenant has used most of what its plan allows; told once for each period and share. */
  'accounts.quota-near': z.object({ quota: z.string(), used: z.number(), maximum: z.number() }),
  /** A feature was switched for a tenant. `enabled` null: it is as it is by default again. */
  'accounts.feature-flag-changed': z.object({ key: z.string(), enabled: z.boolean().nullable() }),
  /** Nothing may be changed in the tenant while it is frozen; while it is closing nobody enters. */
  'accounts.tenant-frozen': z.object({ frozen: z.boolean(), closing: z.boolean().optional() }),
  'accounts.invitation-accepted': z.object({ userId: z.uuid(), displayName: z.string(), role: z.string(), invitedBy: z.uuid().nullable() }),

  /** A mail is to be sent; what it says and to whom is sealed by the vault. */
  'accounts.mail-requested': z.object({ mailId: z.uuid(), sealed: z.string() }),
  /** A session or a key of a user works no longer. `credentialId` null: none of the user's sessions that were made before `at`. */
  'accounts.credentials-revoked': z.object({ userId: z.uuid(), credentialId: z.uuid().nullable(), at: z.iso.datetime() }),
  /** What members may see of the data has changed: rules, masks, or what somebody is to them. */
  'accounts.data-rules-changed': z.object({ changedBy: z.uuid() }),

  /** Personal data came in of a type that was not yet known there; never the values. */
  'accounts.personal-data-found': z.object({
    sourceKind: z.enum(['CONNECTION', 'QUESTIONS', 'AGENT_INPUTS']),
    /** The connection's id; null for what is no connection. */
    sourceId: z.uuid().nullable(),
    sourceName: z.string(),
    objectName: z.string().nullable(),
    columnName: z.string().nullable(),
    type: z.string(),
    action: z.enum(['ALLOW', 'WARN', 'REDACT', 'BLOCK']),
    count: z.int().nonnegative(),
  }),
  /** Somebody is to be forgotten; AWAITING_CONFIRMATION asks a second person. */
  'accounts.erasure-changed': z.object({
    requestId: z.uuid(),
    status: z.enum(['SEARCHING', 'AWAITING_CONFIRMATION', 'ERASING', 'DONE', 'FAILED', 'CANCELLED']),
  }),
  /** What was too old is gone. */
  'accounts.retention-finished': z.object({ runId: z.uuid(), deleted: z.array(z.object({ kind: z.string(), count: z.int() })) }),
} as const;

export type Topic = keyof typeof eventSchemas;
export type EventPayload<T extends Topic> = z.infer<(typeof eventSchemas)[T]>;
