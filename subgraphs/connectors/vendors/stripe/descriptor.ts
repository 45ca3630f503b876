import { SIMULATED, type VendorDescriptor, addressField, secretField } from '../vendor-form.ts';

export const STRIPE: VendorDescriptor = {
  label: 'Stripe',
  description: 'Stripe: customers, subscriptions and invoices.',
  category: 'BILLING',
  ...SIMULATED,
  form: [
    addressField('https://api.stripe.com', 'The same for everybody.'),
    secretField('Secret key', 'Dashboard → Developers → API keys; a restricted key that may read is enough.'),
  ],
  capabilities: { incremental: false, deletes: false, schedules: true, live: false },
};
