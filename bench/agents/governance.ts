import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PILOTS, pilotIdOf } from '../../subgraphs/agents/agent/pilots.ts';
import type { ActionPolicy } from '../../subgraphs/agents/governance/action-policy.ts';
import { RuleBook } from '../../subgraphs/agents/governance/rule-book.ts';
import type { ActionRequest, Judgement } from '../../subgraphs/agents/governance/governor.ts';
import type { TenantRules } from '../../subgraphs/agents/governance/tenant-rules.ts';

const TENANTS = 100;
const POLICIES = 50;
const ACTIONS = ['graph.query', 'graph.mutate', 'notify', 'http.call', 'open-ticket', 'assign-owner'];
const WARM_UP = 500_000;
const ROUNDS = 20;
const ROUND = 250_000;
/** Each timed by itself, for the slowest of a hundred. */
const TIMED = 500_000;
const PERCENTILE = 0.99;

/** How fast judgements come from memory: of a hundred tenants with four agents and fifty policies each, at amounts known and unknown. */
export async function measureGovernance(): Promise<{ governance_per_s: number; governance_p99_ms: number }> {
  const tenants = Array.from({ length: TENANTS }, (): string => randomUUID());
  const rules = new Map(tenants.map((tenantId) => [tenantId, rulesOf(tenantId)]));
  const events = { watch: async () => () => undefined };
  const book = new RuleBook({ events, read: async (tenantId) => rules.get(tenantId) ?? rulesOf(tenantId) });
  for (const tenantId of tenants) await book.of(tenantId);
  const requests = tenants.flatMap((tenantId) =>
    PILOTS.flatMap(({ pilot }) => ACTIONS.map((action, index) => requestOf(tenantId, pilotIdOf(tenantId, pilot), action, index))),
  );
  const judge = (index: number): Judgement => {
    const request = requests[index % requests.length];
    const known = request === undefined ? null : book.of(request.tenantId);
    if (request === undefined || known === null || known instanceof Promise) throw new Error('a judgement did not come from memory');
    return known.judge(request);
  };
  let executed = 0;
  for (let index = 0; index < WARM_UP; index++) if (judge(index).verdict === 'EXECUTE') executed++;
  let seconds = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    for (let index = 0; index < ROUND; index++) if (judge(index).verdict === 'EXECUTE') executed++;
    seconds += (performance.now() - started) / 1_000;
    // Rules that have come of age are read anew between.
    await nextTurn();
  }
  const times = new Float64Array(TIMED);
  for (let index = 0; index < TIMED; index++) {
    const from = performance.now();
    judge(index);
    times[index] = performance.now() - from;
  }
  book.close();
  times.sort();
  if (executed === 0) throw new Error('nothing was ever allowed: the run says nothing');
  return { governance_per_s: Math.round((ROUNDS * ROUND) / seconds), governance_p99_ms: times[Math.floor(TIMED * PERCENTILE)] ?? Infinity };
}

function requestOf(tenantId: string, agentId: string, action: string, index: number): ActionRequest {
  const complexity = ([1, 3, 2, 3, 3, 3] as const)[index % ACTIONS.length] ?? 3;
  return { tenantId, agentId, action, complexity, amountMicros: index % 2 === 0 ? null : index * 40_000_000, runId: null, path: null };
}

function rulesOf(tenantId: string): TenantRules {
  const agents = PILOTS.map(({ maxSteps, maxCostMicros, maxTokens, forbidden, ...profile }) => {
    const limits = { maxSteps, maxCost: { micros: maxCostMicros, tokens: maxTokens }, forbidden };
    return { ...profile, id: pilotIdOf(tenantId, profile.pilot), maturity: 0.95, limits };
  });
  const policies = Array.from({ length: POLICIES }, (_, index): ActionPolicy => {
    const amount = { from: index * 10_000_000, to: (index + 1) * 10_000_000, withoutAmount: index === POLICIES - 1 };
    const action = ACTIONS[index % ACTIONS.length] ?? '*';
    return {
      id: randomUUID(),
      name: `Policy ${index}`,
      who: { kind: 'ANY' },
      action,
      complexity: { from: 1, to: 4 },
      amount,
      outcome: 'EXECUTE',
    };
  });
  return {
    version: 1,
    mode: 'FULL',
    alwaysConfirm: ['host.*'],
    policies,
    guardsOutputs: false,
    agents: new Map(agents.map((agent) => [agent.id, agent])),
  };
}
