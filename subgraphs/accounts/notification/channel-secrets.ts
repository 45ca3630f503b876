import type { SecretContext } from '../../kernel/vault/vault.ts';

/** What is secret of a channel: each is in a column of its own. */
export const CHANNEL_SECRETS = ['url', 'secret', 'signing_secret', 'bot_token'] as const;
export type ChannelSecret = (typeof CHANNEL_SECRETS)[number];

/** Where a channel's secrets are sealed for. */
export function channelSecretContext({ id, tenantId }: { id: string; tenantId: string }, part: ChannelSecret): SecretContext {
  return { tenantId, purpose: `notification-channel:${id}:${part}` };
}
