import type { VendorDescriptor } from './vendor-form.ts';
import { DATADOG } from './datadog/descriptor.ts';
import { datadog } from './datadog/datadog.ts';
import { HUBSPOT } from './hubspot/descriptor.ts';
import { hubspot } from './hubspot/hubspot.ts';
import { METRONOME } from './metronome/descriptor.ts';
import { metronome } from './metronome/metronome.ts';
import { NETSUITE } from './netsuite/descriptor.ts';
import { netsuite } from './netsuite/netsuite.ts';
import { SALESFORCE } from './salesforce/descriptor.ts';
import { salesforce } from './salesforce/salesforce.ts';
import { STRIPE } from './stripe/descriptor.ts';
import { stripe } from './stripe/stripe.ts';
import type { Vendor } from './vendor.ts';
import { ZENDESK } from './zendesk/descriptor.ts';
import { zendesk } from './zendesk/zendesk.ts';

/** The vendors that can be connected: how each is read, and what people are told and asked. */
export const VENDORS = {
  SALESFORCE: { vendor: salesforce, descriptor: SALESFORCE },
  STRIPE: { vendor: stripe, descriptor: STRIPE },
  ZENDESK: { vendor: zendesk, descriptor: ZENDESK },
  NETSUITE: { vendor: netsuite, descriptor: NETSUITE },
  METRONOME: { vendor: metronome, descriptor: METRONOME },
  HUBSPOT: { vendor: hubspot, descriptor: HUBSPOT },
  DATADOG: { vendor: datadog, descriptor: DATADOG },
} as const satisfies Record<string, { vendor: Vendor; descriptor: VendorDescriptor }>;

export type VendorKind = keyof typeof VENDORS;
