import type { Run, Step } from './run.ts';
import type { Entity } from './run.ts';

/** One step after the other; those that wait for nothing are done at once. */
export function sequence(steps: readonly Step[]): Step {
  return (run, cursor) => inOrder(steps, 0, run, cursor);
}

function inOrder(steps: readonly Step[], from: number, run: Run, cursor: readonly Entity[]): Promise<void> | undefined {
  for (let index = from; index < steps.length; index++) {
    const pending = steps[index]?.(run, cursor);
    if (pending !== undefined) return index === steps.length - 1 ? pending : pending.then(() => inOrder(steps, index + 1, run, cursor));
  }
  return undefined;
}

/** All steps at once. */
export function parallel(steps: readonly Step[]): Step {
  return (run, cursor) => {
    const pending: Promise<void>[] = [];
    for (const step of steps) {
      const one = step(run, cursor);
      if (one !== undefined) pending.push(one);
    }
    return whenAll(pending);
  };
}

/** When everything that is pending has ended; nothing to wait for gives undefined. */
export function whenAll(pending: readonly Promise<void>[]): Promise<void> | undefined {
  return pending.length < 2 ? pending[0] : Promise.all(pending).then(ignore);
}

const ignore = (): void => undefined;
