import type { System } from '../../kernel/system.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import type { UserService } from '../user/user.service.ts';
import { FeatureFlagResolver } from './feature-flag.resolver.ts';
import { FeatureFlagService } from './feature-flag.service.ts';

/** Features that are switched for a tenant. */
export function createFeatureFlags(system: System, users: UserService): Feature {
  return { resolvers: [new FeatureFlagResolver(new FeatureFlagService(system), users)] };
}
