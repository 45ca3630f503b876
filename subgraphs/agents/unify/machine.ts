import { isDeepStrictEqual } from 'node:util';
import { outcomeOf } from './outcome.ts';
import type { Fact, FactName, RunEvent, RunFacts } from './run-facts.ts';

/** What the shell has to do beside keeping the facts. Each is idempotent where it is carried out. */
export type RunCommand =
  | { type: 'REQUEST_APPROVAL'; proposal: Fact<'proposed'> }
  /** The mapping was published: whatever still waits for a decision is decided. */
  | { type: 'SETTLE_APPROVAL'; decidedBy: string | null; at: string }
  /** What the approval asked for is no longer there. */
  | { type: 'WITHDRAW_APPROVAL'; at: string };

export interface Transition {
  facts: RunFacts;
  /** false: the event was known already, or an older one said it; nothing is to be done. */
  changed: boolean;
  commands: RunCommand[];
}

const LATEST: ReadonlySet<FactName> = new Set(['unified', 'measured', 'synced']);

/**
 * (run, event) → run + commands. The facts are a join of everything told: any order and any repetition of the same events ends in the
 * same run, and what is told again asks for nothing.
 */
export function advance(facts: RunFacts, event: RunEvent): Transition {
  const { fact: name, ...fact } = event;
  const known = facts[name];
  if (known !== undefined && !replaces(name, fact, known)) return { facts, changed: false, commands: [] };
  const next: RunFacts = { ...facts, [name]: fact };
  return { facts: next, changed: true, commands: commandsOf(facts, next) };
}

/** The first telling counts, except of what was unified or measured, and of a sync that goes on after it failed: there the latest does. */
function replaces(name: FactName, fact: { order: number }, known: { order: number }): boolean {
  if (isDeepStrictEqual(fact, known)) return false;
  return LATEST.has(name) ? fact.order > known.order : fact.order < known.order;
}

function commandsOf(before: RunFacts, after: RunFacts): RunCommand[] {
  const { proposed, published, abandoned } = after;
  if (proposed === undefined) return [];
  if (before.proposed === undefined) return outcomeOf(after).status === 'WAITING' ? [{ type: 'REQUEST_APPROVAL', proposal: proposed }] : [];
  if (published !== undefined && before.published === undefined) {
    return [{ type: 'SETTLE_APPROVAL', decidedBy: published.decidedBy, at: published.at }];
  }
  if (abandoned !== undefined && before.abandoned === undefined) return [{ type: 'WITHDRAW_APPROVAL', at: abandoned.at }];
  return [];
}
