import { formField } from '../../kit/descriptor.ts';
import { objectsField } from '../chosen-objects.ts';
import { SIMULATED, type VendorDescriptor, addressField, secretField } from '../vendor-form.ts';

export const NETSUITE: VendorDescriptor = {
  label: 'NetSuite',
  description: 'NetSuite: expenses by vendor and department, vendors, and the record types that its metadata catalogue tells.',
  category: 'FINANCE',
  ...SIMULATED,
  form: [
    addressField(null, 'Setup → Company → Company URLs → SuiteTalk: https://account.suitetalk.api.netsuite.com'),
    { ...secretField('Access token', 'An OAuth 2.0 access token of an integration that may use SuiteQL.', 'Not needed with a private key.'), required: false }, // prettier-ignore
    formField({ name: 'client_id', label: 'Client ID', required: false, where: 'Setup → Integration → Manage Integrations', help: 'Of an integration with client credentials.' }), // prettier-ignore
    formField({ name: 'certificate_id', label: 'Certificate ID', required: false, where: 'Setup → Integration → OAuth 2.0 Client Credentials Setup' }), // prettier-ignore
    formField({ name: 'private_key', label: 'Private key', kind: 'SECRET', required: false, help: 'In PEM, of that certificate.' }),
    objectsField('transactionline, vendor, customer'),
  ],
  capabilities: { incremental: true, deletes: true, schedules: true, live: false },
};
