import { describe, expect, test } from 'vitest';
import { STABLE_MS, nextChildState, type ChildCommand, type ChildEvent, type ChildState } from './child-state.ts';

/** What a process that was just started is told to do by these events, one after the other. */
function after(...events: ChildEvent[]): { state: ChildState; commands: ChildCommand[] } {
  let state: ChildState = { kind: 'RUNNING', startedAt: 0, failures: 0 };
  const commands: ChildCommand[] = [];
  for (const event of events) {
    const [next, more] = nextChildState(state, event);
    state = next;
    commands.push(...more);
  }
  return { state, commands };
}

describe('a supervised process', () => {
  test('that dies is started again after a pause', () => {
    const { state, commands } = after({ kind: 'EXITED', at: 10 }, { kind: 'PAUSE_OVER', at: 260 });
    expect(commands).toEqual([{ kind: 'PAUSE', ms: 250 }, { kind: 'SPAWN' }]);
    expect(state).toEqual({ kind: 'RUNNING', startedAt: 260, failures: 1 });
  });

  test('that dies again and again is started ever more calmly, up to a longest pause', () => {
    const deaths = Array.from({ length: 9 }, (_, death): ChildEvent[] => [
      { kind: 'EXITED', at: death * 2 },
      { kind: 'PAUSE_OVER', at: death * 2 + 1 },
    ]);
    const pauses = after(...deaths.flat()).commands.flatMap((command) => (command.kind === 'PAUSE' ? [command.ms] : []));
    expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
  });

  test('that lived long has recovered: its death counts as the first', () => {
    const { commands } = after({ kind: 'EXITED', at: 1 }, { kind: 'PAUSE_OVER', at: 2 }, { kind: 'EXITED', at: STABLE_MS + 3 });
    expect(commands.at(-1)).toEqual({ kind: 'PAUSE', ms: 250 });
  });

  test('that is told to stop is not started again, whether it runs or pauses', () => {
    expect(after({ kind: 'STOP' }, { kind: 'EXITED', at: 5 })).toEqual({ state: { kind: 'ENDED' }, commands: [{ kind: 'TERMINATE' }] });
    const paused = after({ kind: 'EXITED', at: 5 }, { kind: 'STOP' }, { kind: 'PAUSE_OVER', at: 300 });
    expect(paused).toEqual({ state: { kind: 'ENDED' }, commands: [{ kind: 'PAUSE', ms: 250 }] });
  });
});
