import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stageOf } from '../agent/maturity.ts';
import { USUAL_RACI } from '../raci/raci.ts';
import type { Complexity } from '../tools/tool.ts';
import { PolicyOutcome, type ActionPolicy } from './action-policy.ts';
import { amountIn } from './amount-in.ts';
import { AutonomyMode } from './autonomy.ts';
import { CompiledRules } from './compiled-rules.ts';
import { isStricter } from './gates.ts';
import type { Judgement, Verdict } from './governor.ts';
import type { GovernedAgent, TenantRules } from './tenant-rules.ts';

const TENANT = randomUUID();
const AGENT = randomUUID();

function agentWith(says: Partial<GovernedAgent> = {}): GovernedAgent {
  const limits = { maxSteps: 20, maxCost: { tokens: 1, micros: 1 }, forbidden: [] };
  return {
    id: AGENT, name: 'Clerk', pilot: 'CUSTOM', enabled: true, maturity: 0.95, instructions: '', tools: ['*'], limits, raci: USUAL_RACI, ...says,
  }; // prettier-ignore
}
function rulesWith(says: Partial<TenantRules> = {}, agent = agentWith()): TenantRules {
  return { version: 7, mode: 'FULL', alwaysConfirm: [], policies: [], guardsOutputs: false, agents: new Map([[agent.id, agent]]), ...says };
}
function policy(says: Partial<ActionPolicy> = {}): ActionPolicy {
  return {
    id: randomUUID(),
    name: 'P',
    who: { kind: 'ANY' },
    action: '*',
    complexity: { from: 1, to: 4 },
    amount: null,
    outcome: 'EXECUTE',
    ...says,
  };
}
const judge = (rules: TenantRules, action: string, complexity: Complexity, amountMicros: number | null = null): Judgement =>
  new CompiledRules(rules).judge({ tenantId: TENANT, agentId: AGENT, action, complexity, amountMicros, runId: null, path: null });

const stages: [maturity: number, stage: string, verdicts: Verdict[]][] = [
  [0.49, 'STUDENT', ['EXECUTE', 'TRAIN', 'TRAIN', 'TRAIN']],
  [0.5, 'INTERN', ['EXECUTE', 'EXECUTE', 'PROPOSE', 'PROPOSE']],
  [0.69, 'INTERN', ['EXECUTE', 'EXECUTE', 'PROPOSE', 'PROPOSE']],
  [0.7, 'SUPERVISED', ['EXECUTE', 'EXECUTE', 'SUPERVISE', 'PROPOSE']],
  [0.9, 'SUPERVISED', ['EXECUTE', 'EXECUTE', 'SUPERVISE', 'PROPOSE']],
  [0.91, 'AUTONOMOUS', ['EXECUTE', 'EXECUTE', 'EXECUTE', 'EXECUTE']],
];
test.each(stages)('a maturity of %s is %s and does by itself what its stage allows', (maturity, stage, verdicts) => {
  expect(stageOf(maturity)).toBe(stage);
  const rules = rulesWith({ policies: [policy()] }, agentWith({ maturity }));
  expect(([1, 2, 3, 4] as const).map((complexity) => judge(rules, 'graph.mutate', complexity).verdict)).toEqual(verdicts);
});

test('what changes something and no policy is about is asked; what only shows something is not', () => {
  expect(judge(rulesWith(), 'graph.mutate', 3)).toMatchObject({ verdict: 'PROPOSE', rule: 'unknown', version: 7 });
  expect(judge(rulesWith(), 'graph.query', 1)).toMatchObject({ verdict: 'EXECUTE', rule: 'maturity' });
});

test('whoever is unknown, disabled, forbidden it or without the tool is denied before anything else is asked', () => {
  const confirm = { alwaysConfirm: ['*'], policies: [policy()] };
  expect(judge(rulesWith(confirm, agentWith({ id: randomUUID() })), 'graph.query', 1)).toMatchObject({ verdict: 'DENY', rule: 'agent' });
  expect(judge(rulesWith(confirm, agentWith({ enabled: false })), 'graph.query', 1)).toMatchObject({ verdict: 'DENY', rule: 'agent' });
  const limits = { ...agentWith().limits, forbidden: ['graph.*'] };
  expect(judge(rulesWith(confirm, agentWith({ limits })), 'graph.query', 1)).toMatchObject({ verdict: 'DENY', rule: 'limits' });
  expect(judge(rulesWith(confirm, agentWith({ tools: ['notify'] })), 'graph.query', 1)).toMatchObject({ verdict: 'DENY', rule: 'limits' });
});

test('the tenant’s mode and its always-confirm list are stronger than any policy', () => {
  const policies = [policy()];
  const inMode = (mode: AutonomyMode): Verdict => judge(rulesWith({ mode, policies }), 'graph.mutate', 3).verdict;
  expect([inMode('OFF'), inMode('PROPOSE_ONLY'), inMode('SUPERVISED'), inMode('FULL')]).toEqual([
    'DENY',
    'PROPOSE',
    'SUPERVISE',
    'EXECUTE',
  ]);
  expect(judge(rulesWith({ mode: 'OFF' }), 'graph.query', 1)).toMatchObject({ verdict: 'DENY', rule: 'autonomy' });
  expect(judge(rulesWith({ policies, alwaysConfirm: ['http.*'] }), 'http.call', 2)).toMatchObject({
    verdict: 'PROPOSE',
    rule: 'always-confirm',
  });
});

test('the first policy in order that fits decides, by whom, what and how much it is about', () => {
  const dollars = (amount: number): number => amount * 1_000_000;
  const small = policy({ amount: { from: null, to: dollars(100), withoutAmount: false } });
  const large = policy({ amount: { from: dollars(1_000), to: null, withoutAmount: false }, outcome: 'DENY' });
  const rest = policy({ outcome: 'SUPERVISE' });
  const other = policy({ who: { kind: 'AGENT', agentId: randomUUID() }, outcome: 'DENY' });
  const rules = rulesWith({ policies: [other, policy({ who: { kind: 'PILOT', pilot: 'FINOPS' }, outcome: 'DENY' }), small, large, rest] });
  const on = (amount: number | null): string => judge(rules, 'pay', 3, amount).rule;
  expect([on(dollars(100)), on(dollars(100) + 1), on(dollars(999)), on(dollars(1_000))]).toEqual(
    [small, rest, rest, large].map(({ id }) => `policy:${id}`),
  );
  expect(judge(rules, 'pay', 3, dollars(2_000)).verdict).toBe('DENY');
});

test('an unknown amount is asked about where a stricter policy might hold for it, unless a policy is about just that', () => {
  const large = policy({ amount: { from: 1_000, to: null, withoutAmount: false }, outcome: 'DENY' });
  expect(judge(rulesWith({ policies: [large, policy()] }), 'pay', 3)).toMatchObject({ verdict: 'PROPOSE', rule: 'unknown' });
  const without = policy({ amount: { from: 0, to: 0, withoutAmount: true } });
  expect(judge(rulesWith({ policies: [large, without, policy()] }), 'pay', 3)).toMatchObject({
    verdict: 'EXECUTE',
    rule: `policy:${without.id}`,
  });
});

const capabilities: [action: string, verdicts: Verdict[]][] = [
  ['browser.open', ['TRAIN', 'EXECUTE', 'EXECUTE', 'EXECUTE']],
  ['notify', ['TRAIN', 'EXECUTE', 'EXECUTE', 'EXECUTE']],
  ['screen.record', ['DENY', 'DENY', 'EXECUTE', 'EXECUTE']],
  ['canvas.html', ['DENY', 'DENY', 'EXECUTE', 'EXECUTE']],
  ['canvas.javascript', ['DENY', 'DENY', 'DENY', 'EXECUTE']],
  ['host.command', ['DENY', 'DENY', 'DENY', 'EXECUTE']],
  ['skill.code', ['DENY', 'PROPOSE', 'PROPOSE', 'PROPOSE']],
];
test.each(capabilities)('%s is for those who have got far enough', (action, verdicts) => {
  const at = (maturity: number): Verdict => judge(rulesWith({ policies: [policy()] }, agentWith({ maturity })), action, 1).verdict;
  expect([0.2, 0.6, 0.8, 0.95].map(at)).toEqual(verdicts);
});

const anyComplexity = fc.constantFrom<Complexity[]>(1, 2, 3, 4);
const anyPolicy = fc
  .record({
    action: fc.constantFrom('*', 'graph.*', 'graph.mutate', 'notify'),
    from: anyComplexity,
    outcome: fc.constantFrom(...Object.values(PolicyOutcome)),
    amount: fc.option(fc.record({ from: fc.option(fc.nat(100)), to: fc.option(fc.nat(100)), withoutAmount: fc.boolean() })),
  })
  .map(({ from, ...says }) => policy({ ...says, complexity: { from, to: 4 } }));
const anyCase = fc.record({
  mode: fc.constantFrom(...Object.values(AutonomyMode)),
  maturity: fc.double({ min: 0, max: 1, noNaN: true }),
  policies: fc.array(anyPolicy, { maxLength: 6 }),
  alwaysConfirm: fc.subarray(['graph.*', 'notify']),
  action: fc.constantFrom('graph.query', 'graph.mutate', 'notify', 'host.run'),
  complexity: anyComplexity,
  amount: fc.option(fc.nat(200)),
});

test('no policy lets an agent do more than without any gate being lifted, and the same question has the same answer', () => {
  fc.assert(
    fc.property(anyCase, ({ mode, maturity, policies, alwaysConfirm, action, complexity, amount }) => {
      const agent = agentWith({ maturity });
      const gates = judge(rulesWith({ mode, alwaysConfirm, policies: [policy()] }, agent), action, complexity, amount);
      const rules = new CompiledRules(rulesWith({ mode, alwaysConfirm, policies }, agent));
      const request = { tenantId: TENANT, agentId: AGENT, action, complexity, amountMicros: amount, runId: null, path: null };
      const judgement = rules.judge(request);
      expect(isStricter(gates.verdict, judgement.verdict)).toBe(false);
      expect(rules.judge(request)).toBe(judgement);
      expect(judgement.reason.length).toBeGreaterThan(0);
    }),
  );
});

test('more trust never makes a verdict stricter', () => {
  fc.assert(
    fc.property(
      anyCase,
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ mode, maturity, policies, alwaysConfirm, action, complexity, amount }, other) => {
        const at = (value: number): Verdict =>
          judge(rulesWith({ mode, alwaysConfirm, policies }, agentWith({ maturity: value })), action, complexity, amount).verdict;
        expect(isStricter(at(Math.max(maturity, other)), at(Math.min(maturity, other)))).toBe(false);
      },
    ),
  );
});

test('an action is about the largest amount in its input, and about no known one when that cannot be read', () => {
  expect(amountIn({ query: 'mutation', variables: { amount: 12.5, lines: [{ amountUsd: -40 }, { total_amount: '7' }] } }, 0)).toBe(
    40_000_000,
  );
  expect(amountIn({ to: 'finance', text: 'an amount of 500' }, 0)).toBeNull();
  expect(amountIn({ amount: 1 }, 3_000_000)).toBe(3_000_000);
  expect(amountIn(null, 2)).toBe(2);
  expect(amountIn({ amount: 'a lot', body: { amount: 3 } }, 5)).toBeNull();
  expect(amountIn({ amount: 0 }, 0)).toBe(0);
});
