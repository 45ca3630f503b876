import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Json } from '../workflows/json.ts';

/** Something that a tool is about to do where nobody but us keeps account. */
export interface PlannedEffect {
  /** `<runId>:<path>`; the same for every try of the same step. */
  key: string;
  runId: string;
  path: string;
  agentId: string;
  tool: string;
  input: Json;
}

/** NEW: planned by this very call. PLANNED: by an earlier one that was cut off. */
export type EffectState = { state: 'NEW' | 'PLANNED' | 'IN_DOUBT' | 'NOT_DONE' | 'GIVEN_UP' } | { state: 'DONE'; output: Json };

/** The ledger of what agents do outside: planned before it is done, so that a call that was cut off is known. Each in the caller's transaction. */
export interface Effects {
  /** Before the call. What is known not to have happened is planned again, and is NEW; anything else is returned as it stands. */
  plan(unit: UnitOfWork, effect: PlannedEffect): Promise<EffectState>;
  /** How it stands; null: it was never planned. */
  find(unit: UnitOfWork, key: string): Promise<EffectState | null>;
  /** It happened. */
  done(unit: UnitOfWork, key: string, output: Json): Promise<void>;
  /** Whether it happened is not known: a person is to say. */
  doubt(unit: UnitOfWork, key: string, reason: string): Promise<void>;
  /** It is known not to have happened. */
  undone(unit: UnitOfWork, key: string): Promise<void>;
  /** Nobody will find out, or try again. */
  giveUp(unit: UnitOfWork, key: string, reason: string): Promise<void>;
}
