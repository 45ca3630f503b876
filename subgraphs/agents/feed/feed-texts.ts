import type { EventPayload, Topic } from '../../../schema/events/events.ts';
import { counted, percent } from '../unify/wording.ts';
import type { FeedSeverity } from './feed-event.type.ts';

/** One event as people are told it. */
export interface FeedText {
  severity: FeedSeverity;
  title: string;
  detail: string | null;
  connectionId?: string | null;
  runId?: string;
  approvalId?: string;
}

type Texts = { [T in Topic]?: (payload: EventPayload<T>) => FeedText };

const text = (severity: FeedSeverity, title: string, detail: string | null = null): FeedText => ({ severity, title, detail });

/** What the feed tells, topic by topic; everything else is for machines. */
export const FEED_TEXTS = {
  'connectors.connection-created': ({ name, connectionId }) => ({ ...text('INFO', `“${name}” was connected.`), connectionId }),
  'connectors.connection-removed': () => text('INFO', 'A connection was removed.'),
  'ontology.mapping-proposed': ({ connectionId, tables, fields, lowestConfidence }) => ({
    ...text(
      'INFO',
      `A mapping of ${counted(tables, 'table')} and ${counted(fields, 'column')} was proposed.`,
      `The least certain column: ${percent(lowestConfidence)}.`,
    ),
    connectionId,
  }),
  'ontology.published': ({ connectionId, model }) => ({
    ...text('SUCCESS', `Version ${model.version} of the business model was published.`, counted(model.entities.length, 'entity type')),
    connectionId,
  }),
  'ontology.edited': ({ note, model }) => text('SUCCESS', `Version ${model.version} of the business model was published.`, note),
  'ontology.publishing-failed': ({ connectionId, message }) => ({
    ...text('ERROR', 'A mapping could not be published.', message),
    connectionId,
  }),
  'agents.approval-requested': ({ title, intent, connectionId, runId, approvalId }) => ({
    ...text('WARNING', `“${title}” waits for a decision.`, intent),
    connectionId,
    runId,
    approvalId,
  }),
  'agents.approval-decided': ({ approvalId, status, comment }) => ({
    ...text(status === 'APPROVED' ? 'SUCCESS' : 'WARNING', `A request was ${status.toLowerCase()}.`, comment),
    approvalId,
  }),
  'agents.budget-alerted': ({ name, mark, refused, runId }) => ({
    ...text('WARNING', refused ? `The budget “${name}” has stopped an agent.` : `${mark} % of the budget “${name}” are used.`),
    ...(runId === null ? {} : { runId }),
  }),
  'runs.changed': ({ runId, title, kind, status, message, subject }) => ({
    ...(kind === 'FINISHED'
      ? text(severityOf(kind, status), `${title}: ${ENDINGS[status]}`, message)
      : text(severityOf(kind, status), kind === 'STARTED' ? message : `${title}: ${message}`)),
    runId,
    connectionId: subject['connectionId'] ?? null,
  }),
  'insights.metrics-refreshed': ({ connectionId, available }) => ({
    ...text('SUCCESS', `${counted(available, 'metric')} can be asked for.`),
    connectionId,
  }),
  'insights.dashboard-saved': ({ title, version }) => text('INFO', `The dashboard “${title}” was saved.`, `version ${version}`),
} as const satisfies Texts;

/** What happens in a run between its beginning, its end and what people should know is only told to those who follow the run. */
export const FEED_SKIPS = { kind: ['PROGRESSED', 'STEP_STARTED', 'STEP_FINISHED', 'WAITING', 'RETRYING'] } as const;

export const FEED_TOPICS = Object.keys(FEED_TEXTS) as readonly (keyof typeof FEED_TEXTS)[];

const ENDINGS: Readonly<Record<string, string>> = { SUCCEEDED: 'done.', FAILED: 'failed.', CANCELLED: 'cancelled.' };

function severityOf(kind: EventPayload<'runs.changed'>['kind'], status: EventPayload<'runs.changed'>['status']): FeedSeverity {
  if (kind === 'TAKEN_OVER' || kind === 'CANCELLING') return 'WARNING';
  if (kind !== 'FINISHED') return 'INFO';
  return status === 'SUCCEEDED' ? 'SUCCESS' : status === 'FAILED' ? 'ERROR' : 'WARNING';
}
