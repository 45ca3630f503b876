import type { System } from '../../kernel/system.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import { UsageResolver } from './usage.resolver.ts';
import { UsageService } from './usage.service.ts';

/** What tenants may use, and what they have used. */
export function createUsage(system: System): Feature {
  return { resolvers: [new UsageResolver(new UsageService(system))] };
}
