import type { Account } from './accounts.ts';
import { addDays } from './calendar.ts';
import { personName } from './names.ts';
import { randomOf } from './random.ts';

/** Contacts of one account, at most. */
const MOST = 3;
const TITLES = ['Head of Operations', 'IT Manager', 'Chief Financial Officer', 'Product Manager', 'Data Engineer', 'Procurement Lead'] as const; // prettier-ignore

/** Somebody at an account, as sales and marketing know them. */
export interface Contact {
  /** Ten times the account's, and which of its contacts. */
  index: number;
  account: number;
  first: string;
  last: string;
  email: string | null;
  phone: string | null;
  title: string;
  since: Date;
  /** Whether newsletters may be sent. */
  subscribed: boolean;
}

/** Those who are known at accounts; what an account's are depends on nothing but the account. */
export function contactsOf(seed: string, accounts: readonly Account[]): Contact[] {
  return accounts.flatMap((account) => {
    const random = randomOf(`${seed}:contacts:${account.index}`);
    const count = account.kind === 'REAL' ? random.int(1, MOST) : 0;
    return Array.from({ length: count }, (_, n): Contact => {
      const { first, last } = personName(random);
      const known = !random.chance(0.06);
      return {
        index: account.index * 10 + n, account: account.index, first, last,
        email: known ? `${first}.${last}@${account.name.domain}`.toLowerCase() : null,
        phone: random.chance(0.4) ? null : `+1 555 ${String(2_000_000 + account.index * 1_009 + n * 37).slice(0, 7)}`,
        title: random.pick(TITLES), since: addDays(account.since, random.int(0, 3)), subscribed: random.chance(0.7),
      }; // prettier-ignore
    });
  });
}
