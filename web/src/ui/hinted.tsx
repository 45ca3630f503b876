import type { ReactNode } from 'react';

/** What describes a control: the id that its hint has; nothing where there is none. */
export function hintId(id: string, hint: ReactNode): string | undefined {
  return hint ? `${id}-hint` : undefined;
}

/** The words of a control, with a hint below them that describes it. */
export function Hinted({ id, hint, children }: { id: string; hint: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      {children}
      {hint ? (
        <span id={hintId(id, hint)} className="text-sm text-muted">
          {hint}
        </span>
      ) : null}
    </div>
  );
}
