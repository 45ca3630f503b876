/** When somebody was last seen here, and when before that: two visits are apart when nobody was here for a while. */
export interface Visits {
  /** ISO 8601. */
  last: string;
  before: string | null;
}

const APART_MS = 30 * 60_000;
const key = (userId: string, tenantId: string) => `autonomos.visits.${userId}.${tenantId}`;

/** The visits after somebody has been seen at `now`. Pure. */
export function seenAt(visits: Visits | null, now: Date): Visits {
  if (visits === null) return { last: now.toISOString(), before: null };
  const apart = now.getTime() - Date.parse(visits.last) > APART_MS;
  return { last: now.toISOString(), before: apart ? visits.last : visits.before };
}

/** The visits that this browser knows of; null when there were none. */
export function readVisits(userId: string, tenantId: string): Visits | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key(userId, tenantId)) ?? 'null');
    if (typeof found !== 'object' || found === null) return null;
    const { last, before = null } = found as Partial<Visits>;
    if (typeof last !== 'string' || Number.isNaN(Date.parse(last))) return null;
    return { last, before: typeof before === 'string' && !Number.isNaN(Date.parse(before)) ? before : null };
  } catch {
    return null;
  }
}

/** Notes that somebody is here. */
export function noteVisit(userId: string, tenantId: string, now: Date): void {
  try {
    localStorage.setItem(key(userId, tenantId), JSON.stringify(seenAt(readVisits(userId, tenantId), now)));
  } catch {
    // Without storage every visit is the first.
  }
}
