import type { LucideIcon } from 'lucide-react';
import { classes } from '../../ui/classes.ts';
import { RETRY_ICON, stateLook } from './run-state.ts';

const RADIUS = 12;
const ROUND = 2 * Math.PI * RADIUS;

const LOOKS: Readonly<Record<string, string>> = {
  PENDING: 'border border-dashed border-control text-control',
  RUNNING: 'text-accent',
  WAITING: 'bg-medium-soft text-medium',
  SUCCEEDED: 'bg-high-soft text-high',
  FAILED: 'bg-low-soft text-low',
  CANCELLED: 'bg-raised text-muted',
  SKIPPED: 'border border-control text-muted',
  PAUSED: 'bg-medium-soft text-medium',
  COMPENSATING: 'bg-medium-soft text-medium',
  COMPENSATED: 'border border-control text-muted',
};

/** The sign of a step on the rail: its state's icon; a running one is a ring that fills as the step goes on. */
export function StepMark({ status, progress, retrying }: { status: string; progress: number | null; retrying: boolean }) {
  const Icon: LucideIcon = retrying ? RETRY_ICON : stateLook(status).icon;
  if (status === 'RUNNING' && !retrying)
    return (
      <svg aria-hidden viewBox="0 0 28 28" className="size-7">
        <circle cx="14" cy="14" r={RADIUS} fill="none" stroke="var(--line)" strokeWidth="2.5" />
        <circle
          cx="14"
          cy="14"
          r={RADIUS}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeDasharray={`${ROUND * Math.max(0.04, progress ?? 0.04)} ${ROUND}`}
          transform="rotate(-90 14 14)"
          className="transition-[stroke-dasharray] duration-300"
        />
        <circle cx="14" cy="14" r="4" fill="var(--accent)" className="breathe" />
      </svg>
    );
  return (
    <span aria-hidden className={classes('grid size-7 place-items-center rounded-full', retrying ? LOOKS['WAITING'] : LOOKS[status])}>
      <Icon size={15} strokeWidth={status === 'SUCCEEDED' ? 3 : 2.25} />
    </span>
  );
}
