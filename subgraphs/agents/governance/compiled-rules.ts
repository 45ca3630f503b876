import type { ActionRequest, Judgement } from './governor.ts';
import { judgementOn, rulingOn, type Ruling } from './judge.ts';
import type { TenantRules } from './tenant-rules.ts';

/** Pairs of agent and action that are kept worked out; beyond it they are worked out anew. */
const MAX_PAIRS = 5_000;
const COMPLEXITIES = 5;

/** A tenant's rules with what they come to, worked out once for each agent, action and complexity. */
export class CompiledRules {
  readonly rules: TenantRules;
  readonly #rulings = new Map<string, Map<string, (Ruling | undefined)[]>>();
  #pairs = 0;

  constructor(rules: TenantRules) {
    this.rules = rules;
  }

  judge({ agentId, action, complexity, amountMicros }: ActionRequest): Judgement {
    const known = this.#rulings.get(agentId)?.get(action)?.[complexity];
    return judgementOn(known ?? this.#workOut(agentId, action, complexity), amountMicros);
  }

  #workOut(agentId: string, action: string, complexity: ActionRequest['complexity']): Ruling {
    if (this.#pairs >= MAX_PAIRS) {
      this.#rulings.clear();
      this.#pairs = 0;
    }
    const actions = this.#rulings.get(agentId) ?? new Map<string, (Ruling | undefined)[]>();
    const rulings = actions.get(action) ?? Array.from<Ruling | undefined>({ length: COMPLEXITIES });
    if (!actions.has(action)) this.#pairs++;
    const ruling = rulingOn(this.rules, agentId, action, complexity);
    rulings[complexity] = ruling;
    this.#rulings.set(agentId, actions.set(action, rulings));
    return ruling;
  }
}
