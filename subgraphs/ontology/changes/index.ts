import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { PublicationService } from '../publishing/publication.service.ts';
import { CanonicalChangeResolver, RecordChangeResolver, changeStreams } from './changes.resolver.ts';
import { ChangesService } from './changes.service.ts';

/** What changes in unified records, for those who keep a copy and those who watch. */
export function createChanges(system: System, catalogue: CatalogueService, publications: PublicationService): Feature {
  const changes = new ChangesService(system, publications);
  return {
    resolvers: [new RecordChangeResolver({ catalogue, changes }), new CanonicalChangeResolver({ catalogue, changes })],
    streams: changeStreams(changes),
  };
}
