import type { SecretContext } from '../../kernel/vault/vault.ts';

/** Where a channel's secrets are sealed for. */
export function channelSecretContext({ id, tenantId }: { id: string; tenantId: string }, part: 'url' | 'secret'): SecretContext {
  return { tenantId, purpose: `notification-channel:${id}:${part}` };
}
