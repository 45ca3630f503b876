import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { referTo, User } from '../asset/stubs.type.ts';
import { DiscoveryPolicy, DiscoveryPolicyConnection, DiscoveryPolicySaved, SaveDiscoveryPolicyInput, SaveDiscoveryPolicyResult } from './discovery-policy.type.ts'; // prettier-ignore
import { policyFrom } from './policy-problems.ts';
import type { PolicyService } from './policy.service.ts';
import type { PreviewService } from './preview.service.ts';
import { DiscoveryPolicyPreview, DiscoveryPolicyPreviewResult } from './preview.type.ts';

@Resolver(() => DiscoveryPolicy)
export class PolicyResolver {
  private readonly policies: PolicyService;
  private readonly previews: PreviewService;

  constructor(policies: PolicyService, previews: PreviewService) {
    this.policies = policies;
    this.previews = previews;
  }

  @Query(() => DiscoveryPolicy, { description: 'By what is judged what runs. Errors: DISCOVERY_POLICY_NOT_FOUND.' })
  discoveryPolicy(
    @Ctx() { viewer }: GraphContext,
    @Arg('version', () => Int, { nullable: true, description: 'Which version; left out: the one in force.' }) version: number | null,
  ): Promise<DiscoveryPolicy> {
    return this.policies.read(requireUser(viewer), version ?? null);
  }

  @Query(() => DiscoveryPolicyConnection, { description: 'The versions that were saved, newest first.' })
  discoveryPolicyVersions(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<DiscoveryPolicy>> {
    return this.policies.page(requireUser(viewer), pageOf(first, after));
  }

  @Mutation(() => SaveDiscoveryPolicyResult, {
    description: 'Saves the next version of the policy. Errors: DISCOVERY_POLICY_INVALID with the field, DISCOVERY_POLICY_CHANGED.',
  })
  async saveDiscoveryPolicy(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => SaveDiscoveryPolicyInput, { description: 'The policy.' })
    { policy: given, expectedVersion, note = null }: SaveDiscoveryPolicyInput,
  ): Promise<DiscoveryPolicySaved | InputRefused> {
    const read = policyFrom(given);
    if ('problems' in read) return inputRefused(read.problems);
    return refusalAsResult(async () => {
      const policy = await this.policies.save(requireUser(viewer), read.policy, expectedVersion, note);
      return Object.assign(new DiscoveryPolicySaved(), { policy });
    }, 'expectedVersion');
  }

  @Query(() => DiscoveryPolicyPreviewResult, {
    description:
      'What another policy would have made of a past scan; nothing is saved. Errors: DISCOVERY_POLICY_INVALID with the field, SCAN_NOT_FOUND, SCAN_NOT_FINISHED, SCAN_TOO_OLD.',
  })
  async previewDiscoveryPolicy(
    @Ctx() { viewer }: GraphContext,
    @Arg('policy', () => GraphQLJSON, { description: 'The policy, in one of the forms that can be saved.' }) given: unknown,
    @Arg('scanId', () => ID, { nullable: true, description: 'The scan; left out: the last one that succeeded.' }) scanId: string | null,
  ): Promise<DiscoveryPolicyPreview | InputRefused> {
    const read = policyFrom(given);
    if ('problems' in read) return inputRefused(read.problems);
    return refusalAsResult(async () => {
      const seen = await this.previews.preview(requireUser(viewer), read.policy, scanId ?? null);
      return Object.assign(new DiscoveryPolicyPreview(), { ...seen, ignored: [...read.ignored] });
    }, 'scanId');
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who saved it; null for the default.' })
  author(@Root() { savedBy }: DiscoveryPolicy): User | null {
    return savedBy === null ? null : referTo(User, savedBy);
  }
}
