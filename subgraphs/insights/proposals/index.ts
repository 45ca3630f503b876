import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import { insightsSealed } from '../sealed-columns.ts';
import type { ModelProviderService } from './model-provider.service.ts';
import { ProposalsResolver } from './proposals.resolver.ts';
import { ProviderTester } from './test-provider.ts';

/** A language model that reads questions beside our own rules, where one is set up. */
export function createProposals(system: System, providers: ModelProviderService): Feature {
  return {
    resolvers: [new ProposalsResolver(providers, new ProviderTester(system, providers))],
    sealed: insightsSealed,
  };
}
