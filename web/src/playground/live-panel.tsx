import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { GraphiQLPlugin } from '@graphiql/react';
import { OperationTypeNode } from 'graphql';
import { Pause, Play, Radio, Square, Trash2 } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Button } from '../ui/button.tsx';
import { plural } from '../ui/format.ts';
import type { EventLog, LoggedEvent } from './event-log.ts';
import { LIVE_EXAMPLES } from './examples-live.ts';
import { OperationList } from './operation-list.tsx';

const LIVE = 'Live events';
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });

function Event({ event, first }: { event: LoggedEvent; first: boolean }) {
  return (
    <li>
      <details open={first} className="rounded-md border border-line bg-surface">
        <summary className="flex min-h-8 items-center gap-2 px-2.5 text-sm">
          <span className="text-muted">#{event.number}</span>
          <span className="truncate font-medium">{event.operation}</span>
          {event.failed ? <span className="text-low">failed</span> : null}
          <time className="ml-auto text-muted" dateTime={new Date(event.at).toISOString()}>
            {CLOCK.format(event.at)}
          </time>
        </summary>
        <pre
          tabIndex={0}
          role="region"
          aria-label={`Event ${event.number}`}
          className="scroll-thin max-h-60 overflow-auto px-2.5 pb-2 font-mono text-xs leading-5"
        >
          {event.text}
        </pre>
      </details>
    </li>
  );
}

function LivePanel({ log }: { log: EventLog }) {
  const { events, paused, held, count } = useSyncExternalStore(log.watch, log.read);
  const actions = useGraphiQLActions();
  const running = useGraphiQL((state) => state.subscription !== null);
  const live = useGraphiQL((state) => state.operations?.some(({ operation }) => operation === OperationTypeNode.SUBSCRIPTION) === true);
  return (
    <section aria-label={LIVE} className="playground-panel">
      <h2>{LIVE}</h2>
      <p role="status" data-live={running ? 'running' : 'stopped'}>
        {running ? 'Connected as you; what happens is listed as it comes.' : 'What a subscription brings is listed here, with its time.'}
      </p>
      <div className="flex flex-wrap gap-2">
        {running ? (
          <Button className="min-h-8 px-2.5 text-sm" onClick={() => actions.stop()}>
            <Square aria-hidden size={14} /> Stop
          </Button>
        ) : live ? (
          <Button look="primary" className="min-h-8 px-2.5 text-sm" onClick={() => actions.run()}>
            <Play aria-hidden size={14} /> Follow this subscription
          </Button>
        ) : null}
        {running || paused ? (
          <Button className="min-h-8 px-2.5 text-sm" onClick={() => log.change({ kind: paused ? 'resume' : 'pause' })}>
            {paused ? <Play aria-hidden size={14} /> : <Pause aria-hidden size={14} />}
            {paused ? `Show again${held.length > 0 ? ` (${held.length})` : ''}` : 'Pause'}
          </Button>
        ) : null}
        {count > 0 ? (
          <Button look="quiet" className="min-h-8 px-2.5 text-sm" onClick={() => log.change({ kind: 'clear' })}>
            <Trash2 aria-hidden size={14} /> Clear
          </Button>
        ) : null}
      </div>
      {count === 0 && !running ? <OperationList heading="To follow" operations={LIVE_EXAMPLES} /> : null}
      {count === 0 && running ? <p>Nothing has happened yet. Sync or ask something in another tab.</p> : null}
      {count > 0 ? <p className="text-sm">{plural(count, 'event')}</p> : null}
      <div role="log" aria-label="Events" data-events={events.length}>
        <ol className="grid gap-1.5">
          {events.map((event, at) => (
            <Event key={event.number} event={event} first={at === 0} />
          ))}
        </ol>
      </div>
    </section>
  );
}

/** GraphiQL’s side panel with what subscriptions bring. */
export function livePlugin(log: EventLog): GraphiQLPlugin {
  return { title: LIVE, icon: () => <Radio aria-hidden size={20} strokeWidth={1.75} />, content: () => <LivePanel log={log} /> };
}

/** Opens the list of events when a subscription starts. */
export function OpenLive() {
  const actions = useGraphiQLActions();
  const running = useGraphiQL((state) => state.subscription !== null);
  const was = useRef(false);
  useEffect(() => {
    if (running && !was.current) actions.setVisiblePlugin(LIVE);
    was.current = running;
  }, [running, actions]);
  return null;
}
