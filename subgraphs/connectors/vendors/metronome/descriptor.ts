import { SIMULATED, type VendorDescriptor, addressField, secretField } from '../vendor-form.ts';

export const METRONOME: VendorDescriptor = {
  label: 'Metronome',
  description: 'Metronome: customers and their metered usage by month.',
  category: 'BILLING',
  ...SIMULATED,
  form: [addressField('https://api.metronome.com', 'The same for everybody.'), secretField('API token', 'Connections → API tokens.')],
  capabilities: { incremental: false, deletes: false, schedules: true, live: false },
};
