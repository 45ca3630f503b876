import { type Account, type Person, accountsOf, peopleOf } from './accounts.ts';
import { dayOf } from './calendar.ts';
import { type CostLine, type Vendor, costsOf, vendorsOf } from './costs.ts';
import { type HealthMonth, healthOf } from './health.ts';
import { type Invoice, invoicesOf } from './invoices.ts';
import { type Opportunity, opportunitiesOf } from './opportunities.ts';
import { type Subscription, subscriptionsOf } from './subscriptions.ts';
import { type Ticket, ticketsOf } from './tickets.ts';
import { type UsageMonth, usageOf } from './usage.ts';

/** The seed of the company that everybody sees. */
export const SEED = 'halyard';

/** Halyard Cloud, a company that does not exist: two years of everything its systems would hold, up to a day. */
export interface Company {
  seed: string;
  /** Midnight of the last day. */
  today: Date;
  people: Person[];
  accounts: Account[];
  opportunities: Opportunity[];
  subscriptions: Subscription[];
  invoices: Invoice[];
  tickets: Ticket[];
  usage: UsageMonth[];
  health: HealthMonth[];
  vendors: Vendor[];
  costs: CostLine[];
}

/** The company as of a day: the same seed and day give the same company, to the cent. */
export function companyAsOf(at: Date, seed = SEED): Company {
  const today = dayOf(at);
  const people = peopleOf(seed, today);
  const accounts = accountsOf(seed, today, people);
  const subscriptions = subscriptionsOf(seed, today, accounts);
  const invoices = invoicesOf(seed, today, subscriptions, accounts);
  const tickets = ticketsOf(seed, today, accounts, subscriptions);
  const usage = usageOf(seed, today, accounts, subscriptions);
  const health = healthOf(seed, today, { accounts, subscriptions, invoices, tickets, usage });
  const opportunities = opportunitiesOf(seed, today, accounts);
  return {
    seed,
    today,
    people,
    accounts,
    opportunities,
    subscriptions,
    invoices,
    tickets,
    usage,
    health,
    vendors: vendorsOf(),
    costs: costsOf(seed, today),
  };
}
