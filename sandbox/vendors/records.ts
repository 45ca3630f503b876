import { createHash } from 'node:crypto';
import type { Company } from '../company/company.ts';
import type { LiveCompany } from '../company/live-company.ts';

const DAY_MS = 86_400_000;

/** One record as a vendor holds it, by what the company is now. */
export interface Derived {
  id: string;
  created: Date;
  /** When it last changed as the company was made; changes of later days are seen by comparing. */
  updated: Date;
  data: Readonly<Record<string, unknown>>;
}

export interface Kept extends Derived {
  /** Null while it is there. */
  deleted: Date | null;
}

export type Tables = Readonly<Record<string, readonly Derived[]>>;

export interface Change {
  at: Date;
  table: string;
  what: 'created' | 'updated' | 'deleted';
  record: Derived;
}

/** A vendor's records: what is there, what was deleted, and every change since the company was made, oldest first. */
export interface VendorRecords {
  /** Grows with every day that goes by. */
  readonly version: number;
  /** Of a table, those there are. */
  all(table: string): readonly Derived[];
  /** Of a table, those that were deleted too. */
  ever(table: string): readonly Kept[];
  readonly changes: readonly Change[];
}

/** A company that stands still. */
export const asLive = (company: Company | LiveCompany): LiveCompany => ('now' in company ? company : { now: company, advance: () => company, onDay: () => undefined }); // prettier-ignore

/**
 * Keeps a vendor's records of a company that grows: after each day they are derived anew and compared with those before, so that a record has changed
 * exactly when something in it has, each at a moment of that day that is its own.
 */
export function vendorRecords(live: LiveCompany, derive: (company: Company) => Tables): VendorRecords {
  let tables = new Map<string, Map<string, Kept>>();
  let shown = new Map<string, readonly Derived[]>();
  let version = 0;
  const changes: Change[] = [];
  // Nobody asked yet: it costs nothing until somebody does.
  const load = (company = live.now): Map<string, Map<string, Kept>> => {
    if (tables.size === 0) tables = new Map(Object.entries(derive(company)).map(([table, list]) => [table, new Map(list.map((one) => [one.id, asOf(company.today, one)]))])); // prettier-ignore
    return tables;
  };
  live.onDay((before, after) => {
    const known = load(before);
    const today: Change[] = [];
    for (const [table, list] of Object.entries(derive(after))) compare(table, list, known.get(table) ?? new Map<string, Kept>(), before.today, today); // prettier-ignore
    changes.push(...today.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.record.id < b.record.id ? -1 : 1)));
    shown = new Map();
    version += 1;
  });
  return {
    get version() {
      return version;
    },
    get changes() {
      load();
      return changes;
    },
    all(table) {
      const known = shown.get(table) ?? [...(load().get(table)?.values() ?? [])].filter(({ deleted }) => deleted === null);
      shown.set(table, known);
      return known;
    },
    ever: (table) => [...(load().get(table)?.values() ?? [])],
  };
}

/** A record as the first day has it: nothing has changed later than that, or what the days after it bring would seem old. */
const asOf = (today: Date, one: Derived): Kept => ({ ...one, created: one.created > today ? today : one.created, updated: one.updated > today ? today : one.updated, deleted: null }); // prettier-ignore

function compare(table: string, list: readonly Derived[], known: Map<string, Kept>, day: Date, changes: Change[]): void {
  const there = new Set<string>();
  for (const one of list) {
    there.add(one.id);
    const before = known.get(one.id);
    if (before !== undefined && JSON.stringify(before.data) === JSON.stringify(one.data)) continue;
    const at = momentOn(day, table, one.id);
    const what = before === undefined ? 'created' : 'updated';
    const now = { ...one, created: before?.created ?? (one.created > day ? one.created : at), updated: at };
    known.set(one.id, { ...now, deleted: null });
    changes.push({ at, table, what, record: now });
  }
  for (const [id, one] of known) {
    if (there.has(id) || one.deleted !== null) continue;
    const at = momentOn(day, table, id);
    known.set(id, { ...one, updated: at, deleted: at });
    changes.push({ at, table, what: 'deleted', record: one });
  }
}

/** A whole second of the day after `day` that a record of a table always has. */
function momentOn(day: Date, table: string, id: string): Date {
  const share = createHash('sha256').update(`${table}:${id}`).digest().readUInt32BE(0) / 2 ** 32;
  return new Date(day.getTime() + 1_000 + Math.floor((share * (DAY_MS - 2_000)) / 1_000) * 1_000);
}
