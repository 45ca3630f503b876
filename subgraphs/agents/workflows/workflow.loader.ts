import type DataLoader from 'dataloader';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { WorkflowRow } from './store/workflow.entity.ts';
import type { WorkflowVersionRow } from './store/workflow-version.entity.ts';
import type { WorkflowService } from './workflow.service.ts';

/** Workflows by id, batched within a request. */
export function workflowLoader(
  loaders: LoaderScope,
  workflows: WorkflowService,
  viewer: UserViewer,
): DataLoader<string, WorkflowRow | null> {
  return loaders.get('agents.workflow', (ids) => workflows.load(viewer, ids));
}

/** Versions of workflows by id, batched within a request. */
export function versionLoader(
  loaders: LoaderScope,
  workflows: WorkflowService,
  viewer: UserViewer,
): DataLoader<string, WorkflowVersionRow | null> {
  return loaders.get('agents.workflow-version', (ids) => workflows.loadVersions(viewer, ids));
}

/** The published and the newest version of each workflow, batched within a request. */
export function currentVersionsLoader(
  loaders: LoaderScope,
  workflows: WorkflowService,
  viewer: UserViewer,
): DataLoader<string, { published: WorkflowVersionRow | null; latest: WorkflowVersionRow | null } | null> {
  return loaders.get('agents.workflow-current', (ids) => workflows.currentVersions(viewer, ids));
}
