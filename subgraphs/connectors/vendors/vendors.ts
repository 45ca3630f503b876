import { metronome } from './metronome/metronome.ts';
import { netsuite } from './netsuite/netsuite.ts';
import { salesforce } from './salesforce/salesforce.ts';
import { stripe } from './stripe/stripe.ts';
import type { Vendor } from './vendor.ts';
import { zendesk } from './zendesk/zendesk.ts';

/** The vendors that can be connected, and what each of them is, in words for people. */
export const VENDORS = {
  SALESFORCE: {
    vendor: salesforce,
    label: 'Salesforce',
    description: 'Salesforce: its standard objects of a business and those the customer made.',
  },
  STRIPE: { vendor: stripe, label: 'Stripe', description: 'Stripe: customers, subscriptions and invoices.' },
  ZENDESK: { vendor: zendesk, label: 'Zendesk', description: 'Zendesk: tickets with their metrics, organizations and users.' },
  NETSUITE: { vendor: netsuite, label: 'NetSuite', description: 'NetSuite: expenses by vendor and department, and vendors.' },
  METRONOME: { vendor: metronome, label: 'Metronome', description: 'Metronome: customers and their metered usage by month.' },
} as const satisfies Record<string, { vendor: Vendor; label: string; description: string }>;

export type VendorKind = keyof typeof VENDORS;
