import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type InputProblem, type InputRefused, inputProblem, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { policyOf } from '../drift/known-objects.ts';
import { DEFAULT_POLICY, RepairPolicyRow, type RepairRules } from './repair-policy.entity.ts';
import { RepairPolicy, RepairPolicyInput, RepairPolicySet, SetRepairPolicyResult } from './repair-policy.type.ts';
import { repairErrors } from './repair.errors.ts';

const MIN_MINUTES = 15;
const MAX_MINUTES = 7 * 24 * 60;
const MAX_ENTITIES = 100;
const MAX_NAME_CHARACTERS = 100;

@Resolver()
export class RepairPolicyResolver {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  @Query(() => RepairPolicy, { description: 'What happens by itself when sources change.' })
  repairPolicy(@Ctx() { viewer }: GraphContext): Promise<RepairRules> {
    return this.system.database.unitOfWork(requireUser(viewer).tenantId, policyOf);
  }

  @Mutation(() => SetRepairPolicyResult, { description: 'Changes what happens by itself when sources change. Problems: POLICY_INVALID.' })
  async setRepairPolicy(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => RepairPolicyInput, { description: 'What is to change.' }) input: RepairPolicyInput,
  ): Promise<RepairPolicySet | InputRefused> {
    const { tenantId, userId } = requireUser(viewer);
    const problems = faultsOf(input);
    if (problems.length > 0) return inputRefused(problems);
    const policy = await this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const known = await em.findOne(RepairPolicyRow, { tenantId });
      const row = known ?? em.create(RepairPolicyRow, { ...DEFAULT_POLICY, tenantId });
      const { observeEveryMinutes, ...rest } = input;
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
      const observe = observeEveryMinutes == null ? {} : { observeEveryMinutes: observeEveryMinutes === 0 ? null : observeEveryMinutes };
      Object.assign(row, given, observe, { updatedBy: userId, updatedAt: this.system.clock() });
      await em.persist(row).flush();
      return row;
    });
    return Object.assign(new RepairPolicySet(), { policy });
  }
}

function faultsOf({ minimumConfidence, criticalEntities, observeEveryMinutes }: RepairPolicyInput): InputProblem[] {
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
