import { objectsField } from '../chosen-objects.ts';
import { SIMULATED, type VendorDescriptor, addressField, secretField } from '../vendor-form.ts';

export const DATADOG: VendorDescriptor = {
  label: 'Datadog',
  description: 'Datadog: service level objectives with what each month came to, incidents, monitors, and usage by product and hour.',
  category: 'OBSERVABILITY',
  ...SIMULATED,
  form: [
    addressField('https://api.datadoghq.com', 'Of your site: https://api.datadoghq.eu, https://api.us3.datadoghq.com, https://api.us5.datadoghq.com, https://api.ap1.datadoghq.com.'), // prettier-ignore
    secretField('API key and application key', 'Organization Settings → API Keys, and Application Keys', 'Written as `API key:application key`.'),
    objectsField('slos, slo_history, incidents'),
  ],
  capabilities: { incremental: true, deletes: false, schedules: true, live: false },
}; // prettier-ignore
