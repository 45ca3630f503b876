import { Send } from 'lucide-react';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { NotificationChannelsDocument, NotificationDeliveriesDocument, RetryDeliveryDocument } from '../../gql/graphql.ts';
import type { NotificationDeliveryFieldsFragment, NotificationDeliveryStatus } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatAgo, formatMoment, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Listed } from '../settings/listed.tsx';
import { DELIVERIES } from './words.ts';

const PAGE = 30;
const SHOWN: readonly { value: NotificationDeliveryStatus | 'ALL'; label: string }[] = [
  { value: 'ALL', label: 'All' },
  { value: 'PENDING', label: 'On their way' },
  { value: 'DEAD', label: 'Given up' },
];

/** What was sent over the channels, and what became of it. */
export default function Deliveries() {
  const run = useRun();
  const may = useViewer()?.actions.includes('channels.write') ?? false;
  const [first, setFirst] = useState(PAGE);
  const [shown, setShown] = useState<NotificationDeliveryStatus | 'ALL'>('ALL');
  const [result, refresh] = useGraph(NotificationDeliveriesDocument, { first, status: shown === 'ALL' ? null : shown });
  const [channels] = useGraph(NotificationChannelsDocument, {});
  const nameOf = new Map((known(channels)?.notificationChannels ?? []).map(({ id, name }) => [id, name]));
  const retry = async (id: string) => {
    const outcome = await run(RetryDeliveryDocument, { id });
    refresh();
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    return notify('success', 'It is sent once more.');
  };
  return (
    <Panel
      title="Deliveries"
      aside={
        <div className="flex flex-wrap gap-2">
          <Segments label="Which deliveries" value={shown} options={SHOWN} onChange={setShown} />
          <Button onClick={refresh}>Refresh</Button>
        </div>
      }
    >
      <Listed
        what="the deliveries"
        result={result}
        refresh={refresh}
        pick={({ notificationDeliveries }) => notificationDeliveries}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Send} title="Nothing here">
            What is sent over a channel stands here with what became of it.
          </Empty>
        }
      >
        {(deliveries) => (
          <ul className="divide-y divide-line" aria-label="Deliveries">
            {deliveries.map((each) => (
              <Delivery
                key={each.id}
                delivery={each}
                channel={nameOf.get(each.channelId) ?? 'a channel'}
                onRetry={may && each.status === 'DEAD' ? () => void retry(each.id) : null}
              />
            ))}
          </ul>
        )}
      </Listed>
    </Panel>
  );
}

interface DeliveryProps {
  delivery: NotificationDeliveryFieldsFragment;
  channel: string;
  onRetry: (() => void) | null;
}

function Delivery({ delivery: { title, status, attempts, problem, createdAt, nextAt, finishedAt }, channel, onRetry }: DeliveryProps) {
  const now = useNow();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0" data-delivery={status}>
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {title} <Badge tone={DELIVERIES[status].tone}>{DELIVERIES[status].label}</Badge>
        </p>
        <p className="text-sm text-muted">
          to {channel} · {formatAgo(finishedAt ?? createdAt, now)} · {plural(attempts, 'attempt')}
          {nextAt && attempts > 0 ? ` · tried again ${formatMoment(nextAt)}` : ''}
        </p>
        {problem && status !== 'DELIVERED' ? <p className="text-sm text-low">{problem}</p> : null}
      </div>
      {onRetry ? (
        <Button onClick={onRetry} aria-label={`Try again: ${title}`}>
          Try again
        </Button>
      ) : null}
    </li>
  );
}
