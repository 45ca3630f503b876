import type { Workflow } from '../../kernel/runs/workflow.ts';
import { discoverStep } from './discover-step.ts';
import { landStep } from './land-step.ts';
import type { SyncDeps } from './sync-steps.ts';

export const SYNC_WORKFLOW = 'connectors.sync';

/** Sources come back: a few minutes of patience before a sync fails. */
const RETRY = { maxAttempts: 7, firstDelayMs: 1_000, maxDelayMs: 60_000 };

/**
 * The way of a source's records from discovery to the numbers made of them. The first two steps are ours; the others are told by whoever follows what
 * ontology and insights do.
 */
export function createSyncWorkflow(deps: SyncDeps): Workflow {
  return {
    name: SYNC_WORKFLOW,
    title: 'Sync',
    steps: [
      { kind: 'WORK', name: 'DISCOVER', title: 'Discover', weight: 15, retry: RETRY, run: (context) => discoverStep(deps, context) },
      { kind: 'WORK', name: 'LAND', title: 'Land', weight: 45, retry: RETRY, run: (context) => landStep(deps, context) },
      { kind: 'WAIT', name: 'MAP', title: 'Map', weight: 10 },
      { kind: 'WAIT', name: 'RESOLVE', title: 'Resolve', weight: 25 },
      { kind: 'WAIT', name: 'METRICS', title: 'Publish metrics', weight: 5 },
    ],
  };
}
