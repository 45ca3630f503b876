import type { ReactNode } from 'react';
import { classes } from './classes.ts';

interface StatProps {
  label: string;
  value: ReactNode;
  /** Said under the number: what it is compared with, how old it is. */
  note?: ReactNode;
  /** A sparkline, at the right end. */
  course?: ReactNode;
  className?: string;
}

/** One number with its name, in a list of such (dl). */
export function Stat({ label, value, note, course, className }: StatProps) {
  return (
    <div className={classes('panel grid grid-cols-[minmax(0,1fr)_auto] content-start items-end gap-x-4 gap-y-0.5 p-4', className)}>
      <dt className="col-start-1 truncate text-sm text-muted" dir="auto" title={label}>
        {label}
      </dt>
      <dd className="col-start-1 text-xl font-semibold tracking-tight">{value}</dd>
      {note ? <dd className="col-start-1 text-sm text-muted">{note}</dd> : null}
      {course ? (
        <dd aria-hidden className="col-start-2 row-span-3 row-start-1">
          {course}
        </dd>
      ) : null}
    </div>
  );
}
