import type { Company } from './company/company.ts';
import type { LiveCompany } from './company/live-company.ts';
import type { SandboxVendor } from './http/reply.ts';
import { datadogVendor } from './vendors/datadog/datadog.ts';
import { hubspotVendor } from './vendors/hubspot/hubspot.ts';
import { metronomeVendor } from './vendors/metronome.ts';
import { netsuiteVendor } from './vendors/netsuite/netsuite.ts';
import { salesforceVendor } from './vendors/salesforce/salesforce.ts';
import { stripeVendor } from './vendors/stripe/stripe.ts';
import { telemetryVendor } from './vendors/telemetry.ts';
import { zendeskVendor } from './vendors/zendesk/zendesk.ts';

/** How each system of the company is reached: the path below the sandbox, and the secret it wants. They open nothing but made-up data. */
export const ACCESS = {
  SALESFORCE: { path: 'salesforce', secret: 'halyard-client:halyard-client-secret' },
  STRIPE: { path: 'stripe', secret: 'sk_test_halyard' },
  ZENDESK: { path: 'zendesk', secret: 'ops@halyard.example/token:halyard-zendesk' },
  NETSUITE: { path: 'netsuite', secret: 'halyard-netsuite' },
  METRONOME: { path: 'metronome', secret: 'halyard-metronome' },
  HUBSPOT: { path: 'hubspot', secret: JSON.stringify({ client_id: 'halyard-app', client_secret: 'halyard-app-secret', refresh_token: 'halyard-refresh' }) }, // prettier-ignore
  DATADOG: { path: 'datadog', secret: 'halyard-api:halyard-application' },
} as const;

/** What the company's sensors, lists and books say of what it runs, and the secret they want. */
export const TELEMETRY = { path: 'telemetry', secret: 'halyard-telemetry' } as const;

/** A key of the billing that may not see what customers dispute or are given back. */
export const RESTRICTED_STRIPE_KEY = 'rk_test_halyard';

/** The systems of the company, as their vendors would serve them; one that grows is served as it is at each moment. */
export function vendorsOfCompany(company: Company | LiveCompany): SandboxVendor[] {
  return [
    salesforceVendor(company, { token: '00DHy!halyard', clientId: 'halyard-client', clientSecret: 'halyard-client-secret', refreshToken: 'halyard-refresh' }), // prettier-ignore
    stripeVendor(company, { key: ACCESS.STRIPE.secret, restricted: { [RESTRICTED_STRIPE_KEY]: ['disputes', 'refunds'] } }),
    zendeskVendor(company, { email: 'ops@halyard.example', token: 'halyard-zendesk' }),
    netsuiteVendor(company, { token: ACCESS.NETSUITE.secret, clientId: 'halyard-integration' }),
    metronomeVendor(company, ACCESS.METRONOME.secret),
    hubspotVendor(company, { token: 'pat-halyard', clientId: 'halyard-app', refreshToken: 'halyard-refresh' }),
    datadogVendor(company, { apiKey: 'halyard-api', applicationKey: 'halyard-application' }),
    telemetryVendor(company, TELEMETRY.secret),
  ];
}
