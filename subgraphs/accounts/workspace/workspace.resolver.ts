import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { Internal } from '../../kernel/federation/internal.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { refusalAsResult } from '../session/refusal.ts';
import type { SessionService } from '../session/session.service.ts';
import type { Session } from '../session/session.type.ts';
import { Tenant } from '../tenant/tenant.type.ts';
import type { WorkspaceService } from './workspace.service.ts';
import { CreateDemoResult, DeleteDemoResult, DemoDeleted, SwitchWorkspaceResult } from './workspace.type.ts';

@Resolver()
export class WorkspaceResolver {
  private readonly service: WorkspaceService;
  private readonly sessions: SessionService;

  constructor(workspaces: WorkspaceService, sessions: SessionService) {
    this.service = workspaces;
    this.sessions = sessions;
  }

  @Query(() => [Tenant], { description: 'Workspaces the viewer may enter: their own and, when there is one, the demo company.' })
  workspaces(@Ctx() { viewer }: GraphContext): Promise<Tenant[]> {
    return this.service.list(requireUser(viewer));
  }

  @Mutation(() => SwitchWorkspaceResult, { description: 'A session in another workspace of the viewer.' })
  switchWorkspace(
    @Ctx() { viewer }: GraphContext,
    @Arg('tenantId', () => ID, { description: 'One of `workspaces`.' }) tenantId: string,
  ): Promise<Session | InputRefused> {
    return refusalAsResult(async () => this.sessions.open(await this.service.enter(requireUser(viewer), tenantId)), 'tenantId');
  }

  @Internal()
  @Mutation(() => CreateDemoResult, {
    description: 'Makes the demo company’s workspace, or finds the one there is; on a personal machine it is filled in the background.',
  })
  createDemoWorkspace(@Ctx() { viewer }: GraphContext): Promise<Session | InputRefused> {
    return refusalAsResult(async () => this.sessions.open(await this.service.createDemo(requireUser(viewer))));
  }

  @Internal()
  @Mutation(() => DeleteDemoResult, { description: 'Removes the demo company with everything in it.' })
  deleteDemoWorkspace(@Ctx() { viewer }: GraphContext): Promise<DemoDeleted | InputRefused> {
    return refusalAsResult(async () => {
      const { deleted, home } = await this.service.deleteDemo(requireUser(viewer));
      return Object.assign(new DemoDeleted(), { deleted, session: await this.sessions.open(home) });
    });
  }
}
