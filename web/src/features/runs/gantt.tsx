import type { RunFieldsFragment } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { formatDuration } from '../../ui/duration.ts';
import { Panel } from '../../ui/page.tsx';
import { useTick } from '../../ui/use-tick.ts';
import { ganttOf } from './gantt.ts';
import type { GanttBar } from './gantt.ts';
import { isOpen, stateLook } from './run-state.ts';
import { stepTitle } from './stand-of.ts';

const BARS: Readonly<Record<string, string>> = {
  PENDING: '',
  RUNNING: 'bg-accent',
  WAITING: 'border border-medium bg-medium-soft',
  SUCCEEDED: 'bg-high',
  FAILED: 'bg-low',
  CANCELLED: 'bg-control',
  SKIPPED: 'bg-control',
};
/** Shorter ones could not be seen. */
const LEAST_PERCENT = 0.6;

interface GanttProps {
  run: RunFieldsFragment;
  /** The step that the address names. */
  step: string | null;
  onStep: (key: string | null) => void;
}

/** Where the time of a run went: every step on one axis, moving while it runs. A step that is chosen is chosen in the history too. */
export function Gantt({ run, step, onStep }: GanttProps) {
  const now = useTick(isOpen(run.status));
  const { bars, ticks } = ganttOf(run, now);
  return (
    <Panel title="Where the time went" className="overflow-hidden">
      <div className="grid grid-cols-1 gap-x-4 sm:grid-cols-[minmax(132px,240px)_minmax(0,1fr)]" data-gantt={bars.length}>
        <div aria-hidden className="relative mb-1 h-5 text-xs text-muted sm:col-start-2">
          {ticks.map(({ at, ms }, index) => (
            <span
              key={ms}
              className={classes(
                'absolute whitespace-nowrap',
                index % 2 === 1 && 'max-sm:hidden',
                at > 0.94 ? '-translate-x-full' : at > 0 && '-translate-x-1/2',
              )}
              style={{ left: `${at * 100}%` }}
            >
              {ms === 0 ? '0' : formatDuration(ms)}
            </span>
          ))}
        </div>
        <ol aria-label="Steps over time" className="relative grid grid-cols-subgrid gap-y-0.5 sm:col-span-2">
          {bars.map((bar) => (
            <Row key={bar.step.key} bar={bar} ticks={ticks} chosen={step === bar.step.key} onStep={onStep} />
          ))}
        </ol>
      </div>
    </Panel>
  );
}

interface RowProps extends Pick<GanttProps, 'onStep'> {
  bar: GanttBar;
  ticks: readonly { at: number; ms: number }[];
  chosen: boolean;
}

function Row({ bar: { step, from, to, ms }, ticks, chosen, onStep }: RowProps) {
  const { word } = stateLook(step.status);
  return (
    <li className="grid grid-cols-subgrid sm:col-span-2" data-gantt-step={step.key}>
      <button
        type="button"
        aria-pressed={chosen}
        onClick={() => onStep(chosen ? null : step.key)}
        className={classes(
          'grid min-h-9 grid-cols-subgrid items-center rounded-md text-left transition-colors sm:col-span-2',
          chosen ? 'bg-raised' : 'hover:bg-raised',
        )}
      >
        <span className={classes('flex min-w-0 items-baseline gap-2 pl-2 text-sm', ms === null && 'text-muted')}>
          <span className="truncate">{stepTitle(step)}</span>
          {ms === null ? null : <span className="sr-only">{word}</span>}
          <span className="ml-auto shrink-0 text-xs text-muted">{ms === null ? word : formatDuration(ms)}</span>
        </span>
        <span aria-hidden className="relative h-full min-h-6 sm:min-h-9">
          {ticks.map((tick) => (
            <span key={tick.ms} className="absolute inset-y-0 w-px bg-line" style={{ left: `${tick.at * 100}%` }} />
          ))}
          {ms === null ? null : (
            <span
              className={classes(
                'absolute top-1/2 h-4.5 -translate-y-1/2 rounded-sm transition-[width] duration-300',
                BARS[step.status] ?? 'bg-control',
              )}
              style={{ left: `${from * 100}%`, width: `${Math.max(LEAST_PERCENT, (to - from) * 100)}%` }}
            />
          )}
        </span>
      </button>
    </li>
  );
}
