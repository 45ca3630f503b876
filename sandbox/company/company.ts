import { type Account, type Person, accountsOf, peopleOf } from './accounts.ts';
import { dayOf } from './calendar.ts';
import { type Contact, contactsOf } from './contacts.ts';
import { type CostLine, type Vendor, costsOf, vendorsOf } from './costs.ts';
import { type HealthMonth, healthOf } from './health.ts';
import { type Invoice, invoicesOf } from './invoices.ts';
import { type Opportunity, opportunitiesOf } from './opportunities.ts';
import { type Incident, incidentsOf } from './services.ts';
import { type Subscription, subscriptionsOf } from './subscriptions.ts';
import { type Ticket, ticketsOf } from './tickets.ts';
import { type UsageMonth, usageOf } from './usage.ts';

/** The seed of the company that everybody sees. */
export const SEED = 'halyard';

/** A record that was there and has been deleted, or merged into another. */
export interface Removed {
  kind: 'account' | 'contact' | 'opportunity' | 'ticket' | 'cost';
  index: number;
  at: Date;
}

/** Halyard Cloud, a company that does not exist: two years of everything its systems would hold, up to a day. */
export interface Company {
  seed: string;
  /** Midnight of the last day. */
  today: Date;
  /** The last day of the company as it was made; what came after it came a day at a time. */
  begun: Date;
  contacts: Contact[];
  incidents: Incident[];
  /** What is gone since, oldest first. Accounts stay in their list, which others name by position. */
  removed: Removed[];
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
    begun: today,
    contacts: contactsOf(seed, accounts),
    incidents: incidentsOf(seed, today),
    removed: [],
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
