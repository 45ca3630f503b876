import { APPLICATIONS, OWN_DOMAIN } from '../../sandbox/company/applications.ts';
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
 * What the owner of the demo company decides about the proposals, where it is not what is proposed. By vendor and object. Its billing, support, metering
 * and marketing know the accounts of the CRM each under a name of their own: they all are accounts, and resolution makes one of each.
 */
export const DECISIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ZENDESK: { organizations: 'Account' },
  DATADOG: { incidents: 'ServiceIncident' },
};

/** What tells what the company runs: each is a feed, by its path below the telemetry. */
export const FEEDS: readonly { path: string; name: string }[] = [
  { path: 'identity', name: 'Identity provider' },
  { path: 'cmdb', name: 'CMDB' },
  { path: 'cloud', name: 'Cloud inventory' },
  { path: 'sensors', name: 'Browsers, DNS and proxy' },
  { path: 'finance', name: 'Procurement and ledger' },
  { path: 'security', name: 'Security reports and certificates' },
  { path: 'grants', name: 'Grants at the mail provider' },
];

/** What the company's security decides beyond the default policy. */
export const POLICY = {
  banned: APPLICATIONS.flatMap(({ banned, domain }) => (banned ? [domain] : [])),
  ownDomains: [OWN_DOMAIN],
};
