import type { Company } from './company/company.ts';
import type { SandboxVendor } from './http/reply.ts';
import { metronomeVendor } from './vendors/metronome.ts';
import { netsuiteVendor } from './vendors/netsuite.ts';
import { salesforceVendor } from './vendors/salesforce.ts';
import { stripeVendor } from './vendors/stripe.ts';
import { zendeskVendor } from './vendors/zendesk.ts';

/** How each system of the company is reached: the path below the sandbox, and the secret it wants. They open nothing but made-up data. */
export const ACCESS = {
  SALESFORCE: { path: 'salesforce', secret: 'halyard-client:halyard-client-secret' },
  STRIPE: { path: 'stripe', secret: 'sk_test_halyard' },
  ZENDESK: { path: 'zendesk', secret: 'ops@halyard.example/token:halyard-zendesk' },
  NETSUITE: { path: 'netsuite', secret: 'halyard-netsuite' },
  METRONOME: { path: 'metronome', secret: 'halyard-metronome' },
} as const;

/** The systems of the company, as their vendors would serve them. */
export function vendorsOfCompany(company: Company): SandboxVendor[] {
  return [
    salesforceVendor(company, { token: '00DHy!halyard', clientId: 'halyard-client', clientSecret: 'halyard-client-secret' }),
    stripeVendor(company, ACCESS.STRIPE.secret),
    zendeskVendor(company, { email: 'ops@halyard.example', token: 'halyard-zendesk' }),
    netsuiteVendor(company, ACCESS.NETSUITE.secret),
    metronomeVendor(company, ACCESS.METRONOME.secret),
  ];
}
