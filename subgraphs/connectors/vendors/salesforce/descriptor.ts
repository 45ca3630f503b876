import { formField } from '../../kit/descriptor.ts';
import { objectsField } from '../chosen-objects.ts';
import { SIMULATED, type VendorDescriptor, addressField, secretField } from '../vendor-form.ts';

const WHERE = 'Setup → App Manager → your app → Manage Consumer Details';
const secret = secretField('Key of a connected app, or access token', WHERE, 'Written as `consumer key:consumer secret` of an app with the client-credentials flow, or an access token as it is. Not needed with a refresh token or a private key.'); // prettier-ignore

export const SALESFORCE: VendorDescriptor = {
  label: 'Salesforce',
  description:
    'Salesforce: all objects with records that people work with, and those the customer made; what changed and what was deleted.',
  category: 'CRM',
  ...SIMULATED,
  form: [
    addressField(null, 'Setup → My Domain: https://yourdomain.my.salesforce.com'),
    { ...secret, required: false },
    formField({ name: 'client_id', label: 'Consumer key', required: false, where: WHERE, help: 'With a refresh token or a private key.' }),
    formField({ name: 'refresh_token', label: 'Refresh token', kind: 'SECRET', required: false, help: 'Of the web server flow, with the scope refresh_token.' }), // prettier-ignore
    formField({ name: 'private_key', label: 'Private key', kind: 'SECRET', required: false, help: 'In PEM, for the JWT bearer flow; its certificate belongs to the connected app.' }), // prettier-ignore
    formField({ name: 'username', label: 'User name', required: false, help: 'Who a private key signs for.' }),
    formField({ name: 'audience', label: 'Login address', required: false, fallback: 'https://login.salesforce.com', help: 'https://test.salesforce.com for a sandbox; with a private key only.' }), // prettier-ignore
    objectsField('Account, Opportunity, Invoice__c'),
  ],
  capabilities: { incremental: true, deletes: true, schedules: true, live: false },
};
