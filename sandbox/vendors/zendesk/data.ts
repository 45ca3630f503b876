import { unix } from '../../company/calendar.ts';
import type { Company } from '../../company/company.ts';
import { personName } from '../../company/names.ts';
import { randomOf } from '../../company/random.ts';
import { AGENTS, type Ticket } from '../../company/tickets.ts';
import { nameAt } from '../from-name.ts';
import type { Derived, Tables } from '../records.ts';

export const ORGANIZATION = 360_000_000;
const USER = 370_000_000;
const AGENT = 380_000_000;
const GROUP = 390_000_000;
const RATING = 410_000_000;
const OPENED = new Date(Date.UTC(2020, 0, 6));
const TEAMS = ['Support', 'Billing'] as const;
/** Fields of tickets that the company made: id, type, title. */
export const TICKET_FIELDS = [[360_011, 'tagger', 'Product area'], [360_012, 'integer', 'Affected users'], [360_013, 'checkbox', 'Escalated to engineering']] as const; // prettier-ignore

export const stamp = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');
const kept = (data: Readonly<Record<string, unknown>>, created: Date, updated: Date = created): Derived => ({ id: String(data['id']), created, updated, data: { ...data, created_at: stamp(created) } }); // prettier-ignore

/** The company as its support desk holds it; when a record changed is told by the server. */
export function zendeskTables(company: Company): Tables {
  const { seed, accounts, subscriptions, begun, tickets } = company;
  const buyers = new Set(subscriptions.map(({ account }) => account));
  const customers = accounts.filter(({ index, kind }) => kind === 'REAL' && buyers.has(index));
  const agents = Array.from({ length: AGENTS }, (_, i) =>
    kept({ id: AGENT + i, name: personAt(`${seed}:agent:${i}`), email: `agent${i}@halyard.example`, role: 'agent', active: true, suspended: false, organization_id: null, verified: true, user_fields: {} }, OPENED, begun)); // prettier-ignore
  return {
    organizations: customers.map((one) => {
      const random = randomOf(`${seed}:zendesk:${one.index}`);
      return kept({
        id: ORGANIZATION + one.index, name: nameAt(seed, 'SUPPORT', one.index, one.name), domain_names: random.chance(0.1) ? [] : [one.name.domain], details: null, notes: null,
        shared_tickets: false, tags: [], external_id: null, deleted_at: null, organization_fields: { segment: one.segment, region: one.region },
      }, one.since);
    }),
    users: [...agents, ...customers.map((one) => {
      const random = randomOf(`${seed}:zendesk:user:${one.index}`);
      return kept({
        id: USER + one.index, name: personAt(`${seed}:requester:${one.index}`), email: random.chance(0.05) ? null : `help@${one.name.domain}`, role: 'end-user', active: true, suspended: false,
        organization_id: ORGANIZATION + one.index, verified: random.chance(0.8), user_fields: {},
      }, one.since);
    })],
    groups: TEAMS.map((name, n) => kept({ id: GROUP + n, name, description: '', default: n === 0, deleted: false, is_public: true }, OPENED)),
    tickets: tickets.map((one) => kept(ticketRecord(one), one.created, one.updated)),
    satisfaction_ratings: tickets.flatMap((one) => (one.satisfaction === 'unoffered' ? [] : [kept({
      id: RATING + one.index, score: one.satisfaction, ticket_id: one.index + 1, assignee_id: one.assignee === null ? null : AGENT + one.assignee, requester_id: USER + one.requester, group_id: GROUP,
      comment: one.satisfaction === 'bad' ? 'It took too long' : null, reason: null,
    }, one.solved ?? one.created)])),
  }; // prettier-ignore
}

function personAt(seed: string): string {
  const { first, last } = personName(randomOf(seed));
  return `${first} ${last}`;
}

const ticketRecord = (one: Ticket): Readonly<Record<string, unknown>> => ({
  id: one.index + 1, url: `https://halyard.zendesk.example/api/v2/tickets/${one.index + 1}.json`, external_id: null, subject: one.subject, raw_subject: one.subject, description: `${one.subject}, please help.`,
  priority: one.priority, type: one.type, status: one.status, via: { channel: one.channel, source: { from: {}, to: {}, rel: null } }, requester_id: USER + one.requester, submitter_id: USER + one.requester,
  assignee_id: one.assignee === null ? null : AGENT + one.assignee, group_id: GROUP + (one.type === 'question' ? 1 : 0), organization_id: one.account === null ? null : ORGANIZATION + one.account, tags: [one.type],
  satisfaction_rating: { score: one.satisfaction }, generated_timestamp: unix(one.updated),
  custom_fields: [{ id: TICKET_FIELDS[0][0], value: one.type === 'question' ? 'billing' : 'platform' }, { id: TICKET_FIELDS[1][0], value: one.type === 'incident' ? (one.index % 40) + 1 : null }, { id: TICKET_FIELDS[2][0], value: one.priority === 'urgent' }],
}); // prettier-ignore

/** What the desk measures of a ticket. */
export const metricSetOf = (one: Ticket): object => ({
  id: one.index + 9_000_001, ticket_id: one.index + 1, reopens: 0, replies: one.replyMinutes === null ? 0 : 1, created_at: stamp(one.created), updated_at: stamp(one.updated),
  solved_at: one.solved && stamp(one.solved), reply_time_in_minutes: { calendar: one.replyMinutes, business: one.replyMinutes },
  full_resolution_time_in_minutes: { calendar: one.solveMinutes, business: one.solveMinutes }, first_resolution_time_in_minutes: { calendar: one.solveMinutes, business: one.solveMinutes },
}); // prettier-ignore
