import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Cost } from '../tools/tool.ts';

/** Money and tokens that are set aside before they are spent, so that no budget is ever passed, however many spend at once. */
export interface Budgets {
  /**
   * Sets aside what a step may cost, in every budget that holds for the agent, the run and the tenant, or in none.
   * Doing it again with the same key changes nothing. @returns which budget has no room, or null when it is set aside
   */
  reserve(unit: UnitOfWork, spend: Spend): Promise<BudgetShort | null>;
  /** What it came to; the rest is given back. Also without a reservation, and once per key. */
  settle(unit: UnitOfWork, key: string, cost: Cost): Promise<void>;
  /** Gives everything back. */
  release(unit: UnitOfWork, key: string): Promise<void>;
}

export interface Spend {
  key: string;
  agentId: string;
  runId: string;
  path: string;
  cost: Cost;
}

export interface BudgetShort {
  budgetId: string | null;
  /** For people: whose, for how long, how much is left. */
  message: string;
}
