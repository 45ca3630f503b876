import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { RepairPolicyService } from './repair-policy.service.ts';
import { RepairPolicy, RepairPolicyInput, RepairPolicySet, SetRepairPolicyResult } from './repair-policy.type.ts';

@Resolver()
export class RepairPolicyResolver {
  private readonly policies: RepairPolicyService;

  constructor(policies: RepairPolicyService) {
    this.policies = policies;
  }

  @Query(() => RepairPolicy, { description: 'What happens by itself when sources change.' })
  repairPolicy(@Ctx() { viewer }: GraphContext): Promise<RepairPolicy> {
    return this.policies.read(requireUser(viewer));
  }

  @Mutation(() => SetRepairPolicyResult, { description: 'Changes what happens by itself when sources change. Problems: POLICY_INVALID.' })
  async setRepairPolicy(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => RepairPolicyInput, { description: 'What is to change.' }) input: RepairPolicyInput,
  ): Promise<RepairPolicySet | InputRefused> {
    const result = await this.policies.change(requireUser(viewer), input);
    return Array.isArray(result) ? inputRefused(result) : Object.assign(new RepairPolicySet(), { policy: result });
  }
}
