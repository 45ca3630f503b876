import { joinFeatures } from '../kernel/federation/feature.ts';
import type { SubgraphModule } from '../kernel/federation/subgraph-module.ts';
import type { System } from '../kernel/system.ts';
import { ontologyActions } from './actions.ts';
import { loadCanonicalOntology } from './canonical/load.ts';
import { CatalogueService } from './catalogue/catalogue.service.ts';
import { createCatalogue } from './catalogue/index.ts';
import { AcceptanceService } from './mapping/acceptance.service.ts';
import { createChanges } from './changes/index.ts';
import { createLearning } from './learning/index.ts';
import { KnowledgeService } from './learning/knowledge.service.ts';
import { createLineage } from './lineage/index.ts';
import { createGolden } from './golden/index.ts';
import { GoldenService } from './golden/golden.service.ts';
import { GoldenRefresher } from './golden/refresher.ts';
import { createMapping } from './mapping/index.ts';
import { ProposalService } from './mapping/proposal.service.ts';
import { BUSINESS_WORDS } from './matching/meanings.ts';
import { embedderOf } from '../kernel/embeddings/embedder-of.ts';
import { createTransform } from './transform/index.ts';
import { createModel } from './model/index.ts';
import { createPublishing } from './publishing/index.ts';
import { Materialiser } from './publishing/materialiser.ts';
import { PublicationService } from './publishing/publication.service.ts';
import { Publisher } from './publishing/publisher.ts';
import { republish } from './publishing/republish.ts';
import { TenantQueue } from './publishing/tenant-queue.ts';
import { createJobs } from './jobs/index.ts';
import { createQuality } from './quality/index.ts';
import { createResolution } from './resolution/index.ts';
import { ResolveService } from './resolution/work/resolve.service.ts';
import { createViews } from './views/index.ts';
import { ViewService } from './views/view.service.ts';

/** Maps sources to the business ontology, publishes typed tables and fills them. */
export function createOntology(system: System): SubgraphModule {
  const ontology = loadCanonicalOntology();
  const queue = new TenantQueue();
  const resolver = new ResolveService(system, queue.signal);
  const refresher = new GoldenRefresher(system, queue.signal);
  const publications = new PublicationService(system, ontology, { resolver, refresher });
  const materialiser = new Materialiser(system, queue.signal);
  const publisher = new Publisher(system, { publications, materialiser, resolver, refresher, queue });
  const knowledge = new KnowledgeService(system, embedderOf(system.config, BUSINESS_WORDS));
  const proposals = new ProposalService(system, knowledge);
  const acceptance = new AcceptanceService(system, publisher);
  const golden = new GoldenService(system, refresher);
  const catalogue = new CatalogueService(system, publications, ontology);
  const views = new ViewService(system);
  return {
    name: 'ontology',
    actions: ontologyActions,
    // Features start in this order and stop in the opposite one: what fills tables starts last.
    ...joinFeatures([
      createCatalogue({ catalogue, proposals, ontology }),
      createMapping(system, proposals, acceptance),
      createLearning(system, { proposals, acceptance, knowledge, ontology }),
      createChanges(system, catalogue, publications),
      createGolden(system, { catalogue, golden, refresher, publisher }),
      createLineage(system, { catalogue, proposals, golden }),
      createTransform(system, { proposals, publications, publisher }),
      createResolution(system, { resolver, catalogue, publisher, republish: (tenantId) => republish(publications, ontology, tenantId) }),
      createJobs(system, acceptance),
      createQuality(system, { catalogue, publications, queue }),
      createModel(system, { publications, publisher, ontology, views: (tenantId) => views.uses(tenantId) }),
      createViews(views, catalogue),
      createPublishing(publisher, proposals, queue),
    ]),
  };
}
