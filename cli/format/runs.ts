import type { RunEvent } from '../graph/follow-run.ts';
import type { Run } from '../graph/runs.ts';
import { formatDuration } from './numbers.ts';
import type { Style } from './style.ts';
import { printable, table } from './table.ts';

/** Runs as a table, the newest first. @param now for how long they have been at work */
export function runsText(runs: readonly Run[], total: number, style: Style, now: Date): string {
  if (runs.length === 0) return 'Nothing has run yet: runs begin when something is connected.';
  const columns = [
    { label: 'Run' },
    { label: 'What' },
    { label: 'Status' },
    { label: 'Progress', align: 'right' as const },
    { label: 'Step' },
    { label: 'Took', align: 'right' as const },
  ];
  const rows = runs.map((run) => [
    run.id,
    run.title,
    run.problem === null ? run.status.toLowerCase() : `${run.status.toLowerCase()}: ${run.problem}`,
    percentOf(run.progress),
    run.finishedAt === null ? (currentStep(run) ?? '–') : '–',
    formatDuration((run.finishedAt === null ? now : new Date(run.finishedAt)).getTime() - Date.parse(run.startedAt)),
  ]);
  const shown = table(columns, rows);
  return runs.length < total ? `${shown}\n${style.dim(`… and ${total - runs.length} older ones`)}` : shown;
}

/** One event of a run as a line. */
export function runEventLine(event: RunEvent, style: Style): string {
  const time = new Date(event.at).toLocaleTimeString('en-GB');
  return `${style.dim(time)} ${percentOf(event.progress).padStart(4)}  ${paintOf(event, style)(printable(event.message))}`;
}

function currentStep({ steps }: Run): string | null {
  const step = steps.find(({ status }) => status === 'RUNNING' || status === 'WAITING' || status === 'PENDING');
  return step === undefined ? null : `${step.name}${step.status === 'WAITING' ? ' (waits for a person)' : ''}`;
}

/** Whole percents, never 100 before the end. */
function percentOf(fraction: number): string {
  return `${Math.floor(fraction * 100)} %`;
}

function paintOf({ kind, status }: RunEvent, style: Style): (text: string) => string {
  if (kind === 'FINISHED') return status === 'SUCCEEDED' ? style.good : style.bad;
  if (kind === 'RETRYING' || kind === 'TAKEN_OVER' || kind === 'CANCELLING' || kind === 'WAITING') return style.warn;
  return (text) => text;
}
