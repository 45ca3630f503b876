import type { Cost } from '../../tools/tool.ts';
import { FREE } from './settlement.ts';

/** What a run has spent, and what its calls under way may come to at most: together they are held against its agent's limits. */
export class Purse {
  readonly #held = new Map<string, Cost>();
  #spent: Cost;

  constructor(spent: Cost) {
    this.#spent = spent;
  }

  /** Spent and set aside. */
  get used(): Cost {
    return [...this.#held.values()].reduce(plus, this.#spent);
  }

  /** Sets aside what the call of a step may cost, in the place of what was set aside for it before. */
  hold(path: string, cost: Cost): void {
    if (cost.tokens === 0 && cost.micros === 0) this.#held.delete(path);
    else this.#held.set(path, cost);
  }

  /** What came of it; the rest is there again. */
  spend(path: string, cost: Cost): void {
    this.hold(path, FREE);
    this.#spent = plus(this.#spent, cost);
  }
}

function plus(one: Cost, other: Cost): Cost {
  return { tokens: one.tokens + other.tokens, micros: one.micros + other.micros };
}
