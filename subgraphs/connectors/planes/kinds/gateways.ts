import { type PlaneField, type PlaneKindSpec, addressField, planeField, secretField } from '../plane-kind.ts';

const ROUTES: PlaneField = planeField(
  'routes',
  'Routes',
  'Which path of the gateway leads to which host: `api.stripe.com=/stripe`, several with commas. A host without a route is not called at all.',
  { required: true },
);

/** API gateways: requests to vendors go through them. */
export const GATEWAYS = {
  KONG: {
    label: 'Kong Gateway',
    category: 'API_GATEWAY',
    description: 'Requests to vendors go through a Kong gateway: its routes, its keys and limits, its correlation id.',
    verified: false,
    triedWith: 'a reverse proxy of ours that answers as Kong’s documentation says, in front of simulated vendors',
    capabilities: ['CARRIES_REQUESTS', 'LIMITS_TRAFFIC', 'TRACES_REQUESTS'],
    protocols: ['https:', 'http:'],
    fields: [
      addressField('Proxy address', 'Base address of the gateway’s proxy, such as https://gateway.example.com.'),
      ROUTES,
      planeField('authentication', 'Authentication', 'How the gateway knows its consumers.', {
        kind: 'CHOICE', choices: ['KEY', 'BASIC', 'NONE'], fallback: 'KEY',
      }),
      planeField('header', 'Header of the key', 'The header that the key-auth plugin reads.', { fallback: 'apikey' }),
      planeField('correlationHeader', 'Header of the correlation id', 'What the correlation-id plugin calls its header.', { fallback: 'Kong-Request-ID' }),
      planeField('statusAddress', 'Status address', 'Base address of Kong’s Status or Admin API, when it may be asked how it is.'),
      secretField('Consumer key', 'The consumer’s key; `name:password` for basic authentication.', false),
    ],
  },
  APIGEE: {
    label: 'Apigee',
    category: 'API_GATEWAY',
    description: 'Requests to vendors go through API proxies of Apigee, with the key of an app or a token of its client credentials.',
    verified: false,
    triedWith: 'a reverse proxy of ours that answers as Apigee’s documentation says, in front of simulated vendors',
    capabilities: ['CARRIES_REQUESTS', 'LIMITS_TRAFFIC', 'TRACES_REQUESTS'],
    protocols: ['https:', 'http:'],
    fields: [
      addressField('Proxy address', 'Base address of the environment group, such as https://org-env.apigee.net.'),
      ROUTES,
      planeField('authentication', 'Authentication', 'What the VerifyAPIKey or OAuthV2 policy of the proxies wants.', {
        kind: 'CHOICE', choices: ['KEY', 'OAUTH'], fallback: 'KEY',
      }),
      planeField('header', 'Header of the key', 'Where the VerifyAPIKey policy looks.', { fallback: 'x-apikey' }),
      planeField('clientId', 'Client id', 'The app’s consumer key, for OAuth.'),
      planeField('tokenPath', 'Path of the token endpoint', 'Below the proxy address, for OAuth.', { fallback: '/oauth/client_credential/accesstoken' }),
      planeField('tokenHeader', 'Header of the token', 'Where the OAuthV2 policy looks, other than Authorization: that is the vendor’s.', {
        fallback: 'x-apigee-authorization',
      }),
      secretField('Key or client secret', 'The app’s consumer key; for OAuth its consumer secret.'),
    ],
  },
} as const satisfies Record<string, PlaneKindSpec>; // prettier-ignore
