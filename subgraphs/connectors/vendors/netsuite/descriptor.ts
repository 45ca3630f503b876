import { SIMULATED, type VendorDescriptor, addressField, secretField } from '../vendor-form.ts';

export const NETSUITE: VendorDescriptor = {
  label: 'NetSuite',
  description: 'NetSuite: expenses by vendor and department, and vendors.',
  category: 'FINANCE',
  ...SIMULATED,
  form: [
    addressField(null, 'Setup → Company → Company URLs → SuiteTalk: https://account.suitetalk.api.netsuite.com'),
    secretField('Access token', 'An OAuth 2.0 access token of an integration that may use SuiteQL.'),
  ],
  capabilities: { incremental: true, deletes: true, schedules: true, live: false },
};
