import type { Step } from './run.ts';

/** A part of the response that comes later. */
export interface DeferredStep {
  label: string | null;
  /** Ids of the fetches that it needs the data of. */
  depends: readonly string[];
  /** Null: everything of it is there already. */
  step: Step | null;
}

/** Carries out what is not deferred, and has the rest begin as soon as it can: nobody waits for that here. */
export function deferring(primary: Step | null, deferred: readonly DeferredStep[]): Step {
  return (run, cursor) => {
    const pending = primary?.(run, cursor);
    const before = pending ?? Promise.resolve();
    for (const { label, depends, step } of deferred) {
      // Its errors are told with it, not with what came before.
      run.later?.begin(label, depends, before, (errors) => step?.({ ...run, errors }, cursor));
    }
    return pending;
  };
}

/** Tells, when a fetch has ended, those parts that wait for it. */
export function announcing(id: string, step: Step): Step {
  return (run, cursor) => {
    const pending = step(run, cursor);
    if (pending !== undefined) return pending.then(() => run.later?.fetched(id));
    run.later?.fetched(id);
    return undefined;
  };
}
