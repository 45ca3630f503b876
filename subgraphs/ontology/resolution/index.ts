import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import { pairsApprovalConsumer } from './approvals.consumer.ts';
import { ClusterResolver } from './graph/cluster.resolver.ts';
import { PairResolver } from './graph/pair.resolver.ts';
import { ResolutionResolver } from './graph/resolution.resolver.ts';
import { StewardResolver } from './graph/steward.resolver.ts';
import { createResolveWorkflow } from './resolve.workflow.ts';
import { resolutionPrivacy } from './resolution-privacy.ts';
import { Finder } from './steward/finder.ts';
import { PairsService } from './steward/pairs.service.ts';
import { type Follower, StewardService } from './steward/steward.service.ts';
import type { ResolveService } from './work/resolve.service.ts';

/** What resolution works with. */
export interface ResolutionDeps {
  readonly resolver: ResolveService;
  readonly catalogue: CatalogueService;
  readonly publisher: Follower;
  /** Makes the tables that a policy asks for. */
  readonly republish: (tenantId: string) => Promise<unknown>;
}

/** Which records of sources are the same thing: found by scores, decided by people, taken back by anybody who may decide. */
export function createResolution(system: System, { resolver, catalogue, publisher, republish }: ResolutionDeps): Feature {
  const steward = new StewardService(system, resolver, publisher);
  const pairs = new PairsService(system, resolver);
  const finder = new Finder(system, catalogue, resolver);
  return {
    resolvers: [
      new ResolutionResolver({ system, catalogue, resolver, republish }),
      new PairResolver(pairs, catalogue),
      new ClusterResolver(system, catalogue, resolver),
      new StewardResolver({ steward, pairs, catalogue, finder }),
    ],
    consumers: [pairsApprovalConsumer(system, steward)],
    workflows: [createResolveWorkflow({ system, resolver, follower: publisher })],
    privacy: resolutionPrivacy,
  };
}
