import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { policyOf } from '../drift/known-objects.ts';
import { DEFAULT_POLICY, RepairPolicyRow, type RepairRules } from './repair-policy.entity.ts';
import { repairErrors } from './repair.errors.ts';

const MIN_MINUTES = 15;
const MAX_MINUTES = 7 * 24 * 60;
const MAX_ENTITIES = 100;
const MAX_NAME_CHARACTERS = 100;

/** What is to change of a policy; what is null or left out stays. 0 minutes: only syncs look. */
export type PolicyChange = { readonly [Field in keyof RepairRules]?: RepairRules[Field] | null | undefined };

/** Reads and changes what a tenant lets happen by itself; the only writer of `repair_policy`. */
export class RepairPolicyService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  read({ tenantId }: UserViewer): Promise<RepairRules> {
    return this.#system.database.unitOfWork(tenantId, policyOf);
  }

  /** @returns the policy as it holds now, or what has to be corrected */
  async change({ tenantId, userId }: UserViewer, change: PolicyChange): Promise<RepairRules | InputProblem[]> {
    const problems = faultsOf(change);
    if (problems.length > 0) return problems;
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const known = await em.findOne(RepairPolicyRow, { tenantId });
      const row = known ?? em.create(RepairPolicyRow, { ...DEFAULT_POLICY, tenantId });
      const { observeEveryMinutes, ...rest } = change;
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
      const observe = observeEveryMinutes == null ? {} : { observeEveryMinutes: observeEveryMinutes === 0 ? null : observeEveryMinutes };
      Object.assign(row, given, observe, { updatedBy: userId, updatedAt: this.#system.clock() });
      await em.persist(row).flush();
      return row;
    });
  }
}

function faultsOf({ minimumConfidence, criticalEntities, observeEveryMinutes }: PolicyChange): InputProblem[] {
  const problems: InputProblem[] = [];
  const wrong = (what: string, field: string): void => void problems.push(inputProblem(repairErrors.POLICY_INVALID({ what }), field));
  if (minimumConfidence != null && !(minimumConfidence >= 0 && minimumConfidence <= 1)) wrong('The confidence', 'minimumConfidence');
  const minutes = observeEveryMinutes ?? 0;
  if (minutes !== 0 && (minutes < MIN_MINUTES || minutes > MAX_MINUTES)) wrong('The time between two looks', 'observeEveryMinutes');
  const names = criticalEntities ?? [];
  if (names.length > MAX_ENTITIES || names.some((name) => name === '' || name.length > MAX_NAME_CHARACTERS))
    wrong('The list of entity types', 'criticalEntities');
  return problems;
}
