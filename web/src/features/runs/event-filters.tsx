import { Pause, Play } from 'lucide-react';
import type { RunFieldsFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';
import type { HistoryFilter } from './history-list.ts';
import { KIND_GROUPS } from './history-list.ts';
import { LiveMark } from './live-mark.tsx';
import { isOpen } from './run-state.ts';
import { stepTitle } from './stand-of.ts';

interface EventFiltersProps {
  run: RunFieldsFragment;
  filter: HistoryFilter;
  onChange: (name: 'step' | 'kind' | 'progress', value: string | null) => void;
  paused: boolean;
  /** Events that came since it was paused. */
  held: number;
  onPause: (paused: boolean) => void;
}

/** What of a run's events is shown, and whether new ones come in. */
export function EventFilters({ run, filter, onChange, paused, held, onPause }: EventFiltersProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <select
        aria-label="Step"
        value={filter.step ?? ''}
        onChange={(event) => onChange('step', event.target.value || null)}
        className={`${CONTROL} !w-auto`}
      >
        <option value="">All steps</option>
        {run.steps.map((each) => (
          <option key={each.key} value={each.key}>
            {stepTitle(each)}
          </option>
        ))}
      </select>
      <select
        aria-label="Kind of event"
        value={filter.kind ?? ''}
        onChange={(event) => onChange('kind', event.target.value || null)}
        className={`${CONTROL} !w-auto`}
      >
        <option value="">All kinds</option>
        {Object.entries(KIND_GROUPS).map(([key, { label }]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
      <label className="inline-flex min-h-9 items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={filter.progress}
          onChange={(event) => onChange('progress', event.target.checked ? '' : null)}
        />
        With every page of progress
      </label>
      {isOpen(run.status) || paused ? (
        <span className="ml-auto flex items-center gap-3 text-sm text-muted" data-history-open>
          {paused ? <span data-held={held}>{held === 0 ? 'Paused' : `Paused, ${held} new`}</span> : <LiveMark />}
          <Button onClick={() => onPause(!paused)} aria-keyshortcuts="p" data-pause-events>
            {paused ? <Play aria-hidden size={14} /> : <Pause aria-hidden size={14} />} {paused ? 'Go on' : 'Pause'}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
