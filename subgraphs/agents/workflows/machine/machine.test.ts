import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outstanding } from './asked.ts';
import { everyStep } from './every-step.ts';
import { forkFlow } from './fork-flow.ts';
import type { FlowState } from './flow-state.ts';
import { hasEnded } from './known.ts';
import { beginFlow, react } from './machine.ts';
import { defined, definitions, GIVEN, lucks, World, type Luck } from './machine.testkit.ts';
import { progressOf } from './progress.ts';
import type { WorkflowDefinition } from '../definition/definition.ts';
import { factsOf, headOf, restore, type StepRow } from './stored-flow.ts';

const MAX_TURNS = 4_000;

function toEnd(world: World): World {
  for (let turn = 0; world.flow.phase !== 'ENDED'; turn += 1) {
    if (turn > MAX_TURNS || !world.answer()) throw new Error(`It does not go on: ${JSON.stringify(world.flow)}`);
  }
  return world;
}

function always(look: (definition: WorkflowDefinition, luck: Luck) => void, numRuns = 250): void {
  fc.assert(fc.property(definitions, lucks, look), { numRuns });
}

function statuses(world: World, flow: FlowState = world.flow): ReadonlyMap<string, string> {
  return new Map([...everyStep(flow.root, world.program.root)].map(({ path, state }) => [path, state.status]));
}

describe('whatever the world answers, in whatever order', () => {
  test('every flow ends, once, with nothing left waiting or on its way', () => {
    always((definition, luck) => {
      const world = toEnd(new World(definition, luck));
      expect(world.said.filter(({ kind }) => kind === 'END')).toHaveLength(1);
      expect(world.said.at(-1)?.kind).toBe('END');
      expect(world.flow).toMatchObject({ active: 0, queue: [], undo: [] });
      expect([...world.asked.keys(), ...world.timers.keys()]).toEqual([]);
      for (const { path, state } of everyStep(world.flow.root, world.program.root)) expect([path, hasEnded(state)]).toEqual([path, true]);
    });
  });

  test('every try is asked for once, and never more side by side than allowed', () => {
    always((definition, luck) => {
      const world = new World(definition, luck, { ...GIVEN, maxActive: 2 });
      const calls = new Set<string>();
      for (let seen = 0; ;) {
        for (const command of world.said.slice(seen)) {
          if (command.kind !== 'CALL' && command.kind !== 'START_CHILD' && command.kind !== 'UNDO') continue;
          const key = `${command.kind}:${command.path}:${command.attempt}`;
          expect(calls.has(key)).toBe(false);
          calls.add(key);
        }
        seen = world.said.length;
        const running = [...everyStep(world.flow.root, world.program.root)].filter(
          ({ state, of }) => of.step.kind === 'TOOL' && state.status === 'RUNNING',
        );
        expect(running.length).toBeLessThanOrEqual(2);
        if (world.flow.phase === 'ENDED' || !world.answer()) break;
      }
    });
  });

  test('nothing begins before everything it depends on has ended', () => {
    always((definition, luck) => {
      const world = new World(definition, luck);
      for (;;) {
        const now = statuses(world);
        for (const { path, state, of } of everyStep(world.flow.root, world.program.root)) {
          if (state.status === 'PENDING' || state.status === 'CANCELLED' || state.skipped === 'BRANCH') continue;
          const around = path.slice(0, path.length - of.step.id.length);
          for (const need of of.step.dependsOn)
            expect(['DONE', 'SKIPPED', 'FAILED', 'UNDOING', 'UNDO_WAITING', 'UNDONE', 'NOT_UNDONE']).toContain(now.get(`${around}${need}`));
        }
        if (world.flow.phase === 'ENDED' || !world.answer()) break;
      }
    });
  });

  test('what was done is undone in reverse order, all of it and once, when the flow fails or is cancelled, and only then', () => {
    always((definition, luck) => {
      const world = new World(definition, luck);
      const done: string[] = [];
      const undone: string[] = [];
      let cancel = luck.fail === 0 ? (luck.picks[0] ?? 0) % 12 : -1;
      while (world.flow.phase !== 'ENDED') {
        const before = statuses(world);
        if (cancel-- === 0) world.happen({ kind: 'CANCEL', reason: 'Enough', hard: false, atMs: world.now });
        else if (!world.answer()) break;
        const now = [...everyStep(world.flow.root, world.program.root)];
        for (const { path, state, of } of now) {
          const wasOver = ['DONE', 'UNDOING', 'UNDO_WAITING', 'UNDONE', 'NOT_UNDONE'].includes(before.get(path) ?? '');
          // What was done last may be undone in the same moment.
          if (['DONE', 'UNDOING'].includes(state.status) && !wasOver && of.step.compensate !== undefined) done.push(path);
          if (state.status === 'UNDOING' && !['UNDOING', 'UNDO_WAITING'].includes(before.get(path) ?? '')) undone.push(path);
        }
      }
      const undoes = definition.onFailure === 'COMPENSATE' && world.flow.outcome?.status !== 'SUCCEEDED';
      expect(undone).toEqual(undoes ? done.toReversed() : []);
    });
  });

  test('progress stays between 0 and 1, never falls, and is 1 after success', () => {
    always((definition, luck) => {
      const world = new World(definition, luck);
      let before = progressOf(world.program, world.flow);
      for (;;) {
        const now = progressOf(world.program, world.flow);
        expect(now).toBeGreaterThanOrEqual(before - 1e-9);
        expect(now).toBeLessThanOrEqual(1);
        before = now;
        if (world.flow.phase === 'ENDED' || !world.answer()) break;
      }
      if (world.flow.outcome?.status === 'SUCCEEDED') expect(before).toBe(1);
    });
  });
});

describe('crashes', () => {
  test('the log of events gives the same flow again', () => {
    always((definition, luck) => {
      const world = toEnd(new World(definition, luck));
      let { flow } = beginFlow(world.program, GIVEN);
      for (const event of world.events) ({ flow } = react(world.program, flow, event));
      expect(flow).toEqual(world.flow);
    });
  });

  test('after each event the rows and the head give the flow again, with the same things asked for', () => {
    always((definition, luck) => {
      const world = new World(definition, luck);
      const rows = new Map<string, StepRow>();
      const store = (changed: readonly string[]): void => {
        for (const path of changed) {
          const facts = factsOf(world.program, world.flow, path);
          if (facts !== null) rows.set(path, { path, facts });
        }
        const head = JSON.parse(JSON.stringify(headOf(world.flow)));
        const restored = restore(world.program, GIVEN, head, JSON.parse(JSON.stringify([...rows.values()])));
        expect(restored).toEqual(world.flow);
        const asked = outstanding(world.program, restored).filter(({ kind }) => kind !== 'END' && kind !== 'TIMER');
        expect(new Map(asked.map((command) => ['path' in command ? command.path : '', command]))).toEqual(world.asked);
      };
      store(beginFlow(world.program, GIVEN).changed);
      while (world.flow.phase !== 'ENDED') {
        if (!world.answer()) break;
        store(world.changed);
      }
    });
  });

  test('an answer that comes twice changes nothing the second time', () => {
    always((definition, luck) => {
      const world = new World(definition, luck);
      while (world.flow.phase !== 'ENDED' && world.answer()) {
        const last = world.events.at(-1);
        if (last === undefined || (last.kind !== 'DONE' && last.kind !== 'DECIDED' && last.kind !== 'ARRIVED')) continue;
        const again = react(world.program, world.flow, last);
        expect(again).toMatchObject({ accepted: false, commands: [] });
        expect(again.flow).toBe(world.flow);
      }
    });
  });
});

describe('people', () => {
  test('pausing and going on, however often, changes nothing about how the flow ends', () => {
    always((definition, { picks }) => {
      const luck = { picks, fail: 0, patient: true };
      const straight = toEnd(new World(definition, luck));
      const world = new World(definition, luck);
      for (let turn = 0; world.flow.phase !== 'ENDED'; turn += 1) {
        if (turn > MAX_TURNS) throw new Error('It does not go on');
        if (turn % 3 === 0) world.happen({ kind: 'PAUSE', atMs: world.now });
        const calls = world.said.filter(({ kind }) => kind === 'CALL').length;
        const answered = world.answer();
        if (world.flow.paused) expect(world.said.filter(({ kind }) => kind === 'CALL')).toHaveLength(calls);
        if (turn % 3 === 1 || !answered) world.happen({ kind: 'RESUME', atMs: world.now });
      }
      expect(world.flow.outcome?.status).toBe(straight.flow.outcome?.status);
    });
  });

  test('cancelled at once it waits for nothing and undoes nothing', () => {
    always((definition, luck) => {
      const world = new World(definition, luck);
      for (let turn = (luck.picks[0] ?? 0) % 10; turn > 0 && world.flow.phase !== 'ENDED'; turn -= 1) world.answer();
      const over = world.flow.phase === 'ENDED';
      world.happen({ kind: 'CANCEL', reason: 'Now', hard: true, atMs: world.now });
      expect(world.flow.phase).toBe('ENDED');
      if (!over) expect(world.flow.outcome?.status).toBe('CANCELLED');
    });
  });

  test('a fork does the step it begins at and what follows, and nothing that is carried over', () => {
    always((definition, luck) => {
      const first = toEnd(new World(definition, luck));
      const paths = [...everyStep(first.flow.root, first.program.root)].map(({ path }) => path);
      const from = paths[(luck.picks[0] ?? 0) % paths.length] ?? '';
      const forked = forkFlow(first.program, first.flow, from, { ...GIVEN, runId: 'fork' });
      if (forked === null) {
        expect(factsOf(first.program, first.flow, from)?.skipped).toBe('BRANCH');
        return;
      }
      const world = new World(definition, { ...luck, fail: 0 });
      world.flow = forked.flow;
      world.said.length = 0;
      world.asked.clear();
      world.timers.clear();
      world.take(forked);
      const carried = [...everyStep(forked.flow.root, first.program.root)].filter(({ state }) => state.carried);
      for (const { path, state } of carried)
        if (state.status === 'DONE') expect(state.output).toEqual(factsOf(first.program, first.flow, path)?.output);
      toEnd(world);
      const done = new Set(world.said.flatMap((command) => ('path' in command ? [command.path] : [])));
      for (const { path } of carried) expect([path, done.has(path)]).toEqual([path, false]);
    });
  });
});

test('a run of its own is waited for, looked after when it may have ended, and a stop from elsewhere fails its step', () => {
  const world = new World(defined({ steps: [{ kind: 'WORKFLOW', id: 'child', workflow: 'other', timeoutMs: 500 }] }), {
    picks: [0],
    fail: 0,
  });
  const at = { path: 'child', attempt: 1, atMs: 1_001 };
  expect(world.happen({ kind: 'PARKED', ...at })).toMatchObject({ accepted: true, changed: [] });
  const started = world.said[0];
  expect(world.happen({ kind: 'WOKEN', ...at }).commands).toEqual([started]);
  expect(world.happen({ kind: 'STOPPED', ...at }).flow.outcome).toMatchObject({ status: 'FAILED', problem: { code: 'STEP_STOPPED' } });
});

test('a call that waits for a person holds no place, and the same try is asked for once more', () => {
  const steps = ['a', 'b'].map((id) => ({ kind: 'TOOL', id, tool: 'do' }));
  const world = new World(defined({ steps }), { picks: [0], fail: 0 }, { ...GIVEN, maxActive: 1 });
  expect(world.said).toMatchObject([{ kind: 'CALL', path: 'a', attempt: 1 }]);
  expect(world.happen({ kind: 'PARKED', path: 'a', attempt: 1, atMs: 1_001 }).commands).toMatchObject([{ kind: 'CALL', path: 'b' }]);
  expect(world.happen({ kind: 'WOKEN', path: 'a', attempt: 1, atMs: 1_002 }).commands).toEqual([]);
  expect(world.happen({ kind: 'DONE', path: 'b', attempt: 1, atMs: 1_003, output: 1 }).commands).toEqual([world.said[0]]);
  world.happen({ kind: 'DONE', path: 'a', attempt: 1, atMs: 1_004, output: 1 });
  expect(world.flow).toMatchObject({ calls: 2, outcome: { status: 'SUCCEEDED' } });
});
