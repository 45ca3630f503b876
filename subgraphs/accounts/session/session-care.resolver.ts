import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { arrivalOf } from './arrival.ts';
import { OpenSessionConnection, RevokeSessionResult, SessionsEnded, sessionsEnded, type OpenSession } from './open-session.type.ts';
import type { OpenSessions } from './open-sessions.ts';
import { ChangePasswordResult, PasswordChanged, PasswordResetRequested, RequestPasswordResetResult } from './password.type.ts';
import type { Passwords } from './passwords.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import type { SessionList } from './session-list.ts';
import { RefreshSessionResult, ViewerType, type Session } from './session.type.ts';

@Resolver(() => ViewerType)
export class SessionCareResolver {
  private readonly open: OpenSessions;
  private readonly list: SessionList;
  private readonly passwords: Passwords;

  constructor(parts: { open: OpenSessions; list: SessionList; passwords: Passwords }) {
    this.open = parts.open;
    this.list = parts.list;
    this.passwords = parts.passwords;
  }

  @FieldResolver(() => OpenSessionConnection, { description: 'Where the person is logged in to this workspace, the newest first.' })
  sessions(
    @Root() { viewer }: ViewerType,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<OpenSession>> {
    return this.list.page(viewer, pageOf(first, after));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the person can log in with a password.' })
  hasPassword(@Root() { viewer }: ViewerType): Promise<boolean> {
    return this.passwords.has(viewer);
  }

  @Mutation(() => RefreshSessionResult, { description: 'Exchanges a refresh token for fresh tokens of the same session.' })
  refreshSession(
    @Ctx() context: GraphContext,
    @Arg('refreshToken', () => String, { description: 'The latest of the session. An older one ends the session: somebody else has it.' })
    refreshToken: string,
  ): Promise<Session | InputRefused> {
    return refusalAsResult(() => this.open.refresh(refreshToken, arrivalOf(context)));
  }

  @Mutation(() => SessionsEnded, { description: 'Ends the session that asks.' })
  async logOut(@Ctx() { viewer }: GraphContext): Promise<SessionsEnded> {
    return sessionsEnded(await this.list.logOut(requireUser(viewer)));
  }

  @Mutation(() => SessionsEnded, { description: 'Ends every session of the person, in all their workspaces.' })
  async logOutEverywhere(@Ctx() { viewer }: GraphContext): Promise<SessionsEnded> {
    return sessionsEnded(await this.list.logOutEverywhere(requireUser(viewer)));
  }

  @Mutation(() => RevokeSessionResult, { description: 'Ends one of the person’s sessions in this workspace.' })
  revokeSession(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'One of `viewer.sessions`.' }) id: string,
  ): Promise<SessionsEnded | InputRefused> {
    const work = async (): Promise<SessionsEnded> => {
      await this.list.revoke(requireUser(viewer), id);
      return sessionsEnded(1);
    };
    return refusalAsResult(work, 'id');
  }

  @Mutation(() => ChangePasswordResult, { description: 'Changes the password; other sessions are logged out.' })
  changePassword(
    @Ctx() context: GraphContext,
    @Arg('oldPassword', () => String, { description: 'The password until now.' }) oldPassword: string,
    @Arg('newPassword', () => String, { description: 'At least 10 characters, not easily guessed.' }) newPassword: string,
  ): Promise<PasswordChanged | InputRefused> {
    const work = async (): Promise<PasswordChanged | InputRefused> => {
      const problems = await this.passwords.change(requireUser(context.viewer), oldPassword, newPassword, arrivalOf(context));
      return problems.length > 0 ? inputRefused(problems) : Object.assign(new PasswordChanged(), { changed: true });
    };
    return refusalAsResult(work, 'oldPassword');
  }

  @Mutation(() => RequestPasswordResetResult, {
    description: 'Mails a code for a new password to the address, if there is an account with it. The reply is the same if there is none.',
  })
  requestPasswordReset(
    @Ctx() context: GraphContext,
    @Arg('email', () => String, { description: 'The address registered.' }) email: string,
  ): Promise<PasswordResetRequested | InputRefused> {
    const work = async (): Promise<PasswordResetRequested> => {
      await this.passwords.requestReset(email, arrivalOf(context));
      return Object.assign(new PasswordResetRequested(), { minutes: this.passwords.resetMinutes });
    };
    return refusalAsResult(work);
  }

  @Mutation(() => ChangePasswordResult, { description: 'Sets a new password by a code that was mailed; every session is logged out.' })
  resetPassword(
    @Ctx() context: GraphContext,
    @Arg('code', () => String, { description: 'The code of the mail; works once.' }) code: string,
    @Arg('newPassword', () => String, { description: 'At least 10 characters, not easily guessed.' }) newPassword: string,
  ): Promise<PasswordChanged | InputRefused> {
    const work = async (): Promise<PasswordChanged | InputRefused> => {
      const problems = await this.passwords.reset(code, newPassword, arrivalOf(context));
      return problems.length > 0 ? inputRefused(problems) : Object.assign(new PasswordChanged(), { changed: true });
    };
    return refusalAsResult(work, 'code');
  }
}
