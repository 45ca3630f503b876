import type { ACCESS } from '../../sandbox/halyard.ts';

/** A system of the company, and which of its objects are read: enough for everything that is asked about, and quickly loaded. */
export interface DemoSystem {
  kind: keyof typeof ACCESS;
  /** Names of objects with commas; null: all. */
  objects: string | null;
}

/** The systems that the demo company is read from. */
export const SYSTEMS: readonly DemoSystem[] = [
  { kind: 'SALESFORCE', objects: 'Account, Contact, Opportunity, User, Customer_Health__c' },
  { kind: 'STRIPE', objects: 'customers, subscriptions, invoices' },
  { kind: 'ZENDESK', objects: 'tickets, organizations, users' },
  { kind: 'NETSUITE', objects: 'transactionline, vendor' },
  { kind: 'METRONOME', objects: null },
  { kind: 'HUBSPOT', objects: 'companies, contacts' },
  { kind: 'DATADOG', objects: 'slo_history, incidents' },
];

/**
 * What the owner of the demo company decides about the proposals: its billing, support, metering and marketing know the accounts of the CRM each under
 * a name of their own, and are kept apart from them, so that nobody is counted five times. By vendor and object.
 */
export const DECISIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  STRIPE: { customers: 'BillingCustomer' },
  ZENDESK: { organizations: 'SupportOrganization' },
  METRONOME: { customers: 'MeteredCustomer' },
  HUBSPOT: { companies: 'MarketingCompany', contacts: 'MarketingContact' },
  DATADOG: { incidents: 'ServiceIncident' },
};
