import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Limits, UsageDay } from './limits.type.ts';
import type { UsageService } from './usage.service.ts';

@Resolver()
export class UsageResolver {
  private readonly usage: UsageService;

  constructor(usage: UsageService) {
    this.usage = usage;
  }

  @Query(() => Limits, { description: 'What the viewer and the tenant may use, and what is left of it.' })
  limits(@Ctx() { viewer }: GraphContext): Promise<Limits> {
    return this.usage.limits(requireUser(viewer));
  }

  @Query(() => [UsageDay], { name: 'usage', description: 'What the tenant used on each of the last days, today last.' })
  days(
    @Ctx() { viewer }: GraphContext,
    @Arg('days', () => Int, { defaultValue: 30, description: 'How many, 1 to 92.' }) days: number,
  ): Promise<UsageDay[]> {
    return this.usage.days(requireUser(viewer), days);
  }
}
