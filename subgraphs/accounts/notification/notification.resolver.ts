import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { InputProblem, type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { InboxService } from './inbox.service.ts';
import {
  Notification,
  NotificationConnection,
  NotificationPreference,
  NotificationPreferenceInput,
  type NotificationPreferencesSaved,
  SaveNotificationPreferencesResult,
} from './notification.type.ts';

@Resolver(() => Notification)
export class NotificationResolver {
  private readonly inbox: InboxService;

  constructor(inbox: InboxService) {
    this.inbox = inbox;
  }

  @Query(() => NotificationConnection, { description: 'Your notifications, newest first.' })
  notifications(
    @Ctx() { viewer }: GraphContext,
    @Arg('unreadOnly', () => Boolean, { defaultValue: false, description: 'Only those not read yet.' }) unreadOnly: boolean,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Notification>> {
    return this.inbox.page(requireUser(viewer), pageOf(first, after), unreadOnly);
  }

  @Query(() => Int, { description: 'How many of your notifications are not read yet.' })
  unreadNotifications(@Ctx() { viewer }: GraphContext): Promise<number> {
    return this.inbox.unread(requireUser(viewer));
  }

  @Mutation(() => Int, { description: 'Marks notifications as read. Gives how many were not.' })
  markNotificationsRead(
    @Ctx() { viewer }: GraphContext,
    @Arg('ids', () => [ID], { nullable: true, description: 'Which, at most 500; left out: all of yours.' }) ids: string[] | null,
  ): Promise<number> {
    return this.inbox.markRead(requireUser(viewer), ids ?? null);
  }

  @Query(() => [NotificationPreference], { description: 'What you are told of, and how.' })
  notificationPreferences(@Ctx() { viewer }: GraphContext): Promise<NotificationPreference[]> {
    return this.inbox.preferences(requireUser(viewer));
  }

  @Mutation(() => SaveNotificationPreferencesResult, { description: 'Changes how you are told of some kinds of things.' })
  async saveNotificationPreferences(
    @Ctx() { viewer }: GraphContext,
    @Arg('preferences', () => [NotificationPreferenceInput], { description: 'Those that change.' })
    preferences: NotificationPreferenceInput[],
  ): Promise<NotificationPreferencesSaved | InputRefused> {
    const saved = await this.inbox.savePreferences(requireUser(viewer), preferences);
    return isProblems(saved) ? inputRefused(saved) : { preferences: saved };
  }
}

function isProblems(result: NotificationPreference[] | InputProblem[]): result is InputProblem[] {
  return result[0] instanceof InputProblem;
}
