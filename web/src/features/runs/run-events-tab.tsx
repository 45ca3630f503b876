import { useState } from 'react';
import type { RunFieldsFragment } from '../../gql/graphql.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { EventFilters } from './event-filters.tsx';
import { History } from './history.tsx';
import { matching } from './history-list.ts';
import type { HistoryFilter, RunEvent } from './history-list.ts';
import { stepTitle } from './stand-of.ts';

interface RunEventsTabProps {
  run: RunFieldsFragment;
  events: readonly RunEvent[];
  filter: HistoryFilter;
  onChange: (name: 'step' | 'kind' | 'progress', value: string | null) => void;
}

/** Everything a run told, filtered; paused, what is on screen stands still while new events are kept, and none is missed. */
export function RunEventsTab({ run, events, filter, onChange }: RunEventsTabProps) {
  const [pausedAt, setPausedAt] = useState<number | null>(null);
  const shown = pausedAt === null ? events : events.slice(0, pausedAt);
  const pause = (paused: boolean) => setPausedAt(paused ? events.length : null);
  useKeys({ p: () => pause(pausedAt === null) });
  const names = new Map(run.steps.map((each) => [each.key, stepTitle(each)]));
  return (
    <div className="grid gap-4">
      <EventFilters
        run={run}
        filter={filter}
        onChange={onChange}
        paused={pausedAt !== null}
        held={events.length - shown.length}
        onPause={pause}
      />
      <History name={`${run.title} history`} events={matching(shown, filter)} total={shown.length} names={names} />
    </div>
  );
}
