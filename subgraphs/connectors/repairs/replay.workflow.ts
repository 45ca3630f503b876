import type { Workflow } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import { replayStep } from './replay-step.ts';
import { rollBackStep } from './roll-back-step.ts';

export const REPLAY_WORKFLOW = 'connectors.replay';
export const ROLL_BACK_WORKFLOW = 'connectors.roll-back';

const RETRY = { maxAttempts: 5, firstDelayMs: 500, maxDelayMs: 30_000 };

/** Brings in what waits in quarantine, as its object is read now. */
export const createReplayWorkflow = (system: System): Workflow => ({
  name: REPLAY_WORKFLOW,
  title: 'Replay',
  steps: [{ kind: 'WORK', name: 'REPLAY', title: 'Replay', weight: 1, retry: RETRY, run: (context) => replayStep(system, context) }],
});

/** Puts records back as they were before a repair. */
export const createRollBackWorkflow = (system: System): Workflow => ({
  name: ROLL_BACK_WORKFLOW,
  title: 'Roll back',
  steps: [{ kind: 'WORK', name: 'RESTORE', title: 'Restore', weight: 1, retry: RETRY, run: (context) => rollBackStep(system, context) }],
});
