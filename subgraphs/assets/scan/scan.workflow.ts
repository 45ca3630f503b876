import type { Workflow } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import { gatherStep } from './gather-step.ts';
import { judgeStep } from './judge-step.ts';
import { readStep } from './read-step.ts';
import { recordStep } from './record-step.ts';

export const SCAN_WORKFLOW = 'assets.scan';

const RETRY = { maxAttempts: 5, firstDelayMs: 1_000, maxDelayMs: 30_000 };

/** From telemetry to assets: what there is to read, what it says asset by asset, what is thought of it, and what of that is new. */
export function createScanWorkflow(system: System): Workflow {
  return {
    name: SCAN_WORKFLOW,
    title: 'Scan',
    steps: [
      { kind: 'WORK', name: 'READ', title: 'Look at the telemetry', weight: 10, retry: RETRY, run: (context) => readStep(system, context) },
      { kind: 'WORK', name: 'GATHER', title: 'Gather', weight: 50, retry: RETRY, run: (context) => gatherStep(system, context) },
      { kind: 'WORK', name: 'JUDGE', title: 'Judge', weight: 15, retry: RETRY, run: (context) => judgeStep(system, context) },
      { kind: 'WORK', name: 'RECORD', title: 'Record', weight: 25, retry: RETRY, run: (context) => recordStep(system, context) },
    ],
  };
}
