import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';

/** One number of a run with what it counts. */
export function Figure({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <div className={classes('grid gap-0.5', className)}>
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="text-md font-semibold">{children}</dd>
    </div>
  );
}
