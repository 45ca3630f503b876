import { z } from 'zod';

/** People by id, and all who have one of these roles. */
const partiesSchema = z.object({ users: z.array(z.uuid()), roles: z.array(z.string()) });

/** What agents tell of, and people’s decisions about what they ask. */
export const agentsEvents = {
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
} as const;
