import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser, Role } from '../../kernel/viewer/viewer.ts';
import { arrivalOf } from '../session/arrival.ts';
import type { OpenSessions } from '../session/open-sessions.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import { RegisterTenantResult, type Session } from '../session/session.type.ts';
import { Tenant } from '../tenant/tenant.type.ts';
import type { InvitationService } from './invitation.service.ts';
import { type Invitation, InvitationConnection, InvitationOffer, InviteMemberResult, RevokeInvitationResult } from './invitation.type.ts';

@Resolver(() => Tenant)
export class InvitationResolver {
  private readonly service: InvitationService;
  private readonly sessions: OpenSessions;

  constructor(service: InvitationService, sessions: OpenSessions) {
    this.service = service;
    this.sessions = sessions;
  }

  @FieldResolver(() => InvitationConnection, { description: 'Who was asked to join and has not answered yet, the oldest first.' })
  invitations(
    @Root() _tenant: Tenant,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Invitation>> {
    return this.service.page(requireUser(viewer), pageOf(first, after));
  }

  @Query(() => InvitationOffer, { nullable: true, description: 'What an invitation’s code invites to; null when it works no longer.' })
  invitation(@Arg('code', () => String, { description: 'The code of the mail.' }) code: string): Promise<InvitationOffer | null> {
    return this.service.offer(code);
  }

  @Mutation(() => InviteMemberResult, { description: 'Mails somebody an invitation to join the tenant; works for seven days.' })
  inviteMember(
    @Ctx() { viewer }: GraphContext,
    @Arg('email', () => String, { description: 'Their address. An open invitation to it is replaced.' }) email: string,
    @Arg('role', () => Role, { description: 'What they will be; not above one’s own role.' }) role: Role,
  ): Promise<Invitation | InputRefused> {
    return refusalAsResult(() => this.service.invite(requireUser(viewer), email, role), 'email');
  }

  @Mutation(() => RevokeInvitationResult, { description: 'Takes an invitation back; its code works no longer.' })
  revokeInvitation(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'One of `tenant.invitations`.' }) id: string,
  ): Promise<Invitation | InputRefused> {
    return refusalAsResult(() => this.service.revoke(requireUser(viewer), id), 'id');
  }

  @Mutation(() => RegisterTenantResult, { description: 'Makes the account of somebody who was invited, and logs them in.' })
  acceptInvitation(
    @Ctx() context: GraphContext,
    @Arg('code', () => String, { description: 'The code of the mail; works once.' }) code: string,
    @Arg('displayName', () => String, { description: 'What to call them; 1 to 100 characters.' }) displayName: string,
    @Arg('password', () => String, { description: 'At least 10 characters, not easily guessed.' }) password: string,
  ): Promise<Session | InputRefused> {
    const work = async (): Promise<Session | InputRefused> => {
      const accepted = await this.service.accept(code, displayName, password);
      return Array.isArray(accepted) ? inputRefused(accepted) : this.sessions.open(accepted, arrivalOf(context), 'INVITATION');
    };
    return refusalAsResult(work, 'code');
  }
}
