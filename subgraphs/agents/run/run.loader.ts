import type DataLoader from 'dataloader';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { ConnectionOf, Page } from '../../kernel/pagination/page.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { RunFamily, RunKey, RunService } from './run.service.ts';
import type { Run, RunStep } from './run.type.ts';

/** Runs by their id or another key, batched within a request. */
export function runLoader(loaders: LoaderScope, runs: RunService, viewer: UserViewer, key: RunKey): DataLoader<string, Run | null> {
  return loaders.get(`agents.run-by-${key}`, (values) => runs.load(viewer, key, values));
}

/** The steps of runs of workflows, batched within a request. */
export function runStepsLoader(loaders: LoaderScope, runs: RunService, viewer: UserViewer): DataLoader<string, RunStep[] | null> {
  return loaders.get('agents.run-steps', (ids) => runs.steps(viewer, ids));
}

/** The runs of many agents, connections, workflows or runs, batched within a request for each page asked for. */
export async function runsOf(
  loaders: LoaderScope,
  runs: RunService,
  viewer: UserViewer,
  { key, value, page }: { key: RunFamily; value: string; page: Page },
): Promise<ConnectionOf<Run>> {
  const loader = loaders.get(`agents.runs-of-${key}-${JSON.stringify(page)}`, (values) => runs.pages(viewer, key, values, page));
  const loaded = await loader.load(value);
  if (loaded === null) throw new Error('a page of runs was not loaded');
  return loaded;
}
