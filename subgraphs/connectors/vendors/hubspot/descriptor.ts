import { formField } from '../../kit/descriptor.ts';
import { objectsField } from '../chosen-objects.ts';
import { SIMULATED, type VendorDescriptor, addressField, secretField } from '../vendor-form.ts';

export const HUBSPOT: VendorDescriptor = {
  label: 'HubSpot',
  description:
    'HubSpot: companies, contacts, deals, tickets, line items, products, owners and the portal’s own objects, with what they belong to.',
  category: 'CRM',
  ...SIMULATED,
  form: [
    addressField('https://api.hubapi.com', 'The same for everybody.'),
    { ...secretField('Access token', 'Settings → Integrations → Private Apps → your app → Auth', 'With read scopes of the objects to read; what it may not see is left out. Not needed with a refresh token.'), required: false }, // prettier-ignore
    formField({ name: 'client_id', label: 'Client ID', required: false, help: 'Of an app with OAuth, together with its secret and a refresh token.' }), // prettier-ignore
    formField({ name: 'client_secret', label: 'Client secret', kind: 'SECRET', required: false }),
    formField({ name: 'refresh_token', label: 'Refresh token', kind: 'SECRET', required: false }),
    objectsField('contacts, companies, deals'),
  ],
  capabilities: { incremental: true, deletes: true, schedules: true, live: false },
};
