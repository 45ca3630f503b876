import type { Raci } from '../workflows/definition/definition.ts';
import type { Cost, Complexity } from '../tools/tool.ts';
import type { RunCalls } from '../trust/run-calls.ts';
import type { Json } from '../workflows/json.ts';

/**
 * EXECUTE: it is done. SUPERVISE: it is done while people are told to watch. PROPOSE: a person decides first. TRAIN: not done; the agent has
 * to be trained first. DENY: not done.
 */
export const Verdict = { EXECUTE: 'EXECUTE', SUPERVISE: 'SUPERVISE', PROPOSE: 'PROPOSE', TRAIN: 'TRAIN', DENY: 'DENY' } as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];

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
  /**
   * Which rule decided: `policy:<id>`, `agent` (unknown, disabled or removed), `limits`, `autonomy`, `always-confirm`, `capability`, `maturity`,
   * `unknown` (nobody has ruled on it), `failure`; of screenings `screen:input`, `screen:output`.
   */
  rule: string;
  /** Of what the tenant's agents are judged by, when it was judged. */
  version: number;
}

/** Asked before every action. It never fails: what cannot be judged is denied, what nobody has ruled on is asked about. */
export interface Governor {
  /** From memory when the tenant's policies are known; then without waiting. */
  judge(request: ActionRequest): Promise<Judgement> | Judgement;
  /** Judgements are kept for those who ask later; in batches, within a second. */
  note(request: ActionRequest, judgement: Judgement): void;
  /**
   * What may be screened before a call and after it: injection, personal data, forbidden actions, loops, shape of the output. It never fails: what
   * cannot be screened is blocked. What is found is kept beside the judgements.
   */
  screen(what: Screened): Promise<Screening> | Screening;
  /** What an agent is, as fresh as judgements are; null: there is none, or it was removed. @throws when it cannot be found out */
  standing(tenantId: string, agentId: string): Promise<AgentStanding | null> | AgentStanding | null;
}

export interface Screened {
  tenantId: string;
  agentId: string;
  action: string;
  direction: 'INPUT' | 'OUTPUT';
  value: Json;
  /** Of the run and step; null outside of runs. */
  runId: string | null;
  path: string | null;
  /** What the run's steps have called so far, kept by whoever carries it; left out: loops are not looked for. */
  calls?: RunCalls;
  /** JSON Schema that an output has to have; left out: any. */
  schema?: Readonly<Record<string, unknown>>;
}
export type Screening = { kind: 'PASSED'; value: Json; findings: readonly string[] } | { kind: 'BLOCKED'; code: string; message: string };

/** Limits of an agent, before any budget. */
export interface AgentLimits {
  maxSteps: number;
  maxCost: Cost;
  forbidden: readonly string[];
}

/** An agent as far as its work asks. */
export interface AgentStanding {
  id: string;
  name: string;
  enabled: boolean;
  /** 0…1 */
  maturity: number;
  instructions: string;
  tools: readonly string[];
  limits: AgentLimits;
  raci: Raci;
}
