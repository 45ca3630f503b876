import { stageOf } from '../agent/maturity.ts';
import type { Complexity } from '../tools/tool.ts';
import type { ActionPolicy } from './action-policy.ts';
import { autonomyGate, capabilityGate, CHANGES, isStricter, maturityGate } from './gates.ts';
import type { Judgement, Verdict } from './governor.ts';
import { meets, meetsAny } from './pattern.ts';
import type { GovernedAgent, TenantRules } from './tenant-rules.ts';

/** What is ruled on one action of one agent, whatever the amount. */
export interface Ruling {
  /** In order; the first one that the amount fits decides. */
  byAmount: readonly { from: number; to: number; judgement: Judgement }[];
  /** When none of them fits. */
  otherwise: Judgement;
  /** When the amount is not known, or there is none. */
  withoutAmount: Judgement;
}

interface Finding {
  verdict: Verdict;
  rule: string;
  reason: string;
}

/**
 * Works out what is ruled on an action, in this order: the agent is there and enabled; the action is one of its tools and not forbidden; the tenant's
 * autonomy mode; the always-confirm list; capabilities; maturity. The strictest of these is as much as any policy can allow; of equals the first is
 * named. Then the first policy that fits: it can only be stricter. What changes something and has no policy is asked about.
 */
export function rulingOn(rules: TenantRules, agentId: string, action: string, complexity: Complexity): Ruling {
  const { version, agents } = rules;
  const judged = (finding: Finding): Judgement => Object.freeze({ ...finding, version });
  const agent = agents.get(agentId);
  const refused = agent === undefined ? UNKNOWN_AGENT : refusalOf(agent, action);
  if (agent === undefined || refused !== null) return always(judged(refused ?? UNKNOWN_AGENT));
  const limit = strictest(gatesOf(rules, agent, action, complexity));
  const within = (finding: Finding): Judgement => judged(isStricter(limit.verdict, finding.verdict) ? limit : finding);
  // What nobody has ruled on is asked about, but for what the gates say more of.
  const unruled = judged(complexity >= CHANGES && isStricter('PROPOSE', limit.verdict) ? UNRULED : limit);

  const byAmount: { from: number; to: number; judgement: Judgement }[] = [];
  let withoutAmount: Judgement | null = null;
  let doubtful: ActionPolicy | null = null;
  for (const policy of rules.policies) {
    if (!isAbout(policy, agent, action, complexity)) continue;
    const judgement = within(foundBy(policy));
    const { amount } = policy;
    if (amount === null) return { byAmount, otherwise: judgement, withoutAmount: withoutAmount ?? within(inDoubt(doubtful, policy)) };
    byAmount.push({ from: amount.from ?? -Infinity, to: amount.to ?? Infinity, judgement });
    if (amount.withoutAmount) withoutAmount ??= judgement;
    else if (doubtful === null || isStricter(policy.outcome, doubtful.outcome)) doubtful = policy;
  }
  return { byAmount, otherwise: unruled, withoutAmount: withoutAmount ?? unruled };
}

/** The judgement on an amount, in micro-dollars. */
export function judgementOn({ byAmount, otherwise, withoutAmount }: Ruling, amountMicros: number | null): Judgement {
  if (amountMicros === null || Number.isNaN(amountMicros)) return withoutAmount;
  for (const { from, to, judgement } of byAmount) if (amountMicros >= from && amountMicros <= to) return judgement;
  return otherwise;
}

const always = (judgement: Judgement): Ruling => ({ byAmount: [], otherwise: judgement, withoutAmount: judgement });

const UNKNOWN_AGENT: Finding = { verdict: 'DENY', rule: 'agent', reason: 'There is no such agent.' };
const UNRULED: Finding = {
  verdict: 'PROPOSE',
  rule: 'unknown',
  reason: 'It changes something and no policy says what becomes of it, so a person decides.',
};

function refusalOf(agent: GovernedAgent, action: string): Finding | null {
  const deny = (rule: string, reason: string): Finding => ({ verdict: 'DENY', rule, reason });
  if (!agent.enabled) return deny('agent', `${agent.name} is disabled.`);
  if (meetsAny(agent.limits.forbidden, action)) return deny('limits', `${agent.name} never does ${action}.`);
  return meetsAny(agent.tools, action) ? null : deny('limits', `${action} is not one of ${agent.name}’s tools.`);
}

/** What each gate allows, in the order in which they are named. */
function gatesOf(rules: TenantRules, agent: GovernedAgent, action: string, complexity: Complexity): Finding[] {
  const stage = stageOf(agent.maturity);
  const found: Finding[] = [{ verdict: autonomyGate(rules.mode, complexity), rule: 'autonomy', reason: MODES[rules.mode] }];
  if (meetsAny(rules.alwaysConfirm, action))
    found.push({ verdict: 'PROPOSE', rule: 'always-confirm', reason: `A person always confirms ${action}.` });
  const capability = capabilityGate(stage, action);
  if (capability !== null)
    found.push({ verdict: capability, rule: 'capability', reason: `${action} is ${MAY[capability]} for ${stage} agents.` });
  const verdict = maturityGate(stage, complexity);
  const what =
    complexity >= CHANGES ? `${agent.name} is ${stage}, and the action ${DOES[complexity]}` : `The action only ${DOES[complexity]}`;
  found.push({ verdict, rule: 'maturity', reason: `${what}: ${MAY[verdict]} for it.` });
  return found;
}

const MODES: Readonly<Record<TenantRules['mode'], string>> = {
  OFF: 'Agents are switched off in this workspace.',
  PROPOSE_ONLY: 'In this workspace agents only propose changes.',
  SUPERVISED: 'In this workspace changes by agents are watched.',
  FULL: 'Agents may act by themselves in this workspace.',
};
const DOES: Readonly<Record<Complexity, string>> = {
  1: 'shows something',
  2: 'streams or asks',
  3: 'changes something',
  4: 'deletes something',
};
const MAY: Readonly<Record<Verdict, string>> = {
  EXECUTE: 'allowed',
  SUPERVISE: 'allowed while people watch',
  PROPOSE: 'proposed to a person first',
  TRAIN: 'not allowed before it is trained',
  DENY: 'not allowed',
};

/** Of equals the first; of what is allowed the last, which says most. */
function strictest(found: readonly Finding[]): Finding {
  return found.reduce((kept, each) => (kept.verdict === 'EXECUTE' || isStricter(each.verdict, kept.verdict) ? each : kept));
}

const foundBy = ({ id, name, outcome }: ActionPolicy): Finding => ({
  verdict: outcome,
  rule: `policy:${id}`,
  reason: `The policy “${name}” says so.`,
});

/** What a policy comes to when a stricter one before it holds for some amounts, and the amount is not known. */
function inDoubt(doubtful: ActionPolicy | null, policy: ActionPolicy): Finding {
  if (doubtful === null || !isStricter(doubtful.outcome, policy.outcome) || !isStricter('PROPOSE', policy.outcome)) return foundBy(policy);
  return { verdict: 'PROPOSE', rule: 'unknown', reason: `The amount is not known, and the policy “${doubtful.name}” may hold for it.` };
}

function isAbout(
  { who, action: pattern, complexity: span }: ActionPolicy,
  agent: GovernedAgent,
  action: string,
  complexity: Complexity,
): boolean {
  if (complexity < span.from || complexity > span.to || !meets(pattern, action)) return false;
  switch (who.kind) {
    case 'ANY':
      return true;
    case 'PILOT':
      return who.pilot === agent.pilot;
    case 'AGENT':
      return who.agentId === agent.id;
  }
}
