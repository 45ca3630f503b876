import type { Feature } from '../../kernel/federation/feature.ts';
import { defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import type { PublicationService } from '../publishing/publication.service.ts';
import type { Publisher } from '../publishing/publisher.ts';
import { DraftService, type ViewsInUse } from './draft.service.ts';
import { followEdits } from './follow-edits.ts';
import { ModelResolver } from './model.resolver.ts';
import { VersionsService } from './versions.service.ts';

/** What the business model is edited with. */
export interface ModelParts {
  readonly publications: PublicationService;
  readonly publisher: Publisher;
  readonly ontology: CanonicalOntology;
  readonly views: ViewsInUse;
}

/** The business model as people edit it: drafts, versions, going back. */
export function createModel(system: System, { publications, publisher, ontology, views }: ModelParts): Feature {
  const drafts = new DraftService(system, { publications, ontology, views });
  const versions = new VersionsService(system, { publications, drafts, ontology });
  return {
    resolvers: [new ModelResolver(drafts, versions)],
    consumers: [defineConsumer('ontology.follow-edits', { 'ontology.edited': (event) => followEdits(system, publisher, event) })],
  };
}
