import type { Company } from '../company/company.ts';
import { unix } from '../company/calendar.ts';
import { nameIn, personName } from '../company/names.ts';
import { randomOf } from '../company/random.ts';
import { AGENTS, SLA, type Ticket } from '../company/tickets.ts';
import { type SandboxVendor, type VendorReply, type VendorRequest, ok, tokenOf } from '../http/reply.ts';

const PAGE = 1_000;
const MAX_LIST_PAGE = 100;
const ORGANIZATION = 360_000_000;
const USER = 370_000_000;
const AGENT = 380_000_000;
type Listed = { id: number; updated_at: string } & Readonly<Record<string, unknown>>;
const stamp = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');
const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** Zendesk's cursor-based incremental exports of tickets and users, with metric sets and SLAs beside the tickets, and its list of organizations. */
export function zendeskVendor(company: Company, credentials: { email: string; token: string }): SandboxVendor {
  const { organizations, users, tickets } = recordsOf(company);
  const byUpdate = (list: readonly Listed[]): Listed[] =>
    list.toSorted((a, b) => (a.updated_at < b.updated_at ? -1 : a.updated_at > b.updated_at ? 1 : a.id - b.id));
  const exported = { tickets: byUpdate(tickets), users: byUpdate(users) };
  const ticketOf = new Map(company.tickets.map((ticket) => [ticket.index + 1, ticket]));
  const basic = Buffer.from(`${credentials.email}/token:${credentials.token}`).toString('base64');

  const incremental = (kind: 'tickets' | 'users', { query, base }: VendorRequest): VendorReply => {
    const size = Math.min(PAGE, Number(query.get('per_page') ?? PAGE));
    const list = exported[kind];
    const cursor = query.get('cursor');
    const begin = query.get('start_time');
    if (cursor === null && begin === null) return { status: 400, body: { error: 'InvalidParameter', description: 'start_time or cursor is missing' } }; // prettier-ignore
    const position = cursor === null ? null : /^(\d+)\.(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
    if (cursor !== null && position === null) return { status: 400, body: { error: 'InvalidValue', description: 'cursor is invalid' } };
    const [time, id] = position === null ? [Number(begin), 0] : [Number(position[1]), Number(position[2])];
    const seconds = (one: Listed): number => unix(new Date(one.updated_at));
    const rest = list.filter((one) => seconds(one) > time || (seconds(one) === time && one.id > id));
    const page = rest.slice(0, size);
    const last = page.at(-1);
    const after = last === undefined ? (cursor ?? Buffer.from(`${time}.0`).toString('base64')) : Buffer.from(`${seconds(last)}.${last.id}`).toString('base64'); // prettier-ignore
    const shown = (query.get('include') ?? '').split(',');
    const beside = kind === 'tickets' ? page.map((one) => ticketOf.get(one.id) as Ticket) : [];
    return ok({
      [kind]: kind === 'tickets' && shown.includes('slas') ? page.map((one, i) => ({ ...one, slas: slasOf(beside[i] as Ticket) })) : page,
      ...(kind === 'tickets' && shown.includes('metric_sets') ? { metric_sets: beside.map(metricSetOf) } : {}),
      after_cursor: after, after_url: `${base}/api/v2/incremental/${kind}/cursor.json?cursor=${after}`, before_cursor: null, before_url: null,
      end_of_stream: rest.length <= size,
    }); // prettier-ignore
  };

  const listed = ({ query, base }: VendorRequest): VendorReply => {
    const size = Math.min(MAX_LIST_PAGE, Number(query.get('page[size]') ?? MAX_LIST_PAGE));
    const from = Number(Buffer.from(query.get('page[after]') ?? '', 'base64').toString('utf8') || 0);
    const page = organizations.slice(from, from + size);
    const more = from + size < organizations.length;
    const after = Buffer.from(String(from + page.length)).toString('base64');
    return ok({ organizations: page, meta: { has_more: more, after_cursor: after, before_cursor: null }, links: { next: more ? `${base}/api/v2/organizations?page[after]=${after}` : null, prev: null } }); // prettier-ignore
  };

  return {
    name: 'zendesk',
    refuse: (request) =>
      tokenOf(request, 'Basic') === basic || tokenOf(request) === credentials.token ? null : { status: 401, body: { error: "Couldn't authenticate you" } }, // prettier-ignore
    tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: { error: 'APIRateLimitExceeded', description: 'Number of allowed API requests per minute exceeded' } }), // prettier-ignore
    handle(request) {
      const path = request.path.replace(/\.json$/, '');
      if (path === '/api/v2/incremental/tickets/cursor') return incremental('tickets', request);
      if (path === '/api/v2/incremental/users/cursor') return incremental('users', request);
      if (path === '/api/v2/organizations') return listed(request);
      return { status: 404, body: { error: 'InvalidEndpoint', description: 'Not found' } };
    },
  };
}

function recordsOf(company: Company): { organizations: Listed[]; users: Listed[]; tickets: Listed[] } {
  const random = randomOf(`${company.seed}:zendesk`);
  const customers = company.accounts.filter(
    ({ index, kind }) => kind === 'REAL' && company.subscriptions.some((one) => one.account === index),
  );
  const organizations = customers.map((account) => ({
    id: ORGANIZATION + account.index, name: nameIn('SUPPORT', account.name, random), domain_names: random.chance(0.1) ? [] : [account.name.domain], details: null, notes: null,
    shared_tickets: false, tags: [], external_id: null, created_at: stamp(account.since), updated_at: stamp(account.since), organization_fields: { segment: account.segment, region: account.region },
  })); // prettier-ignore
  const person = (): string => {
    const { first, last } = personName(random);
    return `${first} ${last}`;
  };
  const agents = Array.from({ length: AGENTS }, (_, i) => ({
    id: AGENT + i, name: person(), email: `agent${i}@halyard.example`, role: 'agent', active: true, suspended: false, organization_id: null, created_at: stamp(company.today), updated_at: stamp(company.today), verified: true,
  })); // prettier-ignore
  const people = customers.map((account) => ({
    id: USER + account.index, name: person(), email: random.chance(0.05) ? null : `help@${account.name.domain}`, role: 'end-user', active: true, suspended: false,
    organization_id: ORGANIZATION + account.index, created_at: stamp(account.since), updated_at: stamp(account.since), verified: random.chance(0.8),
  })); // prettier-ignore
  return { organizations, users: [...agents, ...people], tickets: company.tickets.map(ticketRecord) };
}

const ticketRecord = (one: Ticket): Listed => ({
  id: one.index + 1, url: `https://halyard.zendesk.example/api/v2/tickets/${one.index + 1}.json`, external_id: null, subject: one.subject, raw_subject: one.subject,
  description: `${one.subject}, please help.`, priority: one.priority, type: one.type, status: one.status, via: { channel: one.channel, source: { from: {}, to: {}, rel: null } },
  requester_id: USER + one.requester, submitter_id: USER + one.requester, assignee_id: one.assignee === null ? null : AGENT + one.assignee,
  organization_id: one.account === null ? null : ORGANIZATION + one.account, tags: [one.type], satisfaction_rating: { score: one.satisfaction },
  created_at: stamp(one.created), updated_at: stamp(one.updated), generated_timestamp: unix(one.updated), custom_fields: [],
}); // prettier-ignore

const metricSetOf = (one: Ticket): object => ({
  id: one.index + 9_000_001, ticket_id: one.index + 1, reopens: 0, replies: one.replyMinutes === null ? 0 : 1, created_at: stamp(one.created), updated_at: stamp(one.updated),
  solved_at: one.solved && stamp(one.solved), reply_time_in_minutes: { calendar: one.replyMinutes, business: one.replyMinutes },
  full_resolution_time_in_minutes: { calendar: one.solveMinutes, business: one.solveMinutes }, first_resolution_time_in_minutes: { calendar: one.solveMinutes, business: one.solveMinutes },
}); // prettier-ignore

function slasOf(one: Ticket): object {
  const [reply, solve] = SLA[one.priority ?? 'normal'];
  const metric = (name: string, minutes: number, done: boolean): object => ({
    metric: name, stage: done ? 'achieved' : 'active', breach_at: stamp(later(one.created, minutes)),
  }); // prettier-ignore
  return { policy_metrics: [metric('first_reply_time', reply, one.replyMinutes !== null), metric('requester_wait_time', solve, one.solved !== null)] }; // prettier-ignore
}
