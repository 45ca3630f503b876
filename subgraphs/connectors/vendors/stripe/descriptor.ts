import { objectsField } from '../chosen-objects.ts';
import { SIMULATED, type VendorDescriptor, addressField, secretField } from '../vendor-form.ts';

export const STRIPE: VendorDescriptor = {
  label: 'Stripe',
  description:
    'Stripe: customers, products and prices, subscriptions with items, invoices with lines, payments, refunds, disputes and balance.',
  category: 'BILLING',
  ...SIMULATED,
  form: [
    addressField('https://api.stripe.com', 'The same for everybody.'),
    secretField('Secret key', 'Dashboard → Developers → API keys; a restricted key that may read is enough.', 'It should see events too: without them everything is read whole each time.'), // prettier-ignore
    objectsField('customers, subscriptions, invoices'),
  ],
  capabilities: { incremental: true, deletes: true, schedules: true, live: false },
};
