import { addDays, isoDay } from '../calendar.ts';
import type { Company } from '../company.ts';
import { randomOf } from '../random.ts';
import { incidentsOn } from '../services.ts';
import { growAccounts } from './accounts.ts';
import { growBilling } from './billing.ts';
import { growContacts } from './contacts.ts';
import { growCosts } from './costs.ts';
import { growDeals } from './deals.ts';
import { growTickets } from './tickets.ts';
import { growUsage } from './usage.ts';

/** What one part of a company becomes on a day. */
export type Grown = Partial<Company>;

/** The company a day later. What changes is new in it; what does not is the same as before. */
export function nextDay(before: Company): Company {
  const today = addDays(before.today, 1);
  const company = { ...before, today };
  // Chance is told apart by day and part, so that a part that comes to draw more often leaves the others as they are.
  const random = (part: string): ReturnType<typeof randomOf> => randomOf(`${before.seed}:${isoDay(today)}:${part}`);
  Object.assign(company, growAccounts(company, random('accounts')));
  Object.assign(company, growContacts(company, random('contacts')));
  Object.assign(company, growDeals(company, random('deals')));
  Object.assign(company, growBilling(company, before, random('billing')));
  Object.assign(company, growTickets(company, random('tickets')));
  Object.assign(company, growUsage(company, random('usage')));
  Object.assign(company, growCosts(company, random('costs')));
  return { ...company, incidents: [...company.incidents, ...incidentsOn(company.seed, before.today)] };
}
