import { sequenceAfter } from '../../kernel/events/stream-cursor.ts';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { ConnectionOf } from '../../kernel/pagination/page.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { runStream, type RunEvent } from './run-event.type.ts';
import type { RunEventsService } from './run-events.service.ts';

/** A page of what happened to a run; runs of a request that are asked the same are read at once. @throws BAD_CURSOR, CURSOR_OF_ANOTHER_STREAM */
export async function runEventsOf(
  loaders: LoaderScope,
  events: RunEventsService,
  viewer: UserViewer,
  { runId, first, after }: { runId: string; first: number; after: string | null },
): Promise<ConnectionOf<RunEvent>> {
  const from = sequenceAfter(runStream(runId), after);
  const loaded = await loaders.get(`agents.run-events-${first}-${from}`, (ids) => events.pages(viewer, ids, first, from)).load(runId);
  if (loaded === null) throw new Error('the events of a run were not loaded');
  return loaded;
}
