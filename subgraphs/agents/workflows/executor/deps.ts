import type { System } from '../../../kernel/system.ts';
import type { Programs } from '../catalogue/programs.ts';
import type { WorkflowRunService } from '../runs/workflow-run.service.ts';
import type { WorkflowPorts } from './ports.ts';

/** What carrying out workflows is built from. */
export interface WorkflowDeps {
  system: System;
  programs: Programs;
  /** Starts and ends runs: those of steps that are workflows themselves. */
  runs: WorkflowRunService;
  ports: WorkflowPorts;
}
