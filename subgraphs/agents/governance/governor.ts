import type { Cost, Complexity } from '../tools/tool.ts';
import type { Json } from '../workflows/json.ts';

/**
 * EXECUTE: it is done. SUPERVISE: it is done while people are told to watch. PROPOSE: a person decides first. TRAIN: not done; the agent has
 * to be trained first. DENY: not done.
 */
export type Verdict = 'EXECUTE' | 'SUPERVISE' | 'PROPOSE' | 'TRAIN' | 'DENY';

/** What an agent is about to do. */
export interface ActionRequest {
  tenantId: string;
  agentId: string;
  /** Name of the tool: `graph.mutate`, `notify` … */
  action: string;
  complexity: Complexity;
  /** Money that is moved or spent by it, in micro-dollars; null: none, or unknown. */
  amountMicros: number | null;
  /** Of the run and step, for the record. */
  runId: string | null;
  path: string | null;
}

export interface Judgement {
  verdict: Verdict;
  /** In a sentence, for people. */
  reason: string;
  /** Which rule decided: `policy:<id>`, `maturity`, `autonomy`, `always-confirm`, `limits`, `unknown`, `failure`. */
  rule: string;
  /** Of the tenant's policies when it was judged. */
  version: number;
}

/** Asked before every action. It never fails: what cannot be judged is denied, what nobody has ruled on is asked about. */
export interface Governor {
  /** From memory when the tenant's policies are known; then without waiting. */
  judge(request: ActionRequest): Promise<Judgement> | Judgement;
  /** Judgements are kept for those who ask later; in batches, within seconds. */
  note(request: ActionRequest, judgement: Judgement): void;
  /** What may be screened before a call and after it: injection, personal data, forbidden actions, shape of the output. */
  screen(what: Screened): Promise<Screening>;
}

export interface Screened {
  tenantId: string;
  agentId: string;
  action: string;
  direction: 'INPUT' | 'OUTPUT';
  value: Json;
}
export type Screening = { kind: 'PASSED'; value: Json; findings: readonly string[] } | { kind: 'BLOCKED'; code: string; message: string };

/** Limits of an agent, before any budget. */
export interface AgentLimits {
  maxSteps: number;
  maxCost: Cost;
  forbidden: readonly string[];
}
