import { z } from 'zod';
import type { StreamOpener } from '../../kernel/federation/subscriptions.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { FeedService } from '../feed/feed.service.ts';
import type { RunEventsService } from './run-events.service.ts';

const runArguments = z.object({ runId: z.string(), after: z.string().nullish(), fromStart: z.boolean() });
const feedArguments = z.object({ after: z.string().nullish() });

/** What the subscriptions of this subgraph follow. */
export function agentsStreams(runs: RunEventsService, feed: FeedService): Readonly<Record<string, StreamOpener>> {
  return {
    runEvents: async (args, { viewer }) => {
      const { runId, after = null, fromStart } = runArguments.parse(args);
      return runs.open(requireUser(viewer), runId, { after, fromStart });
    },
    tenantFeed: async (args, { viewer }) => feed.open(requireUser(viewer), feedArguments.parse(args).after ?? null),
  };
}
