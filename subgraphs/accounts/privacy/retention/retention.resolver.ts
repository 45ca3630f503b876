import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import type { RetentionService } from './retention.service.ts';
import { RetentionKind, RetentionRule, RetentionRuleChanged, RetentionStarted, SetRetentionRuleResult } from './retention.type.ts';

@Resolver(() => RetentionRule)
export class RetentionResolver {
  private readonly service: RetentionService;

  constructor(retention: RetentionService) {
    this.service = retention;
  }

  @Query(() => [RetentionRule], { description: 'For how long each kind of thing is kept.' })
  retentionRules(@Ctx() { viewer }: GraphContext): Promise<RetentionRule[]> {
    return this.service.list(requireUser(viewer));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many would be deleted now; null where only a worker can tell: runRetention with `dryRun` has one count.',
  })
  due(@Root() rule: RetentionRule, @Ctx() { viewer }: GraphContext): Promise<number | null> {
    return this.service.due(requireUser(viewer), rule);
  }

  @Mutation(() => SetRetentionRuleResult, { description: 'Sets for how many days something is kept.' })
  async setRetentionRule(
    @Ctx() { viewer }: GraphContext,
    @Arg('kind', () => RetentionKind, { description: 'What it is about.' }) kind: keyof typeof RetentionKind,
    @Arg('days', () => Int, { nullable: true, description: 'Days; null goes back to the platform’s own.' }) days: number | null,
  ): Promise<RetentionRuleChanged | InputRefused> {
    const result = await this.service.set(requireUser(viewer), kind, days ?? null);
    return Array.isArray(result) ? inputRefused(result) : Object.assign(new RetentionRuleChanged(), { rule: result });
  }

  @Mutation(() => RetentionStarted, { description: 'Deletes what is too old now instead of at night, or only counts it.' })
  async runRetention(
    @Ctx() { viewer }: GraphContext,
    @Arg('dryRun', () => Boolean, { defaultValue: true, description: 'Whether it is only counted.' }) dryRun: boolean,
  ): Promise<RetentionStarted> {
    return { runId: await this.service.start(requireUser(viewer), dryRun) };
  }
}
