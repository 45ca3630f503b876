/** How an agent is: how often its calls fail without a fault of ours, in 0…1. */
export const RELIABILITY = { STEADY: 0, USUAL: 0.01, SHAKY: 0.05 } as const;
export type Reliability = keyof typeof RELIABILITY;

/** What a call by an agent costs, in micro-dollars. */
export const TIERS = { ECONOMY: 500, STANDARD: 2_000, PREMIUM: 10_000 } as const;
export type Tier = keyof typeof TIERS;

export const SHAPES = ['LINEAR', 'DAG', 'PARALLEL', 'SAGA', 'MAP_REDUCE', 'CYCLIC'] as const;
export type Shape = (typeof SHAPES)[number];

/** What the tools of the simulated world are called. Each keeps an idempotency key with its effect. */
export const TOOLS = ['crm.update', 'erp.post', 'ledger.book', 'ticket.open', 'mail.draft', 'seat.reserve'] as const;
export type FarmTool = (typeof TOOLS)[number];

export const FAULTS = [
  'TOOL_TIMEOUT',
  'TOOL_FAILURE',
  'AGENT_CONFLICT',
  'POLICY_VIOLATION',
  'WORKER_KILLED',
  'MEMORY_PRESSURE',
  'RATE_LIMIT',
  'CORRUPTED_PAYLOAD',
  'NETWORK_PARTITION',
] as const;
export type FaultKind = (typeof FAULTS)[number];

/**
 * EXECUTOR: by the product's own executor in processes that are killed, on a database, in everybody's time. REHEARSAL: by its machine, judge and tool port
 * alone, in one process and a time of its own.
 */
export const FORMS = ['EXECUTOR', 'REHEARSAL'] as const;
export type FarmForm = (typeof FORMS)[number];

/** A stress test, written out: who works, at what, and what is done to them. */
export interface Scenario {
  name: string;
  /** The same seed always makes the same schedule. */
  seed: number;
  /** What it runs on. */
  form: FarmForm;
  agents: readonly FarmAgent[];
  workflows: readonly FarmWorkflow[];
  /** How likely each call meets a fault, in 0…1, and which ones there are. */
  faults: { rate: number; kinds: readonly FaultKind[] };
}

export interface FarmAgent {
  id: string;
  reliability: Reliability;
  tier: Tier;
}

export interface FarmWorkflow {
  id: string;
  shape: Shape;
  /** Calls of it, about. */
  size: number;
  /** By id. */
  agent: string;
  /** Used in turn. */
  tools: readonly FarmTool[];
}
