import type { Company } from '../../company/company.ts';
import type { Opportunity } from '../../company/opportunities.ts';
import { PLANS, type Plan } from '../../company/subscriptions.ts';
import { nameAt } from '../from-name.ts';
import type { Derived, Tables } from '../records.ts';

const OPENED = new Date(Date.UTC(2020, 0, 6));
const FIRST = { companies: 9_000_000, contacts: 51_000_000, deals: 7_000_000, tickets: 3_000_000, products: 1_000, line_items: 5_000_000, owners: 77_000 } as const; // prettier-ignore
/** One ticket of so many came in through marketing. */
const TICKETS_EVERY = 16;
const STAGE_OF: Readonly<Record<string, string>> = { Prospecting: 'appointmentscheduled', Qualification: 'qualifiedtobuy', Proposal: 'contractsent', Negotiation: 'contractsent', 'Closed Won': 'closedwon', 'Closed Lost': 'closedlost' }; // prettier-ignore
const day = (at: Date): string => at.toISOString();

export const hubspotId = (object: keyof typeof FIRST, index: number): string => String(FIRST[object] + index);

/** Which records a record belongs to: object and id. Kept beside its properties. */
export type Associations = Readonly<Record<string, readonly string[]>>;

function record(object: keyof typeof FIRST, index: number, at: { created: Date; updated?: Date }, properties: Readonly<Record<string, string | number | boolean | null>>, associations: Associations = {}): Derived {
  const id = hubspotId(object, index);
  const texts = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value === null ? null : String(value)]));
  return { id, created: at.created, updated: at.updated ?? at.created, data: { properties: { ...texts, createdate: day(at.created), hs_object_id: id }, associations } };
} // prettier-ignore

/** The company as its marketing holds it: those it writes to, where they work, and the new business that came of it. */
export function hubspotTables(company: Company): Tables {
  const { accounts, subscriptions, contacts, seed, people, tickets } = company;
  const served = new Set(subscriptions.filter(({ end }) => end === null).map(({ account }) => account));
  const stage = (account: number): string => (served.has(account) ? 'customer' : 'lead');
  const owner = (account: number): string => hubspotId('owners', accounts[account]?.owner ?? 0);
  const deals = company.opportunities.filter(({ type, test }) => type === 'New Business' && !test);
  return {
    companies: accounts.filter(({ kind }) => kind === 'REAL').map((one) =>
      record('companies', one.index, { created: one.since }, {
        name: nameAt(`${seed}:marketing`, one.index % 3 === 0 ? 'SUPPORT' : 'BILLING', one.index, one.name), domain: one.name.domain, industry: one.industry?.toUpperCase() ?? null, city: one.city, country: one.country,
        numberofemployees: one.employees, lifecyclestage: stage(one.index), hubspot_owner_id: owner(one.index), health_segment: one.segment,
      })), // prettier-ignore
    contacts: contacts.map((one) =>
      record('contacts', one.index, { created: one.since }, {
        firstname: one.first, lastname: one.last, email: one.email, phone: one.phone, jobtitle: one.title, lifecyclestage: stage(one.account), associatedcompanyid: hubspotId('companies', one.account),
        hs_email_optout: !one.subscribed, hubspot_owner_id: owner(one.account),
      }, { companies: [hubspotId('companies', one.account)] })), // prettier-ignore
    deals: deals.map((one) => dealOf(one, company)),
    tickets: tickets.filter(({ index }) => index % TICKETS_EVERY === 0).map((one) =>
      record('tickets', one.index, { created: one.created, updated: one.updated }, { subject: one.subject, hs_pipeline_stage: one.solved === null ? '1' : '4', hs_ticket_priority: one.priority === 'low' ? 'LOW' : one.priority === 'normal' ? 'MEDIUM' : 'HIGH', closed_date: one.solved && day(one.solved) }, one.account === null ? {} : { companies: [hubspotId('companies', one.account)] })), // prettier-ignore
    products: Object.entries(PLANS).map(([plan, cents], n) => record('products', n, { created: new Date(OPENED.getTime() + n * 86_400_000) }, { name: `Halyard ${plan}`, price: cents / 100, hs_sku: `HY-${plan.toUpperCase()}` })), // prettier-ignore
    line_items: deals.filter(({ amount, index }) => amount !== null && index % 3 === 0).map(lineItem),
    owners: people.map((one) => ({ id: hubspotId('owners', one.index), created: one.since, updated: one.since, data: { email: one.email, firstName: one.first, lastName: one.last, userId: 400 + one.index, type: 'PERSON', teams: [], archived: !one.active } })), // prettier-ignore
  };
}

function dealOf(one: Opportunity, { accounts }: Company): Derived {
  const updated = one.lastActivity > one.created ? one.lastActivity : one.created;
  return record('deals', one.index, { created: one.created, updated }, {
    dealname: `${accounts[one.account]?.name.stem ?? ''} – ${one.type}`, dealstage: STAGE_OF[one.stage] ?? null, pipeline: 'default', amount: one.amount, closedate: day(one.close), hs_deal_stage_probability: one.probability,
    dealtype: 'newbusiness', hubspot_owner_id: hubspotId('owners', one.owner),
  }, { companies: [hubspotId('companies', one.account)], contacts: [hubspotId('contacts', one.account * 10)] }); // prettier-ignore
}

function lineItem({ index, amount, created }: Opportunity): Derived {
  const plan = index % 4;
  const price = PLANS[Object.keys(PLANS)[plan] as Plan] / 100;
  return record('line_items', index, { created }, { name: `Halyard ${Object.keys(PLANS)[plan] ?? ''}`, quantity: 1, price, amount, hs_product_id: hubspotId('products', plan) }, { deals: [hubspotId('deals', index)] }); // prettier-ignore
}
