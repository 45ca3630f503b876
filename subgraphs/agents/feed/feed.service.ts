import type { EventSelection } from '../../kernel/events/event-selection.ts';
import type { EventStream } from '../../kernel/events/event-stream.ts';
import { keptEvents } from '../../kernel/events/recent-events.ts';
import { sequenceAfter, streamCursor } from '../../kernel/events/stream-cursor.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { FeedEvent } from './feed-event.type.ts';
import { clausesOf, ruleOf, type FeedFilter } from './feed-rules.ts';
import { FEED_SKIPS, FEED_TEXTS, FEED_TOPICS, type FeedText } from './feed-texts.ts';

const STREAM = 'feed';

/** What happens in a tenant, for people. */
export class FeedService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** What somebody who follows the tenant is told. @throws BAD_CURSOR, CURSOR_OF_ANOTHER_STREAM */
  async open({ tenantId }: UserViewer, filter: FeedFilter, after: string | null): Promise<EventStream> {
    return { selection: { ...selectionOf(tenantId, filter), after: sequenceAfter(STREAM, after) }, completes: false, mayEndWith: null };
  }

  /** What is kept of what happened, newest first. @throws BAD_PAGE_SIZE, BAD_CURSOR, CURSOR_OF_ANOTHER_STREAM */
  async page({ tenantId }: UserViewer, filter: FeedFilter, first: number, after: string | null): Promise<ConnectionOf<FeedEvent>> {
    const { limit } = pageOf(first, null);
    const from = sequenceAfter(STREAM, after);
    const { events, total } = await keptEvents(this.system.database, selectionOf(tenantId, filter), {
      from,
      backwards: true,
      limit: limit + 1,
    });
    const nodes = events.slice(0, limit).map(toFeedEvent);
    const edges = nodes.map((node) => ({ node, cursor: node.cursor }));
    return { edges, nodes, pageInfo: { hasNextPage: events.length > limit, endCursor: edges.at(-1)?.cursor ?? null }, totalCount: total };
  }
}

function selectionOf(tenantId: string, filter: FeedFilter): Omit<EventSelection, 'after'> {
  const all = Object.values(filter).every((wish) => wish === null);
  return { tenantId, topics: FEED_TOPICS, match: {}, except: FEED_SKIPS, ...(all ? {} : { among: clausesOf(filter, tenantId) }) };
}

/** An event as the feed shows it. @throws for a topic that the feed does not tell */
export function toFeedEvent(event: DomainEvent): FeedEvent {
  const { id, topic, sequence, occurredAt, payload } = event;
  const tell = (FEED_TEXTS as Partial<Record<string, (payload: never) => FeedText>>)[topic];
  const { kind, severity } = ruleOf(event) ?? { kind: 'RUN' as const, severity: 'INFO' as const };
  if (tell === undefined) throw new Error(`the feed has no words for ${topic}`);
  const { connectionId = null, runId = null, approvalId = null, ...words } = tell(payload as never);
  return { cursor: streamCursor(STREAM, sequence), id, at: occurredAt, topic, kind, severity, ...words, connectionId, runId, approvalId };
}
