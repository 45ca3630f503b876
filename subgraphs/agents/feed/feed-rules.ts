import type { Topic } from '../../../schema/events/events.ts';
import { fits, type EventClause } from '../../kernel/events/event-selection.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { pilotIdOf } from '../agent/pilots.ts';
import type { FeedKind, FeedSeverity } from './feed-event.type.ts';

/** What an event is to people. */
interface FeedRule extends EventClause {
  kind: FeedKind;
  severity: FeedSeverity;
}

const rule = (kind: FeedKind, severity: FeedSeverity, topic: Topic, where: EventClause['where'] = {}): FeedRule => ({
  kind,
  severity,
  topic,
  where,
});

/** Of each event of the feed one fits; the first counts. */
export const FEED_RULES: readonly FeedRule[] = [
  rule('CONNECTION', 'INFO', 'connectors.connection-created'),
  rule('CONNECTION', 'INFO', 'connectors.connection-removed'),
  rule('MODEL', 'INFO', 'ontology.mapping-proposed'),
  rule('MODEL', 'SUCCESS', 'ontology.published'),
  rule('MODEL', 'SUCCESS', 'ontology.edited'),
  rule('MODEL', 'ERROR', 'ontology.publishing-failed'),
  rule('APPROVAL', 'WARNING', 'agents.approval-requested'),
  rule('APPROVAL', 'SUCCESS', 'agents.approval-decided', { status: ['APPROVED'] }),
  rule('APPROVAL', 'WARNING', 'agents.approval-decided', { status: ['REJECTED'] }),
  rule('APPROVAL', 'INFO', 'approvals.changed', { kind: ['ANSWERED'] }),
  rule('APPROVAL', 'WARNING', 'approvals.changed', { kind: ['EXPIRED'] }),
  rule('RUN', 'SUCCESS', 'runs.changed', { kind: ['FINISHED'], status: ['SUCCEEDED'] }),
  rule('RUN', 'ERROR', 'runs.changed', { kind: ['FINISHED'], status: ['FAILED'] }),
  rule('RUN', 'WARNING', 'runs.changed', { kind: ['FINISHED'], status: ['CANCELLED'] }),
  rule('RUN', 'WARNING', 'runs.changed', { kind: ['TAKEN_OVER', 'CANCELLING'] }),
  rule('RUN', 'INFO', 'runs.changed', { kind: ['STARTED', 'RESUMED'] }),
  rule('RUN', 'WARNING', 'agents.run-activity', { kind: ['COMPENSATING'] }),
  rule('RUN', 'INFO', 'agents.run-activity', { kind: ['FORKED', 'PAUSED', 'RESUMED'] }),
  rule('BUDGET', 'WARNING', 'agents.budget-alerted'),
  rule('METRICS', 'SUCCESS', 'insights.metrics-refreshed'),
  rule('DASHBOARD', 'INFO', 'insights.dashboard-saved'),
];

/** What an event is to people; null: the feed does not tell it. */
export function ruleOf({ topic, payload }: Pick<DomainEvent, 'topic' | 'payload'>): FeedRule | null {
  return FEED_RULES.find((each) => each.topic === topic && fits(each, payload)) ?? null;
}

/** What somebody wants of the feed; null: all. */
export interface FeedFilter {
  kinds: readonly FeedKind[] | null;
  severities: readonly FeedSeverity[] | null;
  agentId: string | null;
}

/** Where events say which agent they are about; the others are about none. */
const AGENT_FIELDS: Partial<Record<Topic, string>> = {
  'runs.changed': 'subject.agentId',
  'agents.run-activity': 'agentId',
  'agents.approval-requested': 'agentId',
  'approvals.changed': 'agentId',
  'agents.budget-alerted': 'agentId',
};

/** The events that a filter lets through. */
export function clausesOf({ kinds, severities, agentId }: FeedFilter, tenantId: string): EventClause[] {
  const wanted = FEED_RULES.filter(
    ({ kind, severity }) => (kinds === null || kinds.includes(kind)) && (severities === null || severities.includes(severity)),
  );
  if (agentId === null) return wanted.map(({ topic, where }) => ({ topic, where }));
  // What names no agent was done by the one that brings data together.
  const ids = agentId === pilotIdOf(tenantId, 'DATAOPS') ? [agentId, ''] : [agentId];
  return wanted.flatMap(({ topic, where }) => {
    const field = AGENT_FIELDS[topic];
    return field === undefined ? [] : [{ topic, where: { ...where, [field]: ids } }];
  });
}
