import { type Descriptor, formField } from '../../../kit/descriptor.ts';
import { SIMULATED } from '../../../vendors/vendor-form.ts';

const optional = { required: false } as const;
const ofPlane = 'Left out, that of the plane.';

export const BIGQUERY_DESCRIPTOR = {
  kind: 'BIGQUERY',
  label: 'Google BigQuery',
  description: 'Tables and views of a BigQuery project, by its jobs API; nothing is written.',
  category: 'WAREHOUSE',
  ...SIMULATED,
  form: [
    formField({ name: 'address', label: 'API address', help: `https://bigquery.googleapis.com, or a private endpoint. ${ofPlane}`, ...optional }),
    formField({ name: 'project', label: 'Project', help: ofPlane, ...optional }),
    formField({ name: 'dataset', label: 'Dataset', help: 'Only its tables; left out: all.', ...optional }),
    formField({ name: 'location', label: 'Location', help: `Where the datasets are, such as EU. ${ofPlane}`, ...optional }),
    formField({ name: 'incrementalColumn', label: 'Column of changes', help: 'The timestamp that grows with every change; left out, one that is called so.', ...optional }),
    formField({ name: 'secret', label: 'Key file', kind: 'SECRET', help: `The service account’s JSON key, whole. ${ofPlane}`, where: 'IAM & Admin → Service accounts → Keys', ...optional }),
  ],
  capabilities: { incremental: true, deletes: false, schedules: true, live: false },
} as const satisfies Descriptor; // prettier-ignore
