import { openMailer } from '../../kernel/mail/open-mailer.ts';
import { mailConsumer } from '../../kernel/mail/mail-outbox.ts';
import type { System } from '../../kernel/system.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import { InvitationResolver } from '../invitation/invitation.resolver.ts';
import { InvitationService } from '../invitation/invitation.service.ts';
import { SecondFactorResolver } from '../second-factor/second-factor.resolver.ts';
import { SecondFactorService } from '../second-factor/second-factor.service.ts';
import { Providers } from '../single-sign-on/provider.ts';
import { signInRoute } from '../single-sign-on/sign-in-route.ts';
import { SingleSignOnResolver } from '../single-sign-on/single-sign-on.resolver.ts';
import { SingleSignOnService } from '../single-sign-on/single-sign-on.service.ts';
import type { TenantService } from '../tenant/tenant.service.ts';
import { MemberResolver } from '../user/member.resolver.ts';
import { MembersService } from '../user/members.service.ts';
import { ProfileService } from '../user/profile.service.ts';
import type { UserService } from '../user/user.service.ts';
import type { WorkspaceService } from '../workspace/workspace.service.ts';
import { identitySealed } from './identity-sealed.ts';
import { OpenSessions } from './open-sessions.ts';
import { PasswordCheck } from './password-check.ts';
import { Passwords } from './passwords.ts';
import { SessionCareResolver } from './session-care.resolver.ts';
import { SessionList } from './session-list.ts';
import { SessionResolver } from './session.resolver.ts';
import { SessionService } from './session.service.ts';

/** How people come in, stay in, and are let in by others. `open` is what every other way of entering opens sessions with. */
export function createIdentity(
  system: System,
  { tenants, users, workspaces }: { tenants: TenantService; users: UserService; workspaces: WorkspaceService },
): Feature & { open: OpenSessions } {
  const open = new OpenSessions(system);
  const check = new PasswordCheck(system);
  const factors = new SecondFactorService(system, check);
  const sessions = new SessionService(system, { tenants, open, check, factors });
  const providers = new Providers(system);
  const settings = new SingleSignOnService(system, providers);
  const mailer = openMailer(system.config);
  return {
    open,
    resolvers: [
      new SessionResolver({ sessions, open, tenants, users, workspaces, actions: system.actions }),
      new SessionCareResolver({ open, list: new SessionList(system), passwords: new Passwords(system, check) }),
      new SecondFactorResolver(factors),
      new InvitationResolver(new InvitationService(system), open),
      new SingleSignOnResolver(settings, check),
      new MemberResolver(new MembersService(system), new ProfileService(system)),
    ],
    routes: [signInRoute({ system, settings, providers, sessions })],
    consumers: [mailConsumer(system, mailer)],
    sealed: identitySealed,
    stop: async () => mailer.close(),
  };
}
