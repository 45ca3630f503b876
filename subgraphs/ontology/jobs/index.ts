import type { Feature } from '../../kernel/federation/feature.ts';
import { defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { MappingPolicyService } from '../learning/policy.service.ts';
import type { AcceptanceService } from '../mapping/acceptance.service.ts';
import { MappingJobResolver } from './mapping-job.resolver.ts';
import { MappingJobService } from './mapping-job.service.ts';
import { createMappingJobWorkflow } from './mapping-job.workflow.ts';

/** Jobs that decide about the mappings of many connections at once. */
export function createJobs(system: System, acceptance: AcceptanceService): Feature {
  const jobs = new MappingJobService(system);
  return {
    resolvers: [new MappingJobResolver(jobs, new MappingPolicyService(system))],
    workflows: [createMappingJobWorkflow({ system, acceptance })],
    consumers: [
      defineConsumer('ontology.follow-mapping-jobs', {
        'ontology.canonical-changed': (event) => jobs.onOutcome(event),
        'ontology.publishing-failed': (event) => jobs.onOutcome(event),
        'runs.changed': (event) => jobs.onRunChanged(event),
      }),
    ],
  };
}
