import { streamCursor } from '../../../subgraphs/kernel/events/stream-cursor.ts';
import { Ledger } from '../../../subgraphs/agents/budgets/ledger.ts';
import type { Story } from './story.ts';

const SAVE = 'mutation ($input: SaveBudgetInput!) { saveBudget(input: $input) { ... on BudgetSaved { budget { id } } } }';

/** Budgets of every scope, money set aside, spent and given back, and what was told of it. */
export const budgets: Story = {
  name: 'budgets',
  async live({ canary, run, notes, system, viewer }) {
    const { agents, runs } = await run<{ agents: { nodes: { id: string }[] }; runs: { nodes: { id: string }[] } }>(
      '{ agents(first: 1) { nodes { id } } runs(first: 1) { nodes { id } } }',
    );
    const [agentId, runId] = [agents.nodes[0]?.id ?? '', runs.nodes[0]?.id ?? ''];
    const save = async (name: string, input: object): Promise<void> => {
      const given = { name: `${canary} ${name}`, scope: 'TENANT', window: 'MONTH', limit: 100, ...input };
      const { saveBudget } = await run<{ saveBudget: { budget: { id: string } } }>(SAVE, { input: given });
      notes.set(`budget ${name}`, saveBudget.budget.id);
    };
    for (const name of ['kept', 'changed', 'doomed', 'gone']) await save(name, { tokenLimit: 1_000_000 });
    await save('of an agent', { scope: 'AGENT', agentId, window: 'DAY', limit: 3, tokenLimit: 1_000 });
    await save('of each run', { scope: 'RUN', window: 'TOTAL', limit: 30 });
    await run('mutation ($id: ID!) { removeBudget(id: $id) { __typename } }', { id: notes.get('budget gone') });
    const ledger = new Ledger(() => new Date());
    await system.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const spend = (key: string, micros: number) => ({
        key: `${canary}:${key}`, agentId, runId, path: `${canary}-${key}`, cost: { micros, tokens: 100 },
      }); // prettier-ignore
      for (const key of ['spent', 'given back', 'set aside']) await ledger.reserve(unit, spend(key, 400_000));
      await ledger.settle(unit, spend('spent', 1_800_000));
      await ledger.release(unit, `${canary}:given back`);
    });
    await system.settled();
  },
  recipes: ({ canary, notes }, known) => ({
    'SaveBudgetInput.id': [notes.get('budget changed') ?? ''],
    'SaveBudgetInput.expectedVersion': [null],
    'SaveBudgetInput.name': [`${canary} saved again`],
    'SaveBudgetInput.scope': ['TENANT'],
    'SaveBudgetInput.agentId': [null],
    'SaveBudgetInput.window': ['MONTH'],
    'SaveBudgetInput.limit': [50],
    'SaveBudgetInput.tokenLimit': [100],
    'Mutation.removeBudget.id': [notes.get('budget doomed') ?? ''],
    'Query.ledger.budgetId': [notes.get('budget kept') ?? ''],
    'Query.ledger.state': ['SETTLED'],
    'Query.ledger.runId': known.of('Run.id').slice(0, 2),
    'Subscription.budgetAlerts.after': [streamCursor('budget-alerts', 0)],
  }),
  restless: { 'BudgetUsage.forecast': 'goes by the time that has passed' },
  exempt: { 'BudgetAlert.run': 'a run, which is probed where runs are; the alert that is told is that of an agent' },
  fleeting: {
    BudgetForecast: 'there is none in the first moments of a window',
    'BudgetUsage.forecast': 'there is none in the first moments of a window',
  },
};
