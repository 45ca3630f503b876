import type { Loop } from '../../kernel/outbox/loop.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import type { UserService } from '../user/user.service.ts';
import { ApiKeyResolver } from './api-key.resolver.ts';
import { ApiKeyService } from './api-key.service.ts';
import { ApiKey } from './api-key.type.ts';
import { watchExpiry } from './expiry-watch.ts';
import { ServiceAccountResolver } from './service-account.resolver.ts';
import { ServiceAccountService } from './service-account.service.ts';

/** API keys and the accounts of programs. */
export function createApiKeys(system: System, users: UserService): Feature {
  const keys = new ApiKeyService(system);
  let expiry: Loop | null = null;
  return {
    async start() {
      expiry = watchExpiry(system);
    },
    stop: async () => expiry?.stop(),
    resolvers: [new ApiKeyResolver({ system, keys, users }), new ServiceAccountResolver(new ServiceAccountService(system), users)],
    references: [
      {
        name: 'ApiKey',
        type: ApiKey,
        resolve: ({ id = '' }, { viewer, loaders }) => {
          const user = requireUser(viewer);
          return loaders.get<ApiKey | null>('accounts.api-key', (ids) => keys.load(user, ids)).load(id);
        },
      },
    ],
  };
}
