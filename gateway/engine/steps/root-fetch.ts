import type { FetchResult } from '../../sources/source.ts';
import { engineErrors } from '../engine.errors.ts';
import { reportErrors, reportFailure } from '../failures/report.ts';
import { ask, variablesOf, type Fetch } from './fetch.ts';
import { copyOf, merge } from './merge.ts';
import { isEntity, type Entity, type Run, type Step } from './run.ts';

/** A fetch of root fields: what comes back belongs to the root. */
export function compileRootFetch(fetch: Fetch): Step {
  return (run, cursor) =>
    ask(fetch, variablesOf(fetch, run), run).then(
      (result) => take(run, fetch, cursor, result),
      (error: unknown) => reportFailure(run, fetch, error, null),
    );
}

function take(run: Run, fetch: Fetch, roots: readonly Entity[], { data, errors }: FetchResult): void {
  if (errors.length > 0) reportErrors(run, fetch, errors, null);
  if (data === null) return;
  if (!isEntity(data)) {
    reportFailure(run, fetch, engineErrors.SUBGRAPH_REPLY_INVALID({ subgraph: fetch.source.name }), null);
    return;
  }
  fetch.rewrite?.(data);
  for (const [index, root] of roots.entries()) merge(root, index === 0 ? data : copyOf(data));
}
