import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { type InputRefused, inputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { pageOf, type ConnectionOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { userLoader } from '../../user/user.loader.ts';
import type { UserService } from '../../user/user.service.ts';
import { User } from '../../user/user.type.ts';
import type { SlackUserService } from './slack-user.service.ts';
import { LinkSlackUserResult, SlackLinkOffer, SlackUser, SlackUserConnection, type SlackUserLinked } from './slack.type.ts';

@Resolver(() => SlackUser)
export class SlackResolver {
  private readonly known: SlackUserService;
  private readonly users: UserService;

  constructor(known: SlackUserService, users: UserService) {
    this.known = known;
    this.users = users;
  }

  @Query(() => SlackUserConnection, { description: 'Users of Slack who are known as you, for owners and admins as anybody; newest first.' })
  slackUsers(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<SlackUser>> {
    return this.known.page(requireUser(viewer), pageOf(first, after));
  }

  @Query(() => SlackLinkOffer, { nullable: true, description: 'Who a link from Slack is about; null: it works no longer.' })
  slackLinkOffer(
    @Ctx() { viewer }: GraphContext,
    @Arg('code', () => String, { description: 'The code in the link.' }) code: string,
  ): Promise<SlackLinkOffer | null> {
    return this.known.offer(requireUser(viewer), code);
  }

  @Mutation(() => LinkSlackUserResult, {
    description: 'Makes a user of Slack known as you: what they decide with buttons in Slack is decided in your name.',
  })
  async linkSlackUser(
    @Ctx() { viewer }: GraphContext,
    @Arg('code', () => String, { description: 'The code in the link.' }) code: string,
  ): Promise<SlackUserLinked | InputRefused> {
    const linked = await this.known.link(requireUser(viewer), code);
    return Array.isArray(linked) ? inputRefused(linked) : { slackUser: linked };
  }

  @Mutation(() => Boolean, { description: 'Makes a user of Slack unknown; false when there was no such one.' })
  unlinkSlackUser(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'The link.' }) id: string): Promise<boolean> {
    return this.known.unlink(requireUser(viewer), id);
  }

  @FieldResolver(() => User, { nullable: true, description: 'The member that the user of Slack is.' })
  member(@Root() { userId }: SlackUser, @Ctx() { viewer, loaders }: GraphContext): Promise<User | null> {
    return userLoader(loaders, this.users, requireUser(viewer)).load(userId);
  }
}
