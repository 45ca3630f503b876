/** Something that a tenant can have switched on or off. */
export interface FlagDefinition {
  /** Which part of the product it is about. */
  area: 'WORKSPACES' | 'CONNECTORS' | 'LIVE' | 'ACCESS' | 'NOTIFICATIONS';
  /** What is there when it is on. */
  description: string;
  /** As long as the tenant says nothing else. */
  default: boolean;
}

/** Every flag there is; each is consulted where what it switches is done. */
export const FLAGS = {
  'demo-company': { area: 'WORKSPACES', description: 'The demo company can be loaded beside the tenant.', default: true },
  uploads: { area: 'CONNECTORS', description: 'Files can be uploaded from a browser and connected.', default: true },
  'live-updates': { area: 'LIVE', description: 'What happens can be followed as it happens (subscriptions).', default: true },
  'api-keys': {
    area: 'ACCESS',
    description: 'Keys and service accounts for programs can be made. Those there are go on working.',
    default: true,
  },
  'single-sign-on': { area: 'ACCESS', description: 'Single sign-on can be set up.', default: true },
  webhooks: { area: 'NOTIFICATIONS', description: 'Notifications can be sent to Slack and to webhooks.', default: true },
} as const satisfies Readonly<Record<string, FlagDefinition>>;

export type FlagKey = keyof typeof FLAGS;
export const FLAG_KEYS = Object.keys(FLAGS) as FlagKey[];

/** The flag of this name; null: there is none. */
export function flagOf(key: string): FlagKey | null {
  return FLAG_KEYS.find((known) => known === key) ?? null;
}
