import { objectsField } from '../chosen-objects.ts';
import { SIMULATED, type VendorDescriptor, addressField, secretField } from '../vendor-form.ts';

export const ZENDESK: VendorDescriptor = {
  label: 'Zendesk',
  description:
    'Zendesk: tickets with their metrics, promises and own fields, organizations, users, groups and ratings; what changed and what was deleted.',
  category: 'SUPPORT',
  ...SIMULATED,
  form: [
    addressField(null, 'The address you work at: https://yourcompany.zendesk.com'),
    secretField('API token', 'Admin Center → Apps and integrations → Zendesk API', 'Written as `e-mail/token:key`, or an OAuth access token as it is.'), // prettier-ignore
    objectsField('tickets, organizations, users'),
  ],
  capabilities: { incremental: true, deletes: true, schedules: true, live: false },
};
