import { Copy, Download, ListTree } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { downloadCsv, toCsv } from '../../ui/csv.ts';
import { formatCount, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Empty } from '../../ui/states.tsx';
import { useSize } from '../../ui/use-size.ts';
import { MAX_EVENTS } from './history-list.ts';
import type { RunEvent } from './history-list.ts';
import { eventLook } from './run-state.ts';

/** Height of a row, and rows drawn beyond what is seen: only those near the window exist in the page. */
const ROW_PX = 40;
const SPARE_ROWS = 8;
/** As near the end as this counts as being at it: new events then stay in sight. */
const AT_END_PX = 24;

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' });
const HEADER = ['at', 'kind', 'step', 'status', 'progress', 'message'] as const;

function rowOf(event: RunEvent): readonly unknown[] {
  return [event.at, event.kind, event.step, event.status, event.progress, event.message];
}

/** Everything a run told, newest last, following the end while one is there. Only the rows in sight are in the page. */
export function History({
  name,
  events,
  total,
  names,
}: {
  name: string;
  events: readonly RunEvent[];
  total: number;
  names: ReadonlyMap<string, string>;
}) {
  const [box, size] = useSize<HTMLDivElement>();
  const [top, setTop] = useState(0);
  const [following, setFollowing] = useState(true);
  const followed = useRef(true);
  useEffect(() => {
    followed.current = following;
  });
  useLayoutEffect(() => {
    if (followed.current) box.current?.scrollTo({ top: events.length * ROW_PX });
  }, [box, events.length]);

  if (events.length === 0)
    return (
      <Empty icon={ListTree} title="Nothing here yet">
        What the run does is written here as it happens. Another filter may show more.
      </Empty>
    );
  const first = Math.max(0, Math.floor(top / ROW_PX) - SPARE_ROWS);
  const last = Math.min(events.length, Math.ceil((top + (size?.height ?? 480)) / ROW_PX) + SPARE_ROWS);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(toCsv(HEADER, events.map(rowOf)));
      notify('success', `${plural(events.length, 'event')} copied`);
    } catch {
      notify('error', 'The browser refused to copy.', 'Save the events as a file instead.');
    }
  };
  return (
    <section className="grid gap-3" aria-label="History">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-muted">
          {events.length === total ? plural(total, 'event') : `${formatCount(events.length)} of ${plural(total, 'event')}`}
          {total >= MAX_EVENTS ? ', the newest of many' : ''}
        </p>
        <div className="flex gap-2">
          <Button onClick={() => void copy()}>
            <Copy aria-hidden size={14} /> Copy
          </Button>
          <Button onClick={() => downloadCsv(name, HEADER, events.map(rowOf))}>
            <Download aria-hidden size={14} /> CSV
          </Button>
        </div>
      </div>
      <div
        ref={box}
        tabIndex={0}
        role="log"
        aria-label="Events of the run"
        aria-live={following ? 'polite' : 'off'}
        data-history-events={events.length}
        onScroll={({ currentTarget }) => {
          setTop(currentTarget.scrollTop);
          setFollowing(currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < AT_END_PX);
        }}
        className="panel scroll-thin max-h-[min(60dvh,640px)] overflow-y-auto overflow-x-hidden"
      >
        <ol className="relative" style={{ height: events.length * ROW_PX }}>
          {events.slice(first, last).map((event, index) => {
            const { word, tone } = eventLook(event.kind);
            return (
              <li
                key={event.cursor}
                data-event={event.kind}
                aria-setsize={events.length}
                aria-posinset={first + index + 1}
                className="absolute inset-x-0 flex items-center gap-3 border-b border-line px-4 text-sm"
                style={{ top: (first + index) * ROW_PX, height: ROW_PX }}
              >
                <time dateTime={event.at} className="w-24 shrink-0 font-mono text-xs text-muted max-sm:w-14">
                  {TIME.format(new Date(event.at))}
                  <span className="max-sm:hidden">.{event.at.slice(20, 23)}</span>
                </time>
                <span className="w-28 shrink-0 max-sm:hidden">
                  <Badge tone={event.kind === 'FINISHED' && event.status !== 'SUCCEEDED' ? 'bad' : tone}>{word}</Badge>
                </span>
                <span className="w-32 shrink-0 truncate text-muted max-md:hidden">
                  {event.step === null ? '' : (names.get(event.step) ?? event.step)}
                </span>
                <span className="min-w-0 flex-1 truncate" title={event.message}>
                  {event.message}
                </span>
                <span className="w-10 shrink-0 text-right text-muted">{Math.round(event.progress * 100)}%</span>
              </li>
            );
          })}
        </ol>
      </div>
      {following ? null : (
        <Button
          className="justify-self-center"
          onClick={() => {
            box.current?.scrollTo({ top: events.length * ROW_PX });
            setFollowing(true);
          }}
        >
          To the newest
        </Button>
      )}
    </section>
  );
}
