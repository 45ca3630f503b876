import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Cost } from '../tools/tool.ts';

/** Money and tokens that are set aside before they are spent, so that no budget is ever passed, however many spend at once. */
export interface Budgets {
  /**
   * Sets aside what a step may cost, in every budget that holds for the agent, the run and the tenant, or in none. Once per key: what is
   * set aside or settled stays so; what was given back is set aside again. A cost of nothing always has room.
   * @returns which budget has no room, or null when it is set aside
   */
  reserve(unit: UnitOfWork, spend: Spend): Promise<BudgetShort | null>;
  /** What it came to, as `cost`; the rest is given back. Also without a reservation, and once per key. */
  settle(unit: UnitOfWork, spend: Spend): Promise<void>;
  /** Gives everything back that is set aside and not settled. */
  release(unit: UnitOfWork, key: string): Promise<void>;
}

export interface Spend {
  key: string;
  agentId: string;
  runId: string;
  path: string;
  cost: Cost;
  /** It is paid whether or not anybody hears what became of it: when its run ends before, all that was set aside is spent. */
  spentIfCutOff?: boolean;
}

export interface BudgetShort {
  budgetId: string | null;
  /** For people: whose, for how long, how much is left. */
  message: string;
}
