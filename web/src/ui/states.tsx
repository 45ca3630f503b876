import type { LucideIcon } from 'lucide-react';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '../graph/problem.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';

type EmptyProps = { icon: LucideIcon; title: string; children: ReactNode; actions?: ReactNode; className?: string };

/** What a list shows when there is nothing in it: why, and what to do next. */
export function Empty({ icon: Icon, title, children, actions, className }: EmptyProps) {
  return (
    <div
      className={classes('grid justify-items-center gap-3 rounded-lg border border-dashed border-line px-6 py-12 text-center', className)}
      data-state="empty"
    >
      <span className="grid size-11 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon aria-hidden size={20} />
      </span>
      <h2 className="text-md font-semibold">{title}</h2>
      <div className="max-w-[52ch] text-base text-muted">{children}</div>
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}

/** A failure: what happened, what to do, its code, and a way to try again when that helps. */
export function ProblemNote({ problem, onRetry, className }: { problem: Problem; onRetry?: (() => void) | undefined; className?: string }) {
  return (
    <div role="alert" data-problem={problem.code} className={classes('flex gap-3 rounded-lg border border-low bg-low-soft p-4', className)}>
      <CircleAlert aria-hidden size={20} className="mt-0.5 shrink-0 text-low" />
      <div className="grid min-w-0 gap-1">
        <p className="font-medium text-ink">{problem.message}</p>
        {problem.todo ? <p className="text-ink">{problem.todo}</p> : null}
        <a
          href={`/help/errors/${problem.code}`}
          target="_blank"
          rel="noreferrer"
          title="What this means and what to do"
          className="justify-self-start font-mono text-xs text-muted underline underline-offset-3 hover:text-ink"
        >
          {problem.code}
        </a>
        {problem.code === 'QUOTA_EXCEEDED' ? (
          <a href="/settings/usage" className="mt-1 justify-self-start font-medium link">
            See limits and usage
          </a>
        ) : null}
        {onRetry && problem.retry ? (
          <Button className="mt-2 justify-self-start" onClick={onRetry}>
            Try again
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Grey bars while something loads, said once to a screen reader. */
export function Loading({ label, lines = 4, className }: { label: string; lines?: number; className?: string }) {
  return (
    <div role="status" className={classes('grid gap-3', className)} data-state="loading">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden className="breathe h-9 rounded-md bg-raised" style={{ width: `${100 - line * 9}%` }} />
      ))}
    </div>
  );
}
