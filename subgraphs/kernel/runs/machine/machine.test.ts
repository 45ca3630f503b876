import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begin, react } from './machine.ts';
import type { RunCommand, RunEvent, Transition } from './run-event.ts';
import { currentStep, hasEnded, isFinal, isParked, progressOf, statusOf, type RunState } from './run-state.ts';

const PROBLEM = { code: 'X', message: 'It broke.', todo: 'Mend it.' };
const MAX_FAILURES = 3;
const retryInMs = (failures: number): number | null => (failures >= MAX_FAILURES ? null : 10);

/** Plans of one to five steps, of both kinds. */
const plans = fc
  .array(fc.constantFrom('WORK' as const, 'WAIT' as const), { minLength: 1, maxLength: 5 })
  .map((kinds) => kinds.map((kind, index) => ({ kind, name: `S${index}`, title: `Step ${index}`, weight: index })));

/** What can happen next, as seen by the world around the machine: workers use the epoch they were given, or an old one. */
type Happening =
  | { what: 'claim'; late: boolean }
  | { what: 'worker'; type: 'COMMITTED' | 'STEP_DONE' | 'STEP_FAILED' | 'RELEASED' | 'PARKED'; which: number; fraction: number }
  | { what: 'reap' | 'lose segment' | 'rested' | 'woken' | 'cancel' | 'resume' }
  | { what: 'tell'; step: number; status: 'RUNNING' | 'WAITING' | 'SUCCEEDED' | 'FAILED' | 'SKIPPED' };

const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('claim' as const), late: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('worker' as const),
      type: fc.constantFrom('COMMITTED' as const, 'STEP_DONE' as const, 'STEP_FAILED' as const, 'RELEASED' as const, 'PARKED' as const),
      which: fc.nat(3),
      fraction: fc.double({ min: -1, max: 2, noNaN: true }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constantFrom('reap' as const, 'lose segment' as const, 'rested' as const, 'woken' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('cancel' as const, 'resume' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('tell' as const),
      step: fc.nat(5),
      status: fc.constantFrom('RUNNING' as const, 'WAITING' as const, 'SUCCEEDED' as const, 'FAILED' as const, 'SKIPPED' as const),
    }),
  },
);

/** The world: what the carrier and the timers were asked for, and which epochs were handed out. */
class World {
  run: RunState;
  readonly queued = new Set<number>();
  resting = false;
  readonly epochs: number[] = [];
  readonly told: (RunCommand & { type: 'TELL' })[] = [];

  constructor(first: Transition) {
    this.run = first.run;
    this.take(first);
  }

  happen(happening: Happening): { event: RunEvent; transition: Transition; before: RunState } {
    const event = this.eventOf(happening);
    const before = this.run;
    const transition = react(before, event);
    this.run = transition.run;
    if (event.type === 'CLAIMED' && transition.accepted) this.epochs.push(transition.run.epoch);
    this.take(transition);
    return { event, transition, before };
  }

  private take({ commands, run }: Transition): void {
    for (const command of commands) {
      if (command.type === 'ENQUEUE') this.queued.add(run.segment);
      else if (command.type === 'REST') this.resting = true;
      else if (command.type === 'WAKE') this.resting = false;
      else this.told.push(command);
    }
  }

  private eventOf(happening: Happening): RunEvent {
    switch (happening.what) {
      case 'claim': {
        const asked = [...this.queued];
        return { type: 'CLAIMED', segment: (happening.late ? asked[0] : asked.at(-1)) ?? 0, worker: 'w' };
      }
      case 'worker': {
        const epoch = this.epochs.at(-1 - happening.which) ?? 0;
        if (happening.type === 'COMMITTED') return { type: 'COMMITTED', epoch, progress: { fraction: happening.fraction, detail: null } };
        if (happening.type === 'STEP_FAILED') return { type: 'STEP_FAILED', epoch, problem: PROBLEM, retryInMs };
        if (happening.type === 'PARKED') return { type: 'PARKED', epoch, forMs: happening.fraction > 0.5 ? 10 : null, detail: null };
        return { type: happening.type, epoch };
      }
      case 'reap':
        return { type: 'WORKER_LOST', epoch: this.run.epoch };
      case 'lose segment':
        return { type: 'SEGMENT_LOST', segment: this.run.segment };
      case 'rested':
        return { type: 'RESTED' };
      case 'woken':
        return { type: 'WOKEN' };
      case 'cancel':
        return { type: 'CANCEL' };
      case 'resume':
        return { type: 'RESUME' };
      case 'tell':
        return { type: 'TOLD', news: { step: `S${happening.step}`, status: happening.status, detail: null } };
    }
  }
}

const stories = fc.tuple(plans, fc.array(happenings, { maxLength: 120 }));

/** Lives every story and looks at the world after each thing that happened. */
function always(look: (world: World, happened: ReturnType<World['happen']>) => void): void {
  fc.assert(
    fc.property(stories, ([plan, story]) => {
      const world = new World(begin('A run', plan));
      for (const happening of story) look(world, world.happen(happening));
    }),
    { numRuns: 2_000 },
  );
}

describe('whatever happens in whatever order', () => {
  test('a finished run changes only by being resumed', () => {
    always((_world, { event, before, transition }) => {
      if (!hasEnded(before) || (event.type === 'RESUME' && statusOf(before) !== 'SUCCEEDED')) return;
      expect(transition).toEqual({ run: before, commands: [], accepted: false });
    });
  });

  test('a worker changes the run only under the newest epoch, and only while it holds it: there are never two winners', () => {
    always((_world, { event, before, transition }) => {
      if (!('epoch' in event) || !transition.accepted) return;
      expect(before.turn.phase).toBe('HELD');
      expect(event.epoch).toBe(before.epoch);
    });
  });

  test('every claim gets an epoch of its own, and no segment is claimed twice', () => {
    const claimed = new WeakMap<World, Set<number>>();
    always((world, { event, before, transition }) => {
      if (event.type !== 'CLAIMED' || !transition.accepted) return;
      const known = claimed.get(world) ?? new Set();
      expect(known.has(event.segment)).toBe(false);
      claimed.set(world, known.add(event.segment));
      expect(transition.run.epoch).toBe(before.epoch + 1);
    });
  });

  test('the run always can go on: whose turn it is has been asked to, or is somebody to be told by', () => {
    always((world) => {
      const { run } = world;
      switch (run.turn.phase) {
        case 'QUEUED':
          expect(world.queued.has(run.segment)).toBe(true);
          expect(currentStep(run).kind).toBe('WORK');
          break;
        case 'HELD':
          expect(currentStep(run)).toMatchObject({ kind: 'WORK', status: 'RUNNING' });
          break;
        case 'RESTING':
          expect(world.resting).toBe(true);
          break;
        case 'OUTSIDE':
          expect(['RUNNING', 'WAITING']).toContain(currentStep(run).status);
          if (currentStep(run).kind === 'WORK') expect(isParked(currentStep(run))).toBe(true);
          break;
        case 'ENDED':
          expect(world.resting).toBe(false);
          break;
      }
    });
  });

  test('steps before the one it is at are done, progress stays between 0 and 1 and never falls within an attempt', () => {
    always(({ run }, { before }) => {
      for (const step of run.steps.slice(0, run.at)) expect(['SUCCEEDED', 'SKIPPED']).toContain(step.status);
      const progress = progressOf(run);
      expect(progress).toBeGreaterThanOrEqual(0);
      expect(progress).toBeLessThanOrEqual(1);
      if (run.attempt === before.attempt) expect(progress).toBeGreaterThanOrEqual(progressOf(before));
      if (statusOf(run) === 'SUCCEEDED') expect(run.steps.every((step) => ['SUCCEEDED', 'SKIPPED'].includes(step.status))).toBe(true);
    });
  });

  test('the end is told once for each attempt, last, and as it is', () => {
    always(({ told, run }) => {
      const ends = told.filter(({ kind }) => kind === 'FINISHED');
      expect(ends).toHaveLength(run.attempt - 1 + (hasEnded(run) ? 1 : 0));
      if (hasEnded(run)) expect(told.at(-1)).toMatchObject({ kind: 'FINISHED', status: statusOf(run), step: null });
    });
  });

  test('the same thing told twice changes nothing the second time', () => {
    always((world, { event }) => {
      if (event.type !== 'TOLD') return;
      expect(react(world.run, event)).toMatchObject({ accepted: false, commands: [] });
    });
  });

  test('with workers that work, timers that fire and news that come, every run ends', () => {
    fc.assert(
      fc.property(stories, ([plan, story]) => {
        const world = new World(begin('A run', plan));
        for (const happening of story) world.happen(happening);
        for (let turn = 0; !hasEnded(world.run) && turn < 50; turn += 1) {
          const { phase } = world.run.turn;
          if (phase === 'QUEUED') world.happen({ what: 'claim', late: false });
          else if (phase === 'HELD') world.happen({ what: 'worker', type: 'STEP_DONE', which: 0, fraction: 1 });
          else if (phase === 'RESTING') world.happen({ what: 'rested' });
          else if (currentStep(world.run).kind === 'WORK') world.happen({ what: 'woken' });
          else world.happen({ what: 'tell', step: world.run.at, status: 'SUCCEEDED' });
        }
        expect(hasEnded(world.run)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('retries', () => {
  test('are counted from the last commit that got further', () => {
    let { run } = begin('A run', [{ kind: 'WORK', name: 'S', title: 'S', weight: 1 }]);
    const fail = (): void => {
      run = react(run, { type: 'CLAIMED', segment: run.segment, worker: 'w' }).run;
      run = react(run, { type: 'STEP_FAILED', epoch: run.epoch, problem: PROBLEM, retryInMs }).run;
      run = react(run, { type: 'RESTED' }).run;
    };
    fail();
    fail();
    run = react(run, { type: 'CLAIMED', segment: run.segment, worker: 'w' }).run;
    run = react(run, { type: 'COMMITTED', epoch: run.epoch, progress: { fraction: 0.5, detail: null } }).run;
    expect(currentStep(run).failures).toBe(0);
    run = react(run, { type: 'WORKER_LOST', epoch: run.epoch }).run;
    fail();
    fail();
    fail();
    expect(statusOf(run)).toBe('FAILED');
    expect(isFinal(currentStep(run))).toBe(true);
  });

  test('a step that kills every worker is given up', () => {
    let { run } = begin('A run', [{ kind: 'WORK', name: 'S', title: 'S', weight: 1 }]);
    for (let killed = 0; !hasEnded(run); killed += 1) {
      expect(killed).toBeLessThan(100);
      run = react(run, { type: 'CLAIMED', segment: run.segment, worker: 'w' }).run;
      run = react(run, { type: 'WORKER_LOST', epoch: run.epoch }).run;
    }
    expect(run.turn).toMatchObject({ outcome: { status: 'FAILED', problem: { code: 'RUN_KEEPS_LOSING_WORKERS' } } });
  });
});
