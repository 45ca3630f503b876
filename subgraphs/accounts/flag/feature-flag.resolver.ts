import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { userLoader } from '../user/user.loader.ts';
import type { UserService } from '../user/user.service.ts';
import { User } from '../user/user.type.ts';
import type { FeatureFlagService } from './feature-flag.service.ts';
import { FeatureFlag, SetFeatureFlagResult } from './feature-flag.type.ts';

@Resolver(() => FeatureFlag)
export class FeatureFlagResolver {
  private readonly flags: FeatureFlagService;
  private readonly users: UserService;

  constructor(flags: FeatureFlagService, users: UserService) {
    this.flags = flags;
    this.users = users;
  }

  @Query(() => [FeatureFlag], { description: 'What is switched on or off for the tenant.' })
  featureFlags(@Ctx() { viewer }: GraphContext): Promise<FeatureFlag[]> {
    return this.flags.list(requireUser(viewer));
  }

  @Mutation(() => SetFeatureFlagResult, { description: 'Switches a feature for the whole tenant.' })
  async setFeatureFlag(
    @Ctx() { viewer }: GraphContext,
    @Arg('key', () => String, { description: 'One of `featureFlags`.' }) key: string,
    @Arg('enabled', () => Boolean, { nullable: true, description: 'On or off; null: as it is by default.' }) enabled: boolean | null,
    @Arg('reason', () => String, { description: 'Why, in a sentence; kept in the audit trail.' }) reason: string,
  ): Promise<FeatureFlag | InputRefused> {
    const changed = await this.flags.set(requireUser(viewer), { key, enabled: enabled ?? null, reason });
    return Array.isArray(changed) ? inputRefused(changed) : changed;
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who said so; null: nobody, or somebody who is gone.' })
  async changedBy(@Root() { changedById }: FeatureFlag, @Ctx() { viewer, loaders }: GraphContext): Promise<User | null> {
    return changedById === null ? null : userLoader(loaders, this.users, requireUser(viewer)).load(changedById);
  }
}
