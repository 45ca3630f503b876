import { defineActions, MEMBERS } from '../../kernel/permissions/actions.ts';

/** Everybody sees what agents spend; who answers for the company says how much it may be. */
export const budgetActions = defineActions({
  'budgets.read': {
    description: 'reading what agents may spend and have spent',
    audience: MEMBERS,
    covers: [
      'Query.budgets',
      'Query.budget',
      'Query.ledger',
      'Subscription.budgetAlerts',
      'Budget',
      'BudgetConnection',
      'BudgetEdge',
      'BudgetUsage',
      'BudgetUsageConnection',
      'BudgetUsageEdge',
      'BudgetForecast',
      'BudgetAlert',
      'LedgerEntry',
      'LedgerEntryConnection',
      'LedgerEntryEdge',
      'PageInfo',
      'User',
    ],
  },
  'budgets.write': {
    description: 'saying what agents may spend',
    audience: ['OWNER', 'ADMIN'],
    covers: ['Mutation.saveBudget', 'Mutation.removeBudget', 'BudgetSaved', 'BudgetRemoved', 'InputRefused', 'InputProblem'],
  },
});
