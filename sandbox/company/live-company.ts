import type { Company } from './company.ts';
import { nextDay } from './growth/next-day.ts';

/** Days a company can be made to grow by at once. */
const MAX_DAYS = 400;

/** A company whose days go by when they are told to: what was stays as it was, but for what changes on the days that are new. */
export interface LiveCompany {
  /** As it is now. */
  readonly now: Company;
  /** Lets days go by, one after the other. @throws RangeError for none, or more than 400 */
  advance(days: number): Company;
  /** Called for each day that goes by. */
  onDay(see: (before: Company, after: Company) => void): void;
}

/** Begins with a company as it is; five days at once come out as one day five times. */
export function liveCompany(begin: Company): LiveCompany {
  const watching: ((before: Company, after: Company) => void)[] = [];
  let now = begin;
  return {
    get now() {
      return now;
    },
    advance(days) {
      if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) throw new RangeError(`days are 1 to ${MAX_DAYS}`);
      for (let n = 0; n < days; n++) {
        const before = now;
        now = nextDay(before);
        for (const see of watching) see(before, now);
      }
      return now;
    },
    onDay: (see) => void watching.push(see),
  };
}
