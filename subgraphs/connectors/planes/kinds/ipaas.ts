import { type PlaneKindSpec, addressField, planeField, secretField } from '../plane-kind.ts';

const IPAAS = {
  category: 'IPAAS',
  verified: false,
  capabilities: ['DELIVERS_EVENTS', 'SHOWS_JOBS'],
  protocols: ['https:', 'http:'],
} as const;

/** Integration platforms: they send what they carry to signed webhooks, and are asked how their jobs do. */
export const INTEGRATION_PLATFORMS = {
  WORKATO: {
    ...IPAAS,
    label: 'Workato',
    description: 'Recipes of Workato send records to signed webhooks; their jobs are shown here.',
    triedWith: 'a simulated server that answers as Workato’s Developer API is documented',
    fields: [
      addressField('API address', 'The data center of the workspace.', 'https://www.workato.com'),
      planeField('recipes', 'Recipes', 'Ids of the recipes to show, with commas; left out, those that run.'),
      secretField('API token', 'Token of an API client that may list recipes and jobs.'),
    ],
  },
  TRAY: {
    ...IPAAS,
    label: 'Tray.ai',
    description: 'Workflows of Tray (tray.io) send records to signed webhooks; what they executed is shown here.',
    triedWith: 'a simulated GraphQL server of ours: Tray shows its API to customers only, so names in it may differ from the product’s',
    fields: [
      addressField('API address', 'The region of the organisation.', 'https://tray.io'),
      planeField('path', 'Path of the API', 'Where GraphQL is asked.', { fallback: '/graphql' }),
      secretField('API token', 'A token that may read workflows and their executions.'),
    ],
  },
  CELIGO: {
    ...IPAAS,
    label: 'Celigo integrator.io',
    description: 'Flows of Celigo send records to signed webhooks; their jobs are shown here.',
    triedWith: 'a simulated server that answers as integrator.io’s API is documented',
    fields: [
      addressField('API address', 'The region of the account.', 'https://api.integrator.io'),
      planeField('flow', 'Flow', 'Id of the one flow whose jobs to show; left out, those of all.'),
      secretField('API token', 'A token with the right to read flows and jobs.'),
    ],
  },
} as const satisfies Record<string, PlaneKindSpec>;

/** What moves data into a warehouse or database by jobs of its own. */
export const DATA_MOVEMENT = {
  AIRBYTE: {
    label: 'Airbyte',
    category: 'DATA_MOVEMENT',
    description: 'Airbyte brings the data to a database or warehouse that is connected; its jobs are shown here.',
    verified: false,
    triedWith: 'a simulated server that answers as Airbyte’s API is documented',
    capabilities: ['SHOWS_JOBS'],
    protocols: ['https:', 'http:'],
    fields: [
      addressField(
        'API address',
        'https://api.airbyte.com/v1, or https://<host>/api/public/v1 of one’s own.',
        'https://api.airbyte.com/v1',
      ),
      planeField('clientId', 'Client id', 'Of an application (Settings → Applications).', { required: true }),
      planeField('connection', 'Connection', 'Id of the one connection whose jobs to show; left out, those of all.'),
      secretField('Client secret', 'Of the same application.'),
    ],
  },
} as const satisfies Record<string, PlaneKindSpec>;
