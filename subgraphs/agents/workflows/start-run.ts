import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Json } from './json.ts';

/** A run of a workflow to be started. */
export interface NewWorkflowRun {
  /** Chosen by the caller; starting the same id again changes nothing. */
  id: string;
  agentId: string;
  /** By name. */
  workflow: string;
  /** null: the one that is published. */
  version: number | null;
  input: Readonly<Record<string, Json>>;
  /** LIVE does it; DRY calls only READ tools and notes what the others would do. */
  mode: 'LIVE' | 'DRY';
  /** Why it runs. */
  cause:
    | { kind: 'PERSON'; userId: string }
    | { kind: 'SCHEDULE'; scheduleId: string }
    | { kind: 'RUN'; runId: string; path: string }
    | { kind: 'FARM'; farmRunId: string };
}

/** Tells beforehand whether a run could be started. */
export interface RunnableWorkflows {
  /** @throws WORKFLOW_NOT_FOUND, WORKFLOW_INPUT_INVALID */
  check(unit: UnitOfWork, run: Pick<NewWorkflowRun, 'workflow' | 'version' | 'input'>): Promise<void>;
}

/** Starts runs in the caller's transaction. */
export interface WorkflowRuns {
  /** @throws WORKFLOW_NOT_FOUND, WORKFLOW_INPUT_INVALID, AGENT_NOT_FOUND, AGENT_DISABLED */
  start(unit: UnitOfWork, run: NewWorkflowRun): Promise<void>;
}
