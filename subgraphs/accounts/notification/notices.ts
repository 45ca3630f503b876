import type { Topic } from '../../../schema/events/events.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { MEMBERS } from '../../kernel/permissions/actions.ts';
import type { Role } from '../../kernel/viewer/viewer.ts';
import type { NotificationKind } from './kinds.ts';

/** Whom something is for: everybody with one of these roles, these users, or both. */
export interface Recipients {
  roles: readonly Role[];
  users: readonly string[];
}

/** What people are told because of an event. */
export interface Notice {
  kind: NotificationKind;
  title: string;
  body: string;
  /** Where in the client it leads; null: nowhere. */
  link: string | null;
  /** The approval that waits for a decision; left out: none does. */
  approvalId?: string;
  to: Recipients;
  /** Notices of one kind with the same subject are one notification within the hour; null: each is its own. */
  subject: string | null;
}

type Teller<T extends Topic> = (event: DomainEvent<T>) => Notice | null;
type Tellers = { readonly [T in Topic]?: Teller<T> };

const ADMINS: Recipients = { roles: ['OWNER', 'ADMIN'], users: [] };
const OPERATORS: Recipients = { roles: ['OWNER', 'ADMIN', 'OPERATOR'], users: [] };
const PEOPLE: Recipients = { roles: MEMBERS, users: [] };

interface Parties {
  users: readonly string[];
  roles: readonly string[];
}

/** Those who are asked, and those who are told of it. */
function recipientsOf(asked: Parties, told: Parties = { users: [], roles: [] }): Recipients {
  const named = new Set([...asked.roles, ...told.roles]);
  return { roles: MEMBERS.filter((role) => named.has(role)), users: [...asked.users, ...told.users] };
}

/** Which event becomes which notification, and for whom. */
export const NOTICES: Tellers = {
  'agents.approval-requested'({ payload: { approvalId, title, intent, asked, told, escalation } }) {
    const link = `/agents?approval=${approvalId}`;
    const common = {
      kind: 'APPROVAL_WAITING' as const,
      body: intent,
      link,
      approvalId,
      to: asked === undefined ? OPERATORS : recipientsOf(asked, told),
    };
    if (escalation === undefined) return { ...common, title, subject: null };
    return { ...common, title: `${title} still waits for a decision`, subject: null };
  },
  'agents.budget-alerted'({ payload: { budgetId, name, mark, refused, spentMicros, limitMicros, spentTokens, limitTokens } }) {
    const dollars = (micros: number): string => `$${(micros / 1_000_000).toFixed(2)}`;
    const spent =
      limitMicros === null ? `${spentTokens} of ${limitTokens ?? 0} tokens` : `${dollars(spentMicros)} of ${dollars(limitMicros)}`;
    const title = refused ? `The budget “${name}” has stopped an agent` : `${mark} % of the budget “${name}” are used`;
    const body = refused ? `Not enough is left for what it was about to do: ${spent} are spent.` : `Agents have spent ${spent}.`;
    return { kind: 'BUDGET_MARK', title, body, link: `/agents/budgets/${budgetId}`, to: OPERATORS, subject: budgetId };
  },
  'agents.notice': ({ payload: { title, text, roles, userIds, link } }) => ({
    kind: 'AGENT_NOTICE', title, body: text, link, subject: null,
    to: { roles: roles.length + userIds.length === 0 ? OPERATORS.roles : MEMBERS.filter((role) => roles.includes(role)), users: userIds },
  }), // prettier-ignore
  'agents.ticket-opened': ({ payload: { number, title, text, assigneeId } }) => ({
    kind: 'TICKET_OPENED', title: `Ticket ${number}: ${title}`, body: text, link: '/agents/tickets', subject: null,
    to: assigneeId === null ? OPERATORS : { roles: [], users: [assigneeId] },
  }), // prettier-ignore
  'connectors.sync-finished'({ payload: { connectionId, connectionName, status, problem, objects } }) {
    const link = `/connections/${connectionId}`;
    const title = connectionName;
    const common = { link, to: OPERATORS, subject: connectionId };
    if (status === 'FAILED')
      return { kind: 'SYNC_FAILED', title: `${title} could not be read`, body: problem ?? 'The sync failed.', ...common };
    const aside = objects.reduce((sum, { changed, quarantined }) => sum + (changed > 0 ? quarantined : 0), 0);
    if (aside === 0) return null;
    const body =
      aside === 1
        ? 'One record could not be taken; its reason is kept with it.'
        : `${aside} records could not be taken; the reason is kept with each.`;
    return { kind: 'RECORDS_SET_ASIDE', title: `${title}: records were set aside`, body, ...common };
  },
  'connectors.drift-detected'({ payload: { connectionId, connectionName, objectId, objectName, drifts } }) {
    const told = drifts.filter(({ severity }) => severity !== 'INFO');
    if (told.length === 0) return null;
    const [first] = told;
    const body = told.length === 1 ? (first?.summary ?? '') : `${first?.summary ?? ''} And ${told.length - 1} more.`;
    const link = `/connections/${connectionId}/drift`;
    return {
      kind: 'SOURCE_CHANGED',
      title: `${objectName} of ${connectionName} has changed`,
      body,
      link,
      to: OPERATORS,
      subject: objectId,
    };
  },
  'connectors.repair-changed'({ payload: { repairId, connectionName, objectId, status, automatic, summary } }) {
    const common = { body: summary, link: `/connections/drift/repairs/${repairId}`, to: OPERATORS, subject: objectId };
    if (status === 'PROPOSED') return { kind: 'REPAIR_WAITING', title: `A repair of ${connectionName} waits for a decision`, ...common };
    if (status !== 'APPLIED' || !automatic) return null;
    return { kind: 'REPAIR_APPLIED', title: `${connectionName} has changed and was repaired`, ...common };
  },
  'connectors.health-changed'({ payload: { connectionId, connectionName, status, reason, before } }) {
    // What merely shakes is seen where connections are.
    if (status === 'DEGRADED' || (status === 'HEALTHY' && before !== 'FAILING')) return null;
    const title = status === 'FAILING' ? `${connectionName} does not work` : `${connectionName} works as it should`;
    return { kind: 'CONNECTION_HEALTH', title, body: reason, link: `/connections/${connectionId}`, to: OPERATORS, subject: connectionId };
  },
  'ontology.mapping-withdrawn': ({ payload: { connectionId, supersededBy } }) =>
    supersededBy === null
      ? null
      : {
          kind: 'SOURCE_CHANGED', title: 'A source changed its shape', body: 'A new mapping was proposed for it and waits for a decision.',
          link: `/connections/${connectionId}/mapping`, to: OPERATORS, subject: connectionId,
        }, // prettier-ignore
  'ontology.publishing-failed': ({ payload: { connectionId, message } }) => ({
    kind: 'PUBLISHING_FAILED', title: 'A mapping could not be published', body: message, link: `/connections/${connectionId}/mapping`, to: OPERATORS,
    subject: connectionId,
  }), // prettier-ignore
  'ontology.quality-changed'({ payload: { entities } }) {
    const worse = entities.filter(({ failing, before }) => failing > before);
    const [first] = worse;
    if (first === undefined) return null;
    const others = worse.length === 1 ? '' : ` and ${worse.length - 1} more`;
    const body = first.reasons.slice(0, 3).join('. ');
    const title = `The data of ${first.label}${others} is not as it should be`;
    return { kind: 'DATA_QUALITY', title, body, link: '/quality', to: OPERATORS, subject: first.name };
  },
  'insights.metric-alerted'({ payload: { watchId, name, label, kind, direction, period, createdBy } }) {
    const up = direction === 'ABOVE';
    const found = {
      THRESHOLD: `was ${up ? 'above' : 'below'} what was set`,
      CHANGE: `${up ? 'rose' : 'fell'} by more than was set`,
      ANOMALY: `was unusually ${up ? 'high' : 'low'}`,
    }[kind];
    // Whose eyes it was found with is who may know of it.
    const to = { roles: [], users: [createdBy] };
    return { kind: 'METRIC_ALERT', title: name, body: `${label} ${found}, in ${period}.`, link: '/watches', to, subject: watchId };
  },
  'runs.changed': ({ payload: { runId, kind, status, title, message, subject } }) =>
    // A sync that failed is told of as such.
    kind !== 'FINISHED' || status !== 'FAILED' || 'syncId' in subject
      ? null
      : { kind: 'RUN_FAILED', title: `${title} failed`, body: message, link: `/runs/${runId}`, to: OPERATORS, subject: runId },
  'accounts.invitation-accepted': ({ payload: { displayName, role, invitedBy } }) => ({
    kind: 'INVITATION_ACCEPTED', title: `${displayName} has joined`, body: `Their role is ${role.toLowerCase()}.`, link: '/settings/members',
    to: { roles: ['OWNER'], users: invitedBy === null ? [] : [invitedBy] }, subject: null,
  }), // prettier-ignore
  'accounts.access-changed': ({ payload: { userId, role } }) =>
    role === null
      ? null
      : {
          kind: 'ROLE_CHANGED', title: `You are ${role.toLowerCase()} now`, body: 'Somebody changed your role; menus show what it allows.', link: '/settings/profile',
          to: { roles: [], users: [userId] }, subject: null,
        }, // prettier-ignore
  'accounts.api-key-changed'({ payload: { keyId, name, userId, by, change, expiresAt } }) {
    const common = { link: '/settings/keys', subject: keyId };
    const users = by === null ? [userId] : [userId, by];
    if (change === 'MADE')
      return {
        kind: 'KEY_MADE',
        title: `The API key “${name}” was made`,
        body: 'Whoever holds it acts for the company within its scopes.',
        to: ADMINS,
        ...common,
      };
    if (change !== 'EXPIRING' || expiresAt === null) return null;
    const body = `It works until ${expiresAt.slice(0, 10)}. Rotate it, and give the new one to the programs that use it.`;
    return { kind: 'KEY_EXPIRING', title: `The API key “${name}” is about to expire`, body, to: { roles: ADMINS.roles, users }, ...common };
  },
  'accounts.quota-near': ({ payload: { quota, used, maximum } }) => ({
    kind: 'QUOTA_NEAR', title: `${Math.floor((100 * used) / maximum)} % of ${quota.toLowerCase()} are used`,
    body: `The company has used ${used} of the ${maximum} that its plan allows.`, link: '/settings/usage', to: ADMINS, subject: quota,
  }), // prettier-ignore
  'accounts.personal-data-found'({ payload: { sourceId, sourceName, objectName, columnName, type, action } }) {
    const where = [sourceName, objectName, columnName].filter((part) => part !== null).join(', ');
    const body = `${type.toLowerCase().replaceAll('_', ' ')} in ${where}; the policy says ${action.toLowerCase()}.`;
    return {
      kind: 'PERSONAL_DATA_FOUND',
      title: `Personal data was found in ${sourceName}`,
      body,
      link: '/settings/privacy',
      to: ADMINS,
      subject: sourceId ?? sourceName,
    };
  },
  'accounts.erasure-changed': ({ payload: { requestId, status } }) =>
    status !== 'AWAITING_CONFIRMATION'
      ? null
      : {
          kind: 'ERASURE_WAITING', title: 'A request to be forgotten waits', body: 'A second person has to confirm what is to be erased.', link: '/settings/privacy',
          to: ADMINS, subject: requestId,
        }, // prettier-ignore
  'accounts.tenant-frozen': ({ payload: { frozen, closing = false } }) =>
    closing
      ? null
      : {
          kind: 'WORKSPACE_FROZEN', title: frozen ? 'The workspace is frozen' : 'The workspace works again',
          body: frozen ? 'It can be read and not changed.' : 'Everything can be changed again.', link: null, to: PEOPLE, subject: null,
        }, // prettier-ignore
};
