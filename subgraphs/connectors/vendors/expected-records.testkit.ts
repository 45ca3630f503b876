import type { Company } from '../../../sandbox/company/company.ts';
import { SERVICES } from '../../../sandbox/company/services.ts';
import { datadogTables } from '../../../sandbox/vendors/datadog/data.ts';
import { paymentsOf } from '../../../sandbox/vendors/stripe/payments.ts';
import type { VendorKind } from './vendors.ts';

const monitorsOf = (company: Company): number => datadogTables(company)['monitors']?.length ?? 0;

/** How many records of each table a company is for each vendor. */
export const EXPECTED: Record<VendorKind, (c: Company) => Record<string, number>> = {
  SALESFORCE: (c) => ({ Account: c.accounts.length, Contact: c.contacts.length, OpportunityLineItem: c.opportunities.filter(({ index, amount }) => index % 3 === 0 && amount !== null).length, Product2: 4, Opportunity: c.opportunities.length, User: c.people.length, Customer_Health__c: c.health.length }),
  STRIPE: (c) => {
    const paid = c.invoices.filter(({ status }) => status === 'paid');
    const back = paid.filter(({ refunded }) => refunded > 0).length;
    return {
      customers: new Set(c.subscriptions.map((one) => one.account)).size, subscriptions: c.subscriptions.length, subscription_items: c.subscriptions.length, invoices: c.invoices.length, invoice_line_items: c.invoices.length, products: 4,
      prices: new Set(c.subscriptions.flatMap((one) => one.terms.map(({ plan, seatPrice }) => `${plan} ${one.interval} ${seatPrice}`))).size, coupons: 3, payment_intents: c.invoices.length, charges: paid.length, refunds: back,
      disputes: paymentsOf(c).disputes.length, balance_transactions: paid.length + back,
    };
  },
  ZENDESK: (c) => ({ groups: 2, satisfaction_ratings: c.tickets.filter(({ satisfaction }) => satisfaction !== 'unoffered').length, tickets: c.tickets.length, organizations: new Set(c.subscriptions.map((one) => one.account)).size, users: new Set(c.subscriptions.map((one) => one.account)).size + 12 }),
  NETSUITE: (c) => ({ transactionline: c.costs.length, vendor: c.vendors.length, customer: new Set(c.subscriptions.map((one) => one.account)).size, employee: c.people.length, department: 8, account: 10 }),
  METRONOME: (c) => ({ customers: new Set(c.usage.map((one) => one.account)).size, usage: c.usage.length }),
  HUBSPOT: (c) => {
    const deals = c.opportunities.filter(({ type, test }) => type === 'New Business' && !test);
    return {
      companies: c.accounts.filter(({ kind }) => kind === 'REAL').length, contacts: c.contacts.length, deals: deals.length, tickets: c.tickets.filter(({ index }) => index % 16 === 0).length, products: 4,
      line_items: deals.filter(({ amount, index }) => amount !== null && index % 3 === 0).length, owners: c.people.length,
    };
  },
  DATADOG: (c) => ({ slos: SERVICES.length, slo_history: SERVICES.length * 15, incidents: c.incidents.length, monitors: monitorsOf(c), hourly_usage: 45 * 24 * 5 }),
}; // prettier-ignore
