/** What a supervised process is at. */
export type ChildState =
  | { kind: 'RUNNING'; startedAt: number; failures: number }
  /** It died; another one is started after the pause. */
  | { kind: 'PAUSING'; failures: number }
  /** It was told to stop. */
  | { kind: 'STOPPING' }
  | { kind: 'ENDED' };

/** `at` in milliseconds on a clock that never goes back. */
export type ChildEvent = { kind: 'EXITED'; at: number } | { kind: 'PAUSE_OVER'; at: number } | { kind: 'STOP' };

export type ChildCommand = { kind: 'SPAWN' } | { kind: 'PAUSE'; ms: number } | { kind: 'TERMINATE' };

/** Who lives that long has recovered: the next death counts as the first. */
export const STABLE_MS = 30_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** The next state and what is to be done for it. Events that mean nothing in a state change nothing. */
export function nextChildState(state: ChildState, event: ChildEvent): [ChildState, ChildCommand[]] {
  switch (state.kind) {
    case 'RUNNING': {
      if (event.kind === 'STOP') return [{ kind: 'STOPPING' }, [{ kind: 'TERMINATE' }]];
      if (event.kind !== 'EXITED') return [state, []];
      const failures = event.at - state.startedAt > STABLE_MS ? 1 : state.failures + 1;
      return [{ kind: 'PAUSING', failures }, [{ kind: 'PAUSE', ms: Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS) }]];
    }
    case 'PAUSING':
      if (event.kind === 'STOP') return [{ kind: 'ENDED' }, []];
      if (event.kind !== 'PAUSE_OVER') return [state, []];
      return [{ kind: 'RUNNING', startedAt: event.at, failures: state.failures }, [{ kind: 'SPAWN' }]];
    case 'STOPPING':
      return event.kind === 'EXITED' ? [{ kind: 'ENDED' }, []] : [state, []];
    case 'ENDED':
      return [state, []];
  }
}
