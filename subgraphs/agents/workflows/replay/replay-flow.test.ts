import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defined, definitions, GIVEN, lucks, World, type Luck } from '../machine/machine.testkit.ts';
import { everyStep } from '../machine/every-step.ts';
import { compile } from '../machine/program.ts';
import { factsOf, headOf, restore } from '../machine/stored-flow.ts';
import { compareReplay, type Comparison } from './compare-replay.ts';
import { replayFlow, type Recording, type Replayed } from './replay-flow.ts';

const MAX_TURNS = 4_000;

/** As it is read from where it was stored. */
function recordingOf({ program, flow }: World): Recording {
  const rows = [...everyStep(flow.root, program.root)].map(({ path }) => ({ path, facts: factsOf(program, flow, path) }));
  const kept = rows.flatMap(({ path, facts }) => (facts === null ? [] : [{ path, facts }]));
  return { program, flow: restore(program, GIVEN, headOf(flow), kept) };
}

function replayed(world: World, by = world.program): { replay: Replayed; comparison: Comparison } {
  const recording = recordingOf(world);
  const replay = replayFlow(by, GIVEN, recording);
  return { replay, comparison: compareReplay(recording, replay.asked, replay, by) };
}

function ended(world: World, cancelAfter = -1): World {
  for (let turn = 0; world.flow.phase !== 'ENDED'; turn += 1) {
    if (turn > MAX_TURNS) throw new Error('It does not end.');
    if (turn === cancelAfter) world.happen({ kind: 'CANCEL', reason: 'Enough', hard: false, atMs: world.now });
    else if (!world.answer()) throw new Error('It does not go on.');
  }
  return world;
}

const different = ({ steps }: Comparison): readonly object[] => steps.filter(({ change }) => change !== 'SAME');

describe('a replay of a flow', () => {
  test('comes to the same, step by step, whatever the world had answered', () => {
    fc.assert(
      fc.property(definitions, lucks, (definition, luck) => {
        const { replay, comparison } = replayed(ended(new World(definition, luck)));
        expect(different(comparison)).toEqual([]);
        expect(replay.unanswered).toEqual([]);
        expect(comparison.same).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('comes to the same when it was cancelled on its way', () => {
    fc.assert(
      fc.property(definitions, lucks, fc.nat(14), (definition, luck, cancelAfter) => {
        const { comparison } = replayed(ended(new World(definition, luck), cancelAfter));
        expect(different(comparison)).toEqual([]);
        expect(comparison.same).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  const always: Luck = { picks: [0], fail: 0 };
  const tool = (id: string, more: object = {}): object => ({ id, kind: 'TOOL', tool: 'do', input: { n: '{{input.n}}' }, ...more });

  test('by another version says what would be asked otherwise, what is new, and what nobody has an answer for', () => {
    const world = ended(new World(defined({ steps: [tool('one'), tool('two', { dependsOn: ['one'] }), tool('gone')] }), always));
    const newer = compile(
      defined({ steps: [tool('one', { input: { n: 5 } }), tool('new', { dependsOn: ['one'] }), tool('two', { dependsOn: ['new'] })] }),
    );
    const recording = recordingOf(world);
    const replay = replayFlow(newer, GIVEN, recording);
    const asBefore = new Map(replayFlow(world.program, GIVEN, recording).asked);
    const { steps, same } = compareReplay(recording, asBefore, replay, newer);
    expect(steps.map(({ path, change }) => [path, change])).toEqual([
      ['one', 'INPUT'],
      ['new', 'UNANSWERED'],
      ['two', 'RESULT'],
      ['gone', 'REMOVED'],
    ]);
    expect(same).toBe(false);
    expect(replay.flow.outcome).toBeNull();
  });

  test('by another version that undoes nothing ends in its own way', () => {
    const steps = [tool('one', { compensate: { tool: 'undo' } }), tool('bad', { dependsOn: ['one'] })];
    const world = new World(defined({ steps }), always);
    world.happen({ kind: 'DONE', path: 'one', attempt: 1, atMs: 2_000, output: 1 });
    world.happen({ kind: 'FAILED', path: 'bad', attempt: 1, atMs: 2_000, again: false, problem: { code: 'X', message: 'x' } });
    world.happen({ kind: 'DONE', path: 'one', attempt: 2, atMs: 2_000, output: null });
    expect(world.flow.outcome?.status).toBe('FAILED');
    const { comparison, replay } = replayed(world, compile(defined({ steps, onFailure: 'STOP' })));
    expect(replay.flow.outcome?.status).toBe('FAILED');
    expect(comparison.steps.map(({ path, change, after }) => [path, change, after?.status])).toEqual([
      ['one', 'RESULT', 'DONE'],
      ['bad', 'SAME', 'FAILED'],
    ]);
  });
});
