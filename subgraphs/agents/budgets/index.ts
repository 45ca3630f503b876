import { sql } from 'kysely';
import { defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import { pruneTables } from '../../kernel/privacy/prune-table.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { AgentService } from '../agent/agent.service.ts';
import type { RunService } from '../run/run.service.ts';
import { BudgetAlertResolver, budgetStreams } from './alert.resolver.ts';
import { BudgetResolver } from './budget.resolver.ts';
import { Budget } from './budget.type.ts';
import { BudgetService } from './budget.service.ts';
import type { Budgets } from './budgets.ts';
import { LedgerEntriesService } from './ledger-entries.service.ts';
import { Ledger } from './ledger.ts';
import { LedgerResolver, BudgetUsageResolver } from './spender.resolver.ts';
import { UsageService } from './usage.service.ts';

/** What agents may spend: budgets, and the ledger that keeps them. */
export function createBudgets(system: System, { agents, runs }: { agents: AgentService; runs: RunService }): Feature & { ledger: Budgets } {
  const ledger = new Ledger(system.clock);
  const services = { budgets: new BudgetService(system), usages: new UsageService(system), agents, runs };
  return {
    ledger,
    resolvers: [
      new BudgetResolver(services),
      new BudgetUsageResolver(services),
      new LedgerResolver(services, new LedgerEntriesService(system)),
      new BudgetAlertResolver(services),
    ],
    references: [
      {
        name: 'Budget',
        type: Budget,
        resolve: ({ id = '' }, { viewer, loaders }) => {
          const user = requireUser(viewer);
          return loaders.get<Budget>('agents.budget', (ids) => services.budgets.load(user, ids)).load(id);
        },
      },
    ],
    streams: budgetStreams,
    consumers: [
      defineConsumer('agents.give-back-budgets', {
        'runs.changed': async ({ tenantId, payload }) => {
          if (payload.kind === 'FINISHED') await system.database.unitOfWork(tenantId, (unit) => ledger.releaseRun(unit, payload.runId));
        },
      }),
    ],
    privacy: {
      places: [{ scope: 'PLATFORM', table: 'budget', kind: 'OTHER', title: 'names of budgets', erase: 'VALUES' }],
      retention: [
        {
          name: 'RUNS',
          ...pruneTables([
            { scope: 'PLATFORM', table: 'ledger_entry', column: 'settled_at' },
            {
              scope: 'PLATFORM',
              table: 'budget_account',
              column: 'touched_at',
              // What is counted without an end stays, but that of single runs.
              and: sql`t.reserved_micros = 0 and t.reserved_tokens = 0
                and (t.ends_at is not null or exists (select from budget b where b.id = t.budget_id and b.scope = 'RUN'))`,
            },
          ]),
        },
      ],
    },
  };
}
