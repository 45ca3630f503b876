import { addDays, addMonths, daysBetween, isoDay, monthsUpTo } from './calendar.ts';
import { type Random, randomOf } from './random.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** What the company runs, and the availability it promises, 0…1. */
export const SERVICES = [
  { slug: 'api', name: 'Public API', target: 0.999, trouble: 0.05 },
  { slug: 'dashboard', name: 'Dashboard', target: 0.995, trouble: 0.035 },
  { slug: 'ingestion', name: 'Event ingestion', target: 0.999, trouble: 0.04 },
  { slug: 'exports', name: 'Exports', target: 0.99, trouble: 0.03 },
] as const;

const CAUSES = ['Elevated error rate', 'High latency', 'Queue backlog', 'Failed deployment', 'Database failover', 'Certificate expired'] as const; // prettier-ignore

/** A time in which a service did not work as it should. */
export interface Incident {
  index: number;
  service: number;
  severity: 'SEV-1' | 'SEV-2' | 'SEV-3' | 'SEV-4';
  title: string;
  start: Date;
  end: Date;
  /** Minutes in which nobody could use it. */
  minutesDown: number;
}

/** Incidents that began on a day; each day has its own, whenever it is asked about. */
export function incidentsOn(seed: string, day: Date): Incident[] {
  return SERVICES.flatMap(({ name, trouble }, service) => {
    const random = randomOf(`${seed}:incident:${isoDay(day)}:${service}`);
    return random.chance(trouble) ? [incidentOf(service, name, day, random)] : [];
  });
}

function incidentOf(service: number, name: string, day: Date, random: Random): Incident {
  const severity = random.weighted([['SEV-1', 8], ['SEV-2', 22], ['SEV-3', 42], ['SEV-4', 28]] as const); // prettier-ignore
  const minutes = { 'SEV-1': random.int(25, 190), 'SEV-2': random.int(15, 150), 'SEV-3': random.int(10, 240), 'SEV-4': random.int(5, 300) }[severity]; // prettier-ignore
  const start = new Date(day.getTime() + random.int(0, DAY_MINUTES - 320) * MINUTE_MS);
  return {
    // Days since 2000: what began later has the larger number.
    index: daysBetween(new Date(Date.UTC(2000, 0, 1)), day) * SERVICES.length + service,
    service, severity, title: `${random.pick(CAUSES)}: ${name}`, start, end: new Date(start.getTime() + minutes * MINUTE_MS),
    minutesDown: severity === 'SEV-1' ? minutes : severity === 'SEV-2' ? Math.round(minutes * 0.4) : 0,
  }; // prettier-ignore
}

/** Incidents of the months the company's records are about, oldest first. */
export function incidentsOf(seed: string, today: Date): Incident[] {
  const begin = monthsUpTo(today)[0] ?? today;
  return Array.from({ length: daysBetween(begin, today) }, (_, n) => incidentsOn(seed, addDays(begin, n))).flat();
}

/** Share of a time in which a service could be used, 0…1. */
export function availability(incidents: readonly Incident[], service: number, from: Date, to: Date): number {
  const minutes = (to.getTime() - from.getTime()) / MINUTE_MS;
  const down = incidents.filter((one) => one.service === service && one.start >= from && one.start < to);
  return minutes <= 0 ? 1 : 1 - down.reduce((sum, one) => sum + one.minutesDown, 0) / minutes;
}

/** Availability of each service and month, the running one up to a day. */
export function uptimeOf(incidents: readonly Incident[], today: Date): { service: number; month: Date; availability: number }[] {
  return monthsUpTo(today).flatMap((month) => {
    const end = addMonths(month, 1);
    return SERVICES.map((_, service) => ({ service, month, availability: availability(incidents, service, month, end < today ? end : today) })); // prettier-ignore
  });
}
