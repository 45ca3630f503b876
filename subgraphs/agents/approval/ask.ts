import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Raci } from '../workflows/definition/definition.ts';
import type { Cost } from '../tools/tool.ts';
import type { Json } from '../workflows/json.ts';

/** What an agent asks a person about. */
export interface Asking {
  agentId: string;
  runId: string;
  /** Address of the step. Asking again for the same run and path gives the approval that is there. */
  path: string;
  title: string;
  intent: string;
  evidence: Json;
  /** What will be done when it is approved, as a person may edit it; null: nothing to edit. */
  payload: Json;
  /** The tool that does it with the payload; what a person makes of it is parsed by its input. Left out: none. */
  tool?: string | null;
  cost: Cost | null;
  /** How many records or people it touches; null: unknown. */
  touches: number | null;
  /** null: those who answer for the agent. */
  raci: Raci | null;
  slaMs: number | null;
  expiresMs: number | null;
  onExpiry: 'REJECT' | 'APPROVE' | 'ESCALATE';
}

/** What became of it. RESPONDED: the person answered instead of deciding; the run goes on with the comment. */
export interface Decided {
  approvalId: string;
  decision: 'APPROVED' | 'EDITED' | 'RESPONDED' | 'REJECTED' | 'EXPIRED';
  comment: string | null;
  /** As the person left it. */
  payload: Json;
  decidedBy: string | null;
}

/** Decisions of people, each in the caller's transaction. Whoever decides wakes the run in the same one. */
export interface Approvals {
  /** @returns the approval's id */
  ask(unit: UnitOfWork, asking: Asking): Promise<string>;
  /** What became of it; null while it waits. */
  decided(unit: UnitOfWork, runId: string, path: string): Promise<Decided | null>;
  /** What is asked for is no longer needed: those of the run that wait expire. */
  withdraw(unit: UnitOfWork, runId: string, path: string | null): Promise<void>;
}
