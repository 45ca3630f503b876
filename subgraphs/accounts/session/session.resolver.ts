import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { Internal } from '../../kernel/federation/internal.ts';
import { permittedActions, type ActionList } from '../../kernel/permissions/actions.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Tenant } from '../tenant/tenant.type.ts';
import { tenantLoader } from '../tenant/tenant.loader.ts';
import type { TenantService } from '../tenant/tenant.service.ts';
import { userLoader } from '../user/user.loader.ts';
import type { UserService } from '../user/user.service.ts';
import { User } from '../user/user.type.ts';
import type { WorkspaceService } from '../workspace/workspace.service.ts';
import { WorkspaceKind } from '../workspace/workspace.type.ts';
import { arrivalOf } from './arrival.ts';
import type { OpenSessions } from './open-sessions.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import { RegisterTenantInput } from './session.input.ts';
import type { SessionService } from './session.service.ts';
import { LogInLink, LogInResult, RegisterTenantResult, type SecondFactorRequired, type Session, ViewerType } from './session.type.ts';

interface Services {
  sessions: SessionService;
  open: OpenSessions;
  tenants: TenantService;
  users: UserService;
  workspaces: WorkspaceService;
  /** The action tables of the whole product, for menus. */
  actions: ActionList;
}

@Resolver(() => ViewerType)
export class SessionResolver {
  private readonly services: Services;

  constructor(services: Services) {
    this.services = services;
  }

  @Query(() => ViewerType, { nullable: true, description: 'Who is asking; null when nobody is logged in.' })
  async viewer(@Ctx() { viewer, loaders }: GraphContext): Promise<ViewerType | null> {
    if (viewer.kind === 'anonymous') return null;
    // A token outlives a person who was removed; they are nobody then.
    const user = await userLoader(loaders, this.services.users, viewer).load(viewer.userId);
    return user === null ? null : { role: viewer.role, viewer };
  }

  @FieldResolver(() => User, { description: 'The person.' })
  user(@Root() { viewer }: ViewerType, @Ctx() { loaders }: GraphContext): Promise<User | null> {
    return userLoader(loaders, this.services.users, viewer).load(viewer.userId);
  }

  @FieldResolver(() => Tenant, { description: 'The tenant whose data is seen.' })
  tenant(@Root() { viewer }: ViewerType, @Ctx() { loaders }: GraphContext): Promise<Tenant | null> {
    return tenantLoader(loaders, this.services.tenants, viewer).load(viewer.tenantId);
  }

  @FieldResolver(() => [String], { description: 'Names of the actions this role allows, such as `connections.write`.' })
  actions(@Root() { viewer }: ViewerType): string[] {
    return permittedActions(this.services.actions, viewer);
  }

  @Mutation(() => RegisterTenantResult, { description: 'Registers a company and logs its owner in.' })
  async registerTenant(
    @Ctx() context: GraphContext,
    @Arg('input', () => RegisterTenantInput, { description: 'The company and its owner.' }) input: RegisterTenantInput,
  ): Promise<Session | InputRefused> {
    const registered = await this.services.tenants.register(input);
    return Array.isArray(registered) ? inputRefused(registered) : this.services.open.open(registered, arrivalOf(context), 'REGISTRATION');
  }

  @Mutation(() => LogInResult, { description: 'Logs in with e-mail and password.' })
  logIn(
    @Ctx() context: GraphContext,
    @Arg('email', () => String, { description: 'The address registered.' }) email: string,
    @Arg('password', () => String, { description: 'The password.' }) password: string,
    @Arg('device', () => String, { nullable: true, description: '`deviceProof` of an earlier session on this device.' }) device?:
      | string
      | null,
  ): Promise<Session | SecondFactorRequired | InputRefused> {
    return refusalAsResult(() => this.services.sessions.logIn(email, password, device ?? null, arrivalOf(context)));
  }

  @Mutation(() => LogInResult, { description: 'The second step of logging in, where there is one.' })
  completeSecondFactor(
    @Ctx() context: GraphContext,
    @Arg('challenge', () => String, { description: 'What logIn gave.' }) challenge: string,
    @Arg('code', () => String, { description: 'Six digits of the authenticator, or a recovery code.' }) code: string,
  ): Promise<Session | InputRefused> {
    return refusalAsResult(() => this.services.sessions.completeSecondFactor(challenge, code, arrivalOf(context)), 'code');
  }

  @Internal()
  @Mutation(() => LogInResult, { description: 'Logs the operating-system user of an embedded server in, with the key in its data folder.' })
  logInWithLocalKey(
    @Ctx() context: GraphContext,
    @Arg('key', () => String, { description: 'Content of owner.key.' }) key: string,
    @Arg('workspace', () => WorkspaceKind, {
      defaultValue: WorkspaceKind.OWN,
      description: 'Where to: the own workspace, or the demo company.',
    })
    workspace: WorkspaceKind,
  ): Promise<Session | InputRefused> {
    const { sessions, open, workspaces } = this.services;
    return refusalAsResult(async () => {
      const owner = await sessions.ownerByLocalKey(key);
      return open.open(workspace === 'DEMO' ? await workspaces.enterDemo(owner) : owner, arrivalOf(context), 'LOCAL_KEY');
    });
  }

  @Internal()
  @Mutation(() => LogInLink, { description: 'Makes a one-time code that logs you in on another device within 15 minutes.' })
  createLogInLink(@Ctx() { viewer }: GraphContext): Promise<LogInLink> {
    return this.services.sessions.createLink(requireUser(viewer));
  }

  @Internal()
  @Mutation(() => LogInResult, { description: 'Exchanges a one-time code for a session.' })
  logInWithLink(
    @Ctx() context: GraphContext,
    @Arg('code', () => String, { description: 'The code of a log-in link.' }) code: string,
  ): Promise<Session | InputRefused> {
    return refusalAsResult(() => this.services.sessions.logInWithLink(code, arrivalOf(context)));
  }
}
