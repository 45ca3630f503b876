import { z } from 'zod';
import type { StreamOpener } from '../../kernel/federation/subscriptions.ts';
import { sequenceAfter } from '../../kernel/events/stream-cursor.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { FeedKind, FeedSeverity } from '../feed/feed-event.type.ts';
import type { FeedService } from '../feed/feed.service.ts';
import { APPROVAL_STREAM } from './approval-change.type.ts';
import type { RunEventsService } from './run-events.service.ts';

const runArguments = z.object({ runId: z.string(), after: z.string().nullish(), fromStart: z.boolean() });
const afterArguments = z.object({ after: z.string().nullish() });
const feedArguments = afterArguments.extend({
  filter: z
    .object({
      kinds: z.array(z.enum(FeedKind)).nullish(),
      severities: z.array(z.enum(FeedSeverity)).nullish(),
      agentId: z.string().nullish(),
    })
    .nullish(),
});

/** What the subscriptions of this subgraph follow. */
export function agentsStreams(runs: RunEventsService, feed: FeedService): Readonly<Record<string, StreamOpener>> {
  return {
    runEvents: async (args, { viewer }) => {
      const { runId, after = null, fromStart } = runArguments.parse(args);
      return runs.open(requireUser(viewer), runId, { after, fromStart });
    },
    tenantFeed: async (args, { viewer }) => {
      const { after = null, filter } = feedArguments.parse(args);
      const { kinds = null, severities = null, agentId = null } = filter ?? {};
      return feed.open(requireUser(viewer), { kinds, severities, agentId }, after);
    },
    approvalChanged: async (args, { viewer }) => {
      const after = sequenceAfter(APPROVAL_STREAM, afterArguments.parse(args).after ?? null);
      const selection = { tenantId: requireUser(viewer).tenantId, topics: ['approvals.changed' as const], match: {}, except: {}, after };
      return { selection, completes: false, mayEndWith: null };
    },
  };
}
