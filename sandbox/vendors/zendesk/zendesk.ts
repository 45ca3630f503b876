import { unix } from '../../company/calendar.ts';
import type { Company } from '../../company/company.ts';
import type { LiveCompany } from '../../company/live-company.ts';
import { SLA, type Ticket } from '../../company/tickets.ts';
import { type SandboxVendor, type VendorReply, type VendorRequest, ok, tokenOf } from '../../http/reply.ts';
import { type Kept, asLive, vendorRecords } from '../records.ts';
import { TICKET_FIELDS, metricSetOf, stamp, zendeskTables } from './data.ts';

const PAGE = 1_000;
const MAX_LIST_PAGE = 100;
/** Calls a minute. */
const LIMIT = 700;
type Listed = { id: number; updated_at: string } & Readonly<Record<string, unknown>>;
const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
const coded = (text: string): string => Buffer.from(text).toString('base64');
const read = (cursor: string): string => Buffer.from(cursor, 'base64').toString('utf8');

/**
 * Zendesk's incremental exports, by cursor of tickets and users and by time of organizations, with metric sets and SLAs beside the tickets, and its
 * lists with cursors. Deleted tickets come as such.
 */
export function zendeskVendor(given: Company | LiveCompany, credentials: { email: string; token: string }): SandboxVendor {
  const live = asLive(given);
  const records = vendorRecords(live, zendeskTables);
  const basic = coded(`${credentials.email}/token:${credentials.token}`);
  let shown: { version: number; lists: Map<string, Listed[]>; tickets: Map<number, Ticket> } | null = null;
  const state = (): NonNullable<typeof shown> => {
    if (shown?.version !== records.version) shown = { version: records.version, lists: new Map(), tickets: new Map(live.now.tickets.map((one) => [one.index + 1, one])) }; // prettier-ignore
    return shown;
  };
  const exported = (kind: string): Listed[] => {
    const { lists } = state();
    const known = lists.get(kind) ?? records.ever(kind).map(asShown(kind)).toSorted((a, b) => (a.updated_at < b.updated_at ? -1 : a.updated_at > b.updated_at ? 1 : a.id - b.id)); // prettier-ignore
    lists.set(kind, known);
    return known;
  };

  const byCursor = (kind: 'tickets' | 'users', { query, base }: VendorRequest): VendorReply => {
    const size = Math.min(PAGE, Number(query.get('per_page') ?? PAGE));
    const cursor = query.get('cursor');
    const begin = query.get('start_time');
    if (cursor === null && begin === null) return { status: 400, body: { error: 'InvalidParameter', description: 'start_time or cursor is missing' } }; // prettier-ignore
    const position = cursor === null ? null : /^(\d+)\.(\d+)$/.exec(read(cursor));
    if (cursor !== null && position === null) return { status: 400, body: { error: 'InvalidValue', description: 'cursor is invalid' } };
    const [time, id] = position === null ? [Number(begin), 0] : [Number(position[1]), Number(position[2])];
    const rest = exported(kind).filter((one) => secondsOf(one) > time || (secondsOf(one) === time && one.id > id));
    const page = rest.slice(0, size);
    const last = page.at(-1);
    const after = last === undefined ? (cursor ?? coded(`${time}.0`)) : coded(`${secondsOf(last)}.${last.id}`);
    const beside = kind === 'tickets' ? besideTickets(page, state().tickets, (query.get('include') ?? '').split(',')) : { [kind]: page };
    return ok({
      ...beside, after_cursor: after, after_url: `${base}/api/v2/incremental/${kind}/cursor.json?cursor=${after}`, before_cursor: null, before_url: null,
      end_of_stream: rest.length <= size,
    }); // prettier-ignore
  };

  const byTime = (kind: string, { query, base }: VendorRequest): VendorReply => {
    const size = Math.min(PAGE, Number(query.get('per_page') ?? PAGE));
    const start = Number(query.get('start_time') ?? Number.NaN);
    if (Number.isNaN(start)) return { status: 400, body: { error: 'StartTimeMissing', description: 'You must specify start_time' } };
    const rest = exported(kind).filter((one) => secondsOf(one) >= start);
    const page = rest.slice(0, size);
    const end = page.at(-1) === undefined ? start : secondsOf(page.at(-1) as Listed);
    return ok({ [kind]: page, count: page.length, end_time: end, end_of_stream: rest.length <= size, next_page: `${base}/api/v2/incremental/${kind}.json?start_time=${end}` }); // prettier-ignore
  };

  const listed = (kind: string, { query, base }: VendorRequest): VendorReply => {
    const size = Math.min(MAX_LIST_PAGE, Number(query.get('page[size]') ?? MAX_LIST_PAGE));
    const after = Number(read(query.get('page[after]') ?? '') || 0);
    const since = Number(query.get('start_time') ?? 0);
    const rest = records.all(kind).map(asLiving(kind)).filter((one) => one.id > after && secondsOf(one) >= since).toSorted((a, b) => a.id - b.id); // prettier-ignore
    const page = rest.slice(0, size);
    const next = coded(String(page.at(-1)?.id ?? after));
    const more = rest.length > size;
    return ok({ [kind]: page, meta: { has_more: more, after_cursor: next, before_cursor: null }, links: { next: more ? `${base}/api/v2/${kind}?page[after]=${next}` : null, prev: null } }); // prettier-ignore
  };

  return {
    name: 'zendesk',
    refuse: (request) =>
      tokenOf(request, 'Basic') === basic || tokenOf(request) === credentials.token ? null : { status: 401, body: { error: "Couldn't authenticate you" } }, // prettier-ignore
    tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: { error: 'APIRateLimitExceeded', description: 'Number of allowed API requests per minute exceeded' } }), // prettier-ignore
    handle(request) {
      const path = request.path.replace(/\.json$/, '');
      const [, way, kind = ''] = /^\/api\/v2\/(incremental\/)?([a-z_]+)(?:\/cursor)?$/.exec(path) ?? [];
      const reply = replyTo(path, way === undefined ? kind : `incremental/${kind}`, request);
      return { ...reply, headers: { 'x-rate-limit': String(LIMIT), 'x-rate-limit-remaining': String(LIMIT - 1), 'ratelimit-limit': String(LIMIT), 'ratelimit-remaining': String(LIMIT - 1), 'ratelimit-reset': '60' } }; // prettier-ignore
    },
  };

  function replyTo(path: string, kind: string, request: VendorRequest): VendorReply {
    if (kind === 'incremental/tickets' && path.endsWith('/cursor')) return byCursor('tickets', request);
    if (kind === 'incremental/users' && path.endsWith('/cursor')) return byCursor('users', request);
    if (kind === 'incremental/organizations') return byTime('organizations', request);
    if (['organizations', 'groups', 'satisfaction_ratings', 'users', 'tickets'].includes(kind)) return listed(kind, request);
    if (kind === 'ticket_fields') return ok({ ticket_fields: TICKET_FIELDS.map(([id, type, title]) => ({ id, type, title, raw_title: title, active: true, removable: true, custom_field_options: [] })), next_page: null, previous_page: null, count: TICKET_FIELDS.length }); // prettier-ignore
    return { status: 404, body: { error: 'InvalidEndpoint', description: 'Not found' } };
  }
}

const secondsOf = (one: Listed): number => unix(new Date(one.updated_at));
const asLiving = (kind: string) => (one: { data: object; updated: Date }): Listed => ({ ...(one.data as Listed), updated_at: stamp(one.updated), ...(kind === 'tickets' ? { generated_timestamp: unix(one.updated) } : {}) }); // prettier-ignore
/** A record as exports show it: what was deleted is marked in the way of its kind. */
const asShown =
  (kind: string) =>
  (one: Kept): Listed => {
    const marks = { tickets: { status: 'deleted' }, users: { active: false }, organizations: { deleted_at: one.deleted && stamp(one.deleted) } }[kind]; // prettier-ignore
    return { ...asLiving(kind)(one), ...(one.deleted === null ? {} : marks) };
  };

function besideTickets(page: readonly Listed[], tickets: ReadonlyMap<number, Ticket>, include: readonly string[]): object {
  const slas = (one: Listed): object => {
    const ticket = tickets.get(one.id);
    return ticket === undefined ? one : { ...one, slas: slasOf(ticket) };
  };
  const measured = page.flatMap(({ id }) => tickets.get(id) ?? []);
  return { tickets: include.includes('slas') ? page.map(slas) : page, ...(include.includes('metric_sets') ? { metric_sets: measured.map(metricSetOf) } : {}) }; // prettier-ignore
}

function slasOf(one: Ticket): object {
  const [reply, solve] = SLA[one.priority ?? 'normal'];
  const metric = (name: string, minutes: number, done: boolean): object => ({
    metric: name, stage: done ? 'achieved' : 'active', breach_at: stamp(later(one.created, minutes)),
  }); // prettier-ignore
  return { policy_metrics: [metric('first_reply_time', reply, one.replyMinutes !== null), metric('requester_wait_time', solve, one.solved !== null)] }; // prettier-ignore
}
