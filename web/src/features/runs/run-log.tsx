import type { RunEvent } from './history-list.ts';

/** Sentences that stand beside the steps; all of them are in the history. */
const SHOWN = 8;
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' });

/** What a run said last, newest last; for everybody on wide screens, for screen readers always. Mere progress is on the bars. */
export function RunLog({ events }: { events: readonly RunEvent[] }) {
  const said = events.filter((each) => each.kind !== 'PROGRESSED').slice(-SHOWN);
  if (said.length === 0) return null;
  return (
    <div className="grid gap-2 border-l border-line pl-6 max-xl:sr-only">
      <h3 className="text-xs text-muted">What it says</h3>
      <div role="log" aria-label="What the run says" className="grid gap-2.5">
        {said.map((each) => (
          <p key={each.cursor} className="rise flex gap-3 text-sm" data-said={each.kind}>
            <time dateTime={each.at} className="shrink-0 font-mono text-xs leading-[18px] text-muted">
              {TIME.format(new Date(each.at))}
            </time>
            <span>{each.message}</span>
          </p>
        ))}
      </div>
    </div>
  );
}
