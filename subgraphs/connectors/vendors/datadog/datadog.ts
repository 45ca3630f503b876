import { z } from 'zod';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import { type AuthCall, headerAuth, secretValues } from '../../kit/auth/auth.ts';
import { chosenObjects } from '../chosen-objects.ts';
import { vendorErrors } from '../http/vendor.errors.ts';
import { type JsonRecord, valueAt } from '../records/read-value.ts';
import type { Vendor, VendorPage, VendorSession } from '../vendor.ts';
import { hourlyUsage } from './usage.ts';
import { slos, sloHistory } from './slos.ts';
import { DATADOG_TABLES } from './tables.ts';

const PAGE = 100;
const record = z.record(z.string(), z.unknown());
const incidentsReply = z.object({ data: z.array(record), meta: z.object({ pagination: z.object({ next_offset: z.int().nullish() }).nullish() }).nullish() }); // prettier-ignore
const monitorsReply = z.array(z.looseObject({ id: z.number() }));

/**
 * Datadog: usage by product and hour, objectives with what each month came to, incidents and monitors. Source: API reference, "Usage Metering",
 * "Service Level Objectives", "Incidents", "Monitors".
 */
export const datadog: Vendor = {
  auth: (call) => headerAuth(() => keysOf(call))(call),
  async tables(session) {
    await assertKeys(session);
    const chosen = chosenObjects(session.settings);
    return DATADOG_TABLES.filter(({ path }) => chosen === null || chosen.has(path));
  },
  read(session, { path }, { from, since }) {
    const now = new Date();
    if (path === 'slos') return slos(session, from);
    if (path === 'slo_history') return sloHistory(session, from, now);
    if (path === 'incidents') return incidents(session, from);
    return path === 'monitors' ? monitors(session, from) : hourlyUsage(session, from, since === null ? null : z.string().parse(since), now);
  },
};

/** Two keys: by name, or written as `API key:application key`. */
function keysOf({ secret }: Pick<AuthCall, 'secret'>): Record<string, string> {
  const { api_key: api, application_key: application, secret: text = '' } = secretValues(secret);
  const [first = '', second = ''] = text.split(':');
  return { 'dd-api-key': api ?? first, 'dd-application-key': application ?? second };
}

/** A wrong key is told as forbidden, as a missing right is: which of both it is shows where every valid key may ask. */
async function assertKeys({ http, signal }: VendorSession): Promise<void> {
  try {
    await http.json({ path: '/api/v1/validate' }, z.object({ valid: z.boolean() }), signal);
  } catch (error) {
    throw error instanceof DomainError && error.code === 'VENDOR_FORBIDDEN' ? vendorErrors.VENDOR_SECRET_REFUSED({ host: http.host }, { cause: error }) : error; // prettier-ignore
  }
}

async function* incidents({ http, signal }: VendorSession, from: unknown): AsyncGenerator<VendorPage> {
  for (let offset = from === null ? 0 : z.int().parse(from); ;) {
    const { data } = await http.json({ path: '/api/v2/incidents', query: { 'page[size]': PAGE, 'page[offset]': offset } }, incidentsReply, signal); // prettier-ignore
    const last = data.length < PAGE;
    offset += data.length;
    yield { records: data.map(incidentOf), cursor: offset, watermark: null, last };
    if (last) return;
  }
}

/** An incident with what customers fill in: severity, state and services are fields of their own kind. */
function incidentOf(one: JsonRecord): JsonRecord {
  const own = (name: string): unknown => valueAt(one, ['attributes', 'fields', name, 'value']) ?? valueAt(one, ['attributes', name]);
  const services = own('services');
  const minutes = (name: string): number | null | undefined => {
    const seconds = valueAt(one, ['attributes', name]);
    return typeof seconds === 'number' ? Math.round((seconds / 60) * 100) / 100 : seconds === undefined ? undefined : null;
  };
  const told = {
    severity: own('severity'), state: own('state'), service: Array.isArray(services) ? services[0] : services,
    customer_impact_minutes: minutes('customer_impact_duration'), time_to_resolve_minutes: minutes('time_to_resolve'),
  }; // prettier-ignore
  // What is nowhere stays away: that it is gone has to be seen.
  return { ...one, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) };
}

/** Monitors behind the last id seen, so that none is skipped when one is deleted meanwhile. */
async function* monitors({ http, signal }: VendorSession, from: unknown): AsyncGenerator<VendorPage> {
  for (let after = from === null ? 0 : z.int().parse(from); ;) {
    const query = { id_offset: after, page_size: PAGE };
    const page = await http.json({ path: '/api/v1/monitor', query }, monitorsReply, signal);
    const last = page.length < PAGE;
    after = page.at(-1)?.id ?? after;
    yield { records: page, cursor: after, watermark: null, last };
    if (last) return;
  }
}
