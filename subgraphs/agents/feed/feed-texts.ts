import type { EventPayload, Topic } from '../../../schema/events/events.ts';
import { counted, percent } from '../unify/wording.ts';

/** One event as people are told it. */
export interface FeedText {
  title: string;
  detail: string | null;
  connectionId?: string | null;
  runId?: string;
  approvalId?: string;
}

type Texts = { [T in Topic]?: (payload: EventPayload<T>) => FeedText };

const text = (title: string, detail: string | null = null): FeedText => ({ title, detail });

/** What the feed tells, topic by topic; everything else is for machines. */
export const FEED_TEXTS = {
  'connectors.connection-created': ({ name, connectionId }) => ({ ...text(`“${name}” was connected.`), connectionId }),
  'connectors.connection-removed': () => text('A connection was removed.'),
  'ontology.mapping-proposed': ({ connectionId, tables, fields, lowestConfidence }) => ({
    ...text(
      `A mapping of ${counted(tables, 'table')} and ${counted(fields, 'column')} was proposed.`,
      `The least certain column: ${percent(lowestConfidence)}.`,
    ),
    connectionId,
  }),
  'ontology.published': ({ connectionId, model }) => ({
    ...text(`Version ${model.version} of the business model was published.`, counted(model.entities.length, 'entity type')),
    connectionId,
  }),
  'ontology.edited': ({ note, model }) => text(`Version ${model.version} of the business model was published.`, note),
  'ontology.publishing-failed': ({ connectionId, message }) => ({
    ...text('A mapping could not be published.', message),
    connectionId,
  }),
  'agents.approval-requested': ({ title, intent, connectionId, runId, approvalId, escalation }) => ({
    ...text(`“${title}” ${escalation === undefined ? 'waits' : 'still waits'} for a decision.`, intent),
    connectionId,
    runId,
    approvalId,
  }),
  'agents.approval-decided': ({ approvalId, status, comment }) => ({
    ...text(`A request was ${status.toLowerCase()}.`, comment),
    approvalId,
  }),
  'agents.budget-alerted': ({ name, mark, refused, runId }) => ({
    ...text(refused ? `The budget “${name}” has stopped an agent.` : `${mark} % of the budget “${name}” are used.`),
    ...(runId === null ? {} : { runId }),
  }),
  'approvals.changed': ({ kind, title, message, approvalId, runId }) => ({
    ...text(kind === 'EXPIRED' ? `Nobody decided “${title}” in time.` : `“${title}” was answered.`, message),
    approvalId,
    ...(runId === null ? {} : { runId }),
  }),
  'agents.run-activity': ({ runId, title, message }) => ({ ...text(`${title}: ${message}`), runId }),
  'runs.changed': ({ runId, title, kind, status, message, subject }) => ({
    ...(kind === 'FINISHED' ? text(`${title}: ${ENDINGS[status]}`, message) : text(kind === 'STARTED' ? message : `${title}: ${message}`)),
    runId,
    connectionId: subject['connectionId'] ?? null,
  }),
  'insights.metrics-refreshed': ({ connectionId, available }) => ({
    ...text(`${counted(available, 'metric')} can be asked for.`),
    connectionId,
  }),
  'insights.dashboard-saved': ({ title, version }) => text(`The dashboard “${title}” was saved.`, `version ${version}`),
} as const satisfies Texts;

/** What happens in a run between its beginning, its end and what people should know is only told to those who follow the run. */
export const FEED_SKIPS = {
  kind: [
    'PROGRESSED',
    'STEP_STARTED',
    'STEP_FINISHED',
    'WAITING',
    'RETRYING',
    'TOOL_CALLED',
    'TOOL_RETURNED',
    'JUDGED',
    'USAGE',
    'APPROVAL_ASKED',
    'APPROVAL_ESCALATED',
    'APPROVAL_DECIDED',
    // Approvals are asked for and decided under topics of their own.
    'ASKED',
    'ESCALATED',
    'APPROVED',
    'EDITED',
    'REJECTED',
    'WITHDRAWN',
  ],
} as const;

export const FEED_TOPICS = Object.keys(FEED_TEXTS) as readonly (keyof typeof FEED_TEXTS)[];

const ENDINGS: Readonly<Record<string, string>> = { SUCCEEDED: 'done.', FAILED: 'failed.', CANCELLED: 'cancelled.' };
