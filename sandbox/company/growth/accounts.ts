import { ACCOUNTS, type Account } from '../accounts.ts';
import type { Company } from '../company.ts';
import { companyNames } from '../names.ts';
import { type Random, randomOf } from '../random.ts';
import type { Grown } from './next-day.ts';

/** Now and then an account is won, another grows or gets a new owner, and one that was entered twice is merged away. */
export function growAccounts(company: Company, random: Random): Grown {
  const { seed, today } = company;
  const accounts = [...company.accounts];
  const grown = accounts.filter(({ index, kind }) => kind === 'REAL' && index >= ACCOUNTS).length;
  if (random.chance(0.5)) {
    const name = companyNames(ACCOUNTS + grown + 1, randomOf(`${seed}:accounts`))[ACCOUNTS + grown];
    const like = accounts[random.int(0, ACCOUNTS - 1)] as Account;
    if (name !== undefined) accounts.push({ ...like, index: accounts.length, name, since: today, mood: random.normal(0.15, 0.3), owner: random.int(3, 15) }); // prettier-ignore
  }
  const at = random.int(0, ACCOUNTS - 1);
  const one = accounts[at] as Account;
  accounts[at] = random.chance(0.6) ? { ...one, employees: one.employees + random.int(1, 12) } : { ...one, owner: random.int(3, 15) };
  const merged = accounts.filter(({ index, kind }) => kind === 'DUPLICATE' && !company.removed.some((gone) => gone.kind === 'account' && gone.index === index)); // prettier-ignore
  const gone = merged.length > 0 && random.chance(0.08) ? [{ kind: 'account' as const, index: random.pick(merged).index, at: today }] : [];
  return { accounts, removed: [...company.removed, ...gone] };
}
