import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { Internal } from '../../kernel/federation/internal.ts';
import { requireUser, type UserViewer } from '../../kernel/viewer/viewer.ts';
import { arrivalOf } from '../session/arrival.ts';
import type { OpenSessions } from '../session/open-sessions.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import type { Session } from '../session/session.type.ts';
import { Tenant } from '../tenant/tenant.type.ts';
import type { WorkspaceService } from './workspace.service.ts';
import { CreateDemoResult, DeleteDemoResult, DemoDeleted, SwitchWorkspaceResult } from './workspace.type.ts';

@Resolver()
export class WorkspaceResolver {
  private readonly service: WorkspaceService;
  private readonly sessions: OpenSessions;

  constructor(workspaces: WorkspaceService, sessions: OpenSessions) {
    this.service = workspaces;
    this.sessions = sessions;
  }

  @Query(() => [Tenant], { description: 'Workspaces the viewer may enter: their own and, when there is one, the demo company.' })
  workspaces(@Ctx() { viewer }: GraphContext): Promise<Tenant[]> {
    return this.service.list(requireUser(viewer));
  }

  @Mutation(() => SwitchWorkspaceResult, { description: 'A session in another workspace of the viewer.' })
  switchWorkspace(
    @Ctx() context: GraphContext,
    @Arg('tenantId', () => ID, { description: 'One of `workspaces`.' }) tenantId: string,
  ): Promise<Session | InputRefused> {
    const work = async () => this.#open(await this.service.enter(requireUser(context.viewer), tenantId), context);
    return refusalAsResult(work, 'tenantId');
  }

  @Internal()
  @Mutation(() => CreateDemoResult, {
    description: 'Makes the demo company’s workspace, or finds the one there is; on a personal machine it is filled in the background.',
  })
  createDemoWorkspace(@Ctx() context: GraphContext): Promise<Session | InputRefused> {
    return refusalAsResult(async () => this.#open(await this.service.createDemo(requireUser(context.viewer)), context));
  }

  @Internal()
  @Mutation(() => DeleteDemoResult, { description: 'Removes the demo company with everything in it.' })
  deleteDemoWorkspace(@Ctx() context: GraphContext): Promise<DemoDeleted | InputRefused> {
    return refusalAsResult(async () => {
      const { deleted, home } = await this.service.deleteDemo(requireUser(context.viewer));
      return Object.assign(new DemoDeleted(), { deleted, session: await this.#open(home, context) });
    });
  }

  #open(viewer: UserViewer, context: GraphContext): Promise<Session> {
    return this.sessions.open(viewer, arrivalOf(context), 'WORKSPACE');
  }
}
