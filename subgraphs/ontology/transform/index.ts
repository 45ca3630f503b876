import type { DataAccess } from '../../kernel/data-access/data-access.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import type { ProposalService } from '../mapping/proposal.service.ts';
import type { PublicationService } from '../publishing/publication.service.ts';
import type { Publisher } from '../publishing/publisher.ts';
import { ExchangeRateResolver } from './exchange-rate.resolver.ts';
import { ExchangeRateService } from './exchange-rate.service.ts';
import { PreviewService } from './preview.service.ts';
import { TransformResolver } from './transform.resolver.ts';

/** What is done to values on their way to attributes, and what that would come to. */
export function createTransform(
  system: System,
  { proposals, ...parts }: { proposals: ProposalService; publications: PublicationService; publisher: Publisher },
): Feature {
  // Asked when somebody asks: a subgraph that only describes itself has no rules to read.
  const access: Pick<DataAccess, 'of'> = { of: (viewer) => system.dataAccess.of(viewer) };
  return {
    resolvers: [
      new TransformResolver(proposals, new PreviewService(system), access),
      new ExchangeRateResolver(new ExchangeRateService(system, parts)),
    ],
    privacy: {
      places: [{ scope: 'TENANT', table: 'exchange_rate', kind: 'MODEL', title: 'exchange rates', erase: 'VALUES' }],
      retention: [],
    },
  };
}
