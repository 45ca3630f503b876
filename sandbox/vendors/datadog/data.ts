import { addDays, dayOf, unix } from '../../company/calendar.ts';
import type { Company } from '../../company/company.ts';
import { randomOf } from '../../company/random.ts';
import { type Incident, SERVICES } from '../../company/services.ts';
import { nameBasedId } from '../name-based-id.ts';
import type { Derived, Tables } from '../records.ts';

const OPENED = new Date(Date.UTC(2024, 0, 8));
const CHECKS = ['Error rate', 'p95 latency', 'Saturation', 'Heartbeat'] as const;
/** A monitor more in so many days, and one less. */
const NEW_EVERY_DAYS = 9;
const GONE_EVERY_DAYS = 23;
const HOUR_MS = 3_600_000;

/** What is used: product family, kind of usage, how much an hour, growth a year. */
export const PRODUCTS = [['infra_hosts', 'host_count', 84, 0.3], ['infra_hosts', 'container_count', 610, 0.4], ['indexed_logs', 'logs_indexed_events_count', 1_450_000, 0.25], ['timeseries', 'num_custom_timeseries', 38_000, 0.2], ['rum', 'session_count', 920, 0.35]] as const; // prettier-ignore

export const sloId = (service: number): string => nameBasedId(`slo ${service}`).replaceAll('-', '').slice(0, 32);

/** How much of a kind was used in an hour: the same whenever it is asked for. */
export function usedIn(seed: string, kind: number, hour: Date): number {
  const [, type = '', amount = 0, growth = 0] = PRODUCTS[kind] ?? [];
  const years = (hour.getTime() - OPENED.getTime()) / (365 * 24 * HOUR_MS);
  const daily = 1 + 0.25 * Math.sin(((hour.getUTCHours() - 7) / 24) * 2 * Math.PI);
  const noise = 1 + randomOf(`${seed}:${type}:${hour.toISOString()}`).normal(0, 0.03);
  return Math.max(0, Math.round(amount * (1 + growth * years) * daily * noise));
}

/** The company as its monitoring holds it. */
export function datadogTables(company: Company): Tables {
  return { incidents: company.incidents.map(incident), monitors: monitors(company), slos: SERVICES.map((_, service) => slo(service)) };
}

const kept = (id: string, created: Date, updated: Date, data: Readonly<Record<string, unknown>>): Derived => ({
  id,
  created,
  updated,
  data,
});

function incident(one: Incident): Derived {
  const impact = one.minutesDown > 0;
  const { slug } = SERVICES[one.service] ?? { slug: '' };
  const text = (value: string | string[], type: string): object => ({ type, value });
  return kept(nameBasedId(`incident ${one.index}`), one.start, one.end, {
    public_id: one.index, title: one.title, detected: one.start.toISOString(), created: one.start.toISOString(), modified: one.end.toISOString(), resolved: one.end.toISOString(), state: 'resolved', severity: one.severity, visibility: 'organization',
    customer_impacted: impact, customer_impact_scope: impact ? `Users of ${slug}` : null, customer_impact_start: impact ? one.start.toISOString() : null, customer_impact_end: impact ? one.end.toISOString() : null, customer_impact_duration: one.minutesDown * 60,
    time_to_detect: 0, time_to_internal_response: 300, time_to_repair: (one.end.getTime() - one.start.getTime()) / 1_000, time_to_resolve: (one.end.getTime() - one.start.getTime()) / 1_000, archived: null, case_id: null, is_test: false,
    fields: { severity: text(one.severity, 'dropdown'), state: text('resolved', 'dropdown'), detection_method: text('monitor', 'dropdown'), services: text([slug], 'autocomplete'), root_cause: text('', 'textbox') },
  }); // prettier-ignore
}

function monitors({ today, incidents }: Company): Derived[] {
  const days = Math.floor((today.getTime() - OPENED.getTime()) / 86_400_000);
  const [gone, made] = [Math.floor(days / GONE_EVERY_DAYS), SERVICES.length * CHECKS.length + Math.floor(days / NEW_EVERY_DAYS)];
  const alerting = new Set(
    incidents.flatMap(({ end, service }) => (dayOf(end).getTime() >= addDays(today, -2).getTime() ? [service] : [])),
  );
  return Array.from({ length: made - gone }, (_, n) => {
    const number = gone + n;
    const service = number % SERVICES.length;
    const check = CHECKS[Math.floor(number / SERVICES.length) % CHECKS.length] ?? 'Error rate';
    const { slug, name } = SERVICES[service] ?? { slug: '', name: '' };
    const state = alerting.has(service) && check === 'Error rate' ? 'Alert' : number % 29 === 28 ? 'No Data' : 'OK';
    const at = addDays(OPENED, number < SERVICES.length * CHECKS.length ? 0 : (number - SERVICES.length * CHECKS.length) * NEW_EVERY_DAYS);
    return kept(String(140_000 + number), at, at, {
      name: `${name}: ${check}`, type: 'query alert', query: `avg(last_5m):avg:halyard.${slug}.requests{*} > 1`, message: '@slack-oncall', tags: [`service:${slug}`], overall_state: state, priority: (number % 4) + 1, multi: false, restricted_roles: null, deleted: null,
      options: { thresholds: { critical: 1 }, notify_no_data: false }, creator: { name: 'Operations', email: 'ops@halyard.example' },
    });
  }); // prettier-ignore
}

function slo(service: number): Derived {
  const { name = '', slug = '', target = 0.99 } = SERVICES[service] ?? {};
  return kept(sloId(service), OPENED, OPENED, {
    name: `${name} availability`, description: null, type: 'metric', type_id: 1, tags: [`service:${slug}`], monitor_tags: [], groups: [], timeframe: '30d', target_threshold: target * 100, warning_threshold: null,
    thresholds: [{ timeframe: '30d', target: target * 100, target_display: String(target * 100) }], query: { numerator: `sum:halyard.${slug}.good{*}.as_count()`, denominator: `sum:halyard.${slug}.all{*}.as_count()` },
    creator: { name: 'Operations', email: 'ops@halyard.example' }, created_at: unix(OPENED), modified_at: unix(OPENED),
  }); // prettier-ignore
}
