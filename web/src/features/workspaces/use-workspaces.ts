import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import {
  CreateDemoWorkspaceDocument,
  DeleteDemoWorkspaceDocument,
  SwitchWorkspaceDocument,
  WorkspacesDocument,
} from '../../gql/graphql.ts';
import type { WorkspaceFieldsFragment } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import type { Problem } from '../../graph/problem.ts';
import { useSession } from '../../graph/session.tsx';
import { useGraph, useRun } from '../../graph/use-graph.ts';

export type Workspace = WorkspaceFieldsFragment;

interface Workspaces {
  all: readonly Workspace[];
  own: Workspace | null;
  demo: Workspace | null;
  /** Enters a workspace and goes to `path` there. Resolves with the problem when that is refused, else null. */
  enter: (workspace: Workspace, path?: string) => Promise<Problem | null>;
  /** Makes the demo company, or finds the one there is, and enters it. */
  createDemo: () => Promise<Problem | null>;
  /** Removes the demo company; whoever is in it comes out in the own workspace. */
  deleteDemo: () => Promise<Problem | null>;
}

/** The workspaces of whoever is logged in, and the ways between them. */
export function useWorkspaces(): Workspaces {
  const run = useRun();
  const navigate = useNavigate();
  const { open } = useSession();
  const [result] = useGraph(WorkspacesDocument, {}, { policy: 'cache-first' });
  const all = result.state === 'ready' ? result.data.workspaces : [];

  const enter = useCallback(
    async ({ id }: Workspace, path = '/') => {
      const outcome = await run(SwitchWorkspaceDocument, { tenantId: id });
      if (!outcome.ok) return outcome.problem;
      const session = outcome.data.switchWorkspace;
      if (session.__typename === 'InputRefused') return problemOfRefusal(session.problems);
      await navigate(path);
      open(session);
      return null;
    },
    [run, navigate, open],
  );
  const createDemo = useCallback(async () => {
    const outcome = await run(CreateDemoWorkspaceDocument, {});
    if (!outcome.ok) return outcome.problem;
    const session = outcome.data.createDemoWorkspace;
    if (session.__typename === 'InputRefused') return problemOfRefusal(session.problems);
    await navigate('/');
    open(session);
    return null;
  }, [run, navigate, open]);
  const deleteDemo = useCallback(async () => {
    const outcome = await run(DeleteDemoWorkspaceDocument, {});
    if (!outcome.ok) return outcome.problem;
    const removed = outcome.data.deleteDemoWorkspace;
    if (removed.__typename === 'InputRefused') return problemOfRefusal(removed.problems);
    await navigate('/');
    open(removed.session);
    return null;
  }, [run, navigate, open]);

  return { all, own: all.find((each) => !each.demo) ?? null, demo: all.find((each) => each.demo) ?? null, enter, createDemo, deleteDemo };
}
