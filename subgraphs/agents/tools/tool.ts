import type { z } from 'zod';
import type { Json } from '../workflows/json.ts';

/** How much an action can do: 1 shows, 2 streams or asks, 3 changes state, 4 deletes. */
export type Complexity = 1 | 2 | 3 | 4;

/** Something an agent can do. Known by name to workflows, policies and people. */
export interface Tool {
  /** `graph.query`, `notify`, `http.call`, `mcp.<server>.<tool>` … */
  name: string;
  title: string;
  description: string;
  /** How much it can do at most; `complexityOf` may say less or more of one call. */
  complexity: Complexity;
  complexityOf?: (input: Json) => Complexity;
  /** What goes in; parsed before governance is asked. */
  input: z.ZodType;
  /** The same as JSON Schema, for editors, models and MCP. */
  schema: Readonly<Record<string, unknown>>;
  /**
   * READ: calling it twice does nothing twice. KEYED: the other side keeps the key with the effect, so a repeated call gets the first reply.
   * OUTSIDE: nobody but us keeps account; planned in the effect ledger before the call, and in doubt when a call was cut off.
   */
  effect: 'READ' | 'KEYED' | 'OUTSIDE';
  /** It calls somebody outside itself, on the way that its step names; left out: nobody, so no fabric plane can be named. */
  goesOut?: true;
  /** What a call is about to cost at most, in micro-dollars and tokens; left out: nothing. */
  estimate?: (input: Json) => Cost;
  /** What will happen, for a person who decides: a sentence, and how many records or people it touches when that is known. */
  describe?: (input: Json) => { intent: string; touches: number | null };
  /** @throws ToolFailure, DomainError */
  call(call: ToolCall): Promise<ToolReply>;
  /** OUTSIDE tools that can look up whether the effect of a key is there. */
  probe?: (call: ToolCall) => Promise<Probed>;
}

/** What was found of an effect that may have happened; `done`: it did, and this is what there is of it. */
export type Probed = 'DONE' | 'NOT_DONE' | 'UNKNOWN' | { done: Json };

export interface ToolCall {
  tenantId: string;
  /** Whose viewer it goes through the door as. */
  agentId: string;
  runId: string;
  /** Address of the step: `outer[3].inner`. */
  path: string;
  /** `<runId>:<path>:<try that counts>`; the same whenever the same effect is tried again. */
  idempotencyKey: string;
  input: Json;
  /** The fabric plane it has to go through, by name; left out: the straight way. */
  plane?: string;
  signal: AbortSignal;
}

export interface ToolReply {
  output: Json;
  /** What it really cost; left out: what was estimated. */
  cost?: Cost;
}

export interface Cost {
  tokens: number;
  /** Millionths of a dollar. */
  micros: number;
}

/** Why a call came to nothing. `again`: whether another try may help. `doubt`: the effect may have happened. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure';
  readonly code: string;
  readonly again: boolean;
  readonly doubt: boolean;

  constructor(
    code: string,
    message: string,
    { again = false, doubt = false, cause }: { again?: boolean; doubt?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.again = again;
    this.doubt = doubt;
  }
}

/** The tools a tenant's agents can use. */
export interface Tools {
  /** null: there is none of this name for the tenant. */
  find(tenantId: string, name: string): Promise<Tool | null>;
  list(tenantId: string): Promise<readonly Tool[]>;
}
