import { SIMULATED, type VendorDescriptor, addressField, secretField } from '../vendor-form.ts';

export const SALESFORCE: VendorDescriptor = {
  label: 'Salesforce',
  description: 'Salesforce: its standard objects of a business and those the customer made.',
  category: 'CRM',
  ...SIMULATED,
  form: [
    addressField(null, 'Setup → My Domain: https://yourdomain.my.salesforce.com'),
    secretField('Key of a connected app, or access token', 'Setup → App Manager → your app → Manage Consumer Details', 'Written as `consumer key:consumer secret`, or an access token as it is.'), // prettier-ignore
  ],
  capabilities: { incremental: true, deletes: true, schedules: true, live: false },
};
