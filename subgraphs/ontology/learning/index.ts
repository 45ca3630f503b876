import type { Feature } from '../../kernel/federation/feature.ts';
import { defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import type { AcceptanceService } from '../mapping/acceptance.service.ts';
import type { ProposalService } from '../mapping/proposal.service.ts';
import { acceptByPolicy } from './auto-accept.ts';
import type { KnowledgeService } from './knowledge.service.ts';
import { LearningResolver } from './learning.resolver.ts';
import { PairsService } from './pairs.service.ts';
import { MappingPolicyService } from './policy.service.ts';

interface Parts {
  readonly proposals: ProposalService;
  readonly acceptance: AcceptanceService;
  readonly knowledge: KnowledgeService;
  readonly ontology: CanonicalOntology;
}

/** Learning: what was decided about mappings, and what is decided without a person. */
export function createLearning(system: System, { proposals, acceptance, knowledge, ontology }: Parts): Feature {
  const policy = new MappingPolicyService(system);
  const pairs = new PairsService(system);
  return {
    resolvers: [new LearningResolver({ policy, pairs, knowledge, proposals, ontology })],
    consumers: [
      defineConsumer('ontology.accept-by-policy', {
        'ontology.mapping-proposed': acceptByPolicy(system, policy, (decider, id) => acceptance.accept(decider, id, [])),
      }),
    ],
  };
}
