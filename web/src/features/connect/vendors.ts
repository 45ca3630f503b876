import type { Vendor } from '../../gql/graphql.ts';

interface VendorLook {
  name: string;
  /** What is read from it. */
  holds: string;
  /** What its address looks like; filled in where it is the same for everybody. */
  address: string;
  fixed: boolean;
  /** What its key is called there, and where it is found. */
  secret: string;
  where: string;
}

/** The vendors in the words of their own screens. */
export const VENDORS: Record<Vendor, VendorLook> = {
  SALESFORCE: {
    name: 'Salesforce',
    holds: 'Accounts, opportunities and your own objects',
    address: 'https://your-company.my.salesforce.com',
    fixed: false,
    secret: 'Consumer key:secret, or access token',
    where: 'Setup → App Manager → your connected app.',
  },
  STRIPE: {
    name: 'Stripe',
    holds: 'Customers, subscriptions and invoices',
    address: 'https://api.stripe.com',
    fixed: true,
    secret: 'Restricted or secret key',
    where: 'Developers → API keys. A restricted key that may read is enough.',
  },
  ZENDESK: {
    name: 'Zendesk',
    holds: 'Tickets, organizations and users',
    address: 'https://your-company.zendesk.com',
    fixed: false,
    secret: 'E-mail/token:key',
    where: 'Admin Center → Apps and integrations → API tokens.',
  },
  NETSUITE: {
    name: 'NetSuite',
    holds: 'Expenses by vendor and department',
    address: 'https://1234567.suitetalk.api.netsuite.com',
    fixed: false,
    secret: 'Token',
    where: 'Setup → Users/Roles → Access tokens.',
  },
  METRONOME: {
    name: 'Metronome',
    holds: 'Customers and their metered usage',
    address: 'https://api.metronome.com',
    fixed: true,
    secret: 'API token',
    where: 'Developer → API tokens.',
  },
};

export const VENDOR_KINDS = Object.keys(VENDORS) as Vendor[];
