import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds } from './condition.ts';
import { parseInput } from './parse-input.ts';
import { parseDefinition, readDefinition, type ReadDefinition } from './read-definition.ts';
import { render, TemplateFailure, type Lookup } from './render.ts';

const BASE = { name: 'flow', title: 'Flow', input: { n: { type: 'NUMBER' } } };
const tool = (id: string, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  kind: 'TOOL',
  id,
  tool: 'do',
  ...more,
});

function codes(read: ReadDefinition): readonly string[] {
  return read.kind === 'READ' ? [] : read.problems.map(({ code, path }) => `${code} ${path}`);
}
const problems = (steps: unknown, more: Readonly<Record<string, unknown>> = {}): readonly string[] =>
  codes(parseDefinition({ ...BASE, steps, ...more }));

describe('reading', () => {
  test('YAML and JSON come to the same, with what is left out filled in', () => {
    const yaml = readDefinition('name: flow\ntitle: Flow\nsteps:\n  - { id: find-idle, kind: TOOL, tool: graph.query }\n');
    const json = readDefinition('{"name":"flow","title":"Flow","steps":[{"id":"find-idle","kind":"TOOL","tool":"graph.query"}]}');
    expect(yaml).toEqual(json);
    expect(yaml).toMatchObject({
      kind: 'READ',
      definition: { onFailure: 'COMPENSATE', steps: [{ title: 'Find idle', dependsOn: [], onError: 'FAIL', input: {} }] },
    });
  });

  test('what means nothing is named with its place', () => {
    expect(problems([tool('a', { retries: 3 })])).toEqual(['UNKNOWN_KEY steps[0].retries']);
    expect(problems([{ kind: 'TOOL', id: 'A b', tool: 'do' }])).toEqual(['INVALID steps[0].id']);
    expect(problems([{ kind: 'DANCE', id: 'a' }])).toEqual(['INVALID steps[0].kind']);
  });

  test('nothing that is sent overflows the stack, hangs or throws', () => {
    let nested: unknown = [tool('a')];
    for (let depth = 0; depth < 100_000; depth += 1) nested = [{ kind: 'REPEAT', id: 'r', steps: nested }];
    expect(problems(nested)[0]).toMatch(/^TOO_DEEP/u);
    expect(codes(readDefinition('['.repeat(200_000)))[0]).toMatch(/^UNREADABLE/u);
    expect(codes(readDefinition('x'.repeat(1_000_001)))).toEqual(['TOO_LARGE ']);
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]},`.repeat(9)}]`),
    ];
    expect(readDefinition(bomb.join('\n')).kind).toBe('FAULTY');
    expect(codes(readDefinition('{"__proto__": {"steps": []}}'))).toEqual(['UNKNOWN_KEY __proto__']);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map((value) => JSON.stringify(value)),
        ),
        (text) => readDefinition(text).kind === 'FAULTY',
      ),
    );
  });

  test('too many steps, and too deep ones', () => {
    expect(problems(Array.from({ length: 501 }, (_none, at) => tool(`s${at}`)))[0]).toMatch(/^INVALID steps|^TOO_MANY_STEPS/u);
    const map = (steps: unknown): unknown => [{ kind: 'MAP', id: 'm', over: [1], maxItems: 5, steps }];
    const wide = Array.from({ length: 300 }, (_none, at) => tool(`s${at}`));
    expect(problems([...wide, ...(map(wide) as unknown[])])).toEqual(['TOO_MANY_STEPS steps']);
    let deep: unknown = [tool('a')];
    for (let depth = 0; depth < 8; depth += 1) deep = map(deep);
    expect(problems(deep)[0]).toMatch(/^TOO_DEEP/u);
    expect(problems(Array.from({ length: 10_000 }, (_none, at) => tool(`s${at}`)))).toHaveLength(1);
  });
});

describe('checking', () => {
  test('cycles are named, with the steps in them', () => {
    const read = parseDefinition({
      ...BASE,
      steps: [tool('a', { dependsOn: ['c'] }), tool('b', { dependsOn: ['a'] }), tool('c', { dependsOn: ['b'] })],
    });
    expect(codes(read)).toEqual(['CYCLE steps[0].dependsOn']);
    expect(read.kind === 'FAULTY' && read.problems[0]?.message).toMatch(/a → c → b → a/u);
    expect(problems([tool('a', { dependsOn: ['a'] })])).toEqual(['CYCLE steps[0].dependsOn']);
  });

  test('names have to be there, and once', () => {
    expect(problems([tool('a', { dependsOn: ['b'] })])).toEqual(['UNKNOWN_STEP steps[0].dependsOn[0]']);
    expect(problems([tool('a'), tool('a')])).toEqual(['DUPLICATE_ID steps[1].id']);
    const choose = { kind: 'CONDITION', id: 'if', if: { exists: 'input.n' } };
    // oxlint-disable-next-line unicorn/no-thenable -- A word of the format.
    expect(problems([{ ...choose, then: ['x'] }])).toEqual(['UNKNOWN_STEP steps[0].then[0]']);
    expect(problems([{ ...choose, else: ['b'] }, tool('b')])).toEqual(['INVALID steps[0].else[0]']);
  });

  test('steps that can never run are told', () => {
    const never = { left: 1, is: 'GT', right: 2 };
    expect(problems([tool('a', { when: never })])).toEqual(['UNREACHABLE steps[0]']);
    // oxlint-disable-next-line unicorn/no-thenable -- A word of the format.
    const choose = { kind: 'CONDITION', id: 'if', if: never, then: ['b'] };
    const behind = [tool('b', { dependsOn: ['if'] }), tool('c', { dependsOn: ['b'] })];
    expect(problems([choose, ...behind])).toEqual(['UNREACHABLE steps[1]', 'UNREACHABLE steps[2]']);
  });

  test('whatever repeats, goes over a list or waits for an event has an end', () => {
    expect(problems([{ kind: 'REPEAT', id: 'r', until: { exists: 'round' }, steps: [tool('a')] }])).toEqual([
      'UNBOUNDED steps[0].maxRounds',
    ]);
    expect(problems([{ kind: 'MAP', id: 'm', over: [], maxItems: 1e9, steps: [tool('a')] }])).toEqual(['UNBOUNDED steps[0].maxItems']);
    expect(problems([{ kind: 'WAIT', id: 'w', event: { topic: 't' } }])).toEqual(['UNBOUNDED steps[0].event']);
  });

  test('what is waited for is something that is told of', () => {
    const wait = (topic: string): unknown => ({ kind: 'WAIT', id: 'w', forMs: 1_000, event: { topic } });
    expect(problems([wait('ontology.published')])).toEqual([]);
    expect(problems([wait('ontology.publishd')])).toEqual(['UNKNOWN_TOPIC steps[0].event.topic']);
    expect(problems([wait('runs.changed')])).toEqual(['UNKNOWN_TOPIC steps[0].event.topic']);
  });

  test('a fabric plane is named where somebody is called', () => {
    expect(problems([tool('a', { plane: 'Kong' })])).toEqual([]);
    expect(problems([{ kind: 'WAIT', id: 'w', forMs: 1_000, plane: 'Kong' }])).toEqual(['INVALID steps[0].plane']);
  });

  test('paths lead to inputs that are declared and to steps that are done before', () => {
    const uses = (path: string): unknown => tool('b', { dependsOn: ['a'], input: { x: `See {{ ${path} }}` } });
    for (const fine of ['input.n', 'steps.a.output.list[0].name', 'run.id', 'steps.a.output.x?'])
      expect(problems([tool('a'), uses(fine)])).toEqual([]);
    expect(problems([tool('a'), uses('steps.c.output')])).toEqual(['REFERENCE_UNKNOWN steps[1].input.x']);
    expect(problems([tool('a'), uses('steps.c.output'), tool('c')])).toEqual(['REFERENCE_NOT_BEFORE steps[1].input.x']);
    expect(problems([tool('a'), uses('input.m')])).toEqual(['REFERENCE_UNKNOWN steps[1].input.x']);
    expect(problems([tool('a'), uses('item.name')])).toEqual(['REFERENCE_UNKNOWN steps[1].input.x']);
    expect(problems([tool('a'), uses('1 + 1')])).toEqual(['REFERENCE_MALFORMED steps[1].input.x']);
  });

  test('inner steps see what is around them, and their list what is within', () => {
    const inner = [tool('x', { input: '{{item}} {{steps.a.output}}' })];
    const map = {
      kind: 'MAP',
      id: 'm',
      dependsOn: ['a'],
      over: '{{steps.a.output}}',
      maxItems: 5,
      steps: inner,
      collect: '{{steps.x.output}}',
    };
    expect(problems([tool('a'), map])).toEqual([]);
    expect(problems([tool('a'), { ...map, dependsOn: [] }])).toEqual([
      'REFERENCE_NOT_BEFORE steps[1].over',
      'REFERENCE_NOT_BEFORE steps[1].steps[0].input',
    ]);
  });
});

describe('templates', () => {
  const known = { a: { list: [1, { b: null }], text: 'x' }, n: 3 };
  const lookup: Lookup = (keys) =>
    keys.reduce<never>(
      (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? at[key] : undefined) as never,
      known as never,
    );

  test('a text that is one path keeps the type, others become text', () => {
    expect(render({ whole: '{{ a.list }}', part: 'n={{n}} {{a.list[1]}}', other: [true, '{{n}}'] }, lookup)).toEqual({
      whole: [1, { b: null }],
      part: 'n=3 {"b":null}',
      other: [true, 3],
    });
  });

  test('what is not there fails, unless it may be missing', () => {
    expect(() => render('{{ a.nothing }}', lookup)).toThrow(TemplateFailure);
    expect(render('{{ a.nothing? }}', lookup)).toBeNull();
    for (const path of ['a.constructor', 'a.__proto__', 'a.list.map', 'n.toFixed']) expect(render(`{{${path}?}}`, lookup)).toBeNull();
  });

  test('conditions compare values of one type, and take what is missing for nothing', () => {
    expect(holds({ left: '{{n}}', is: 'GT', right: 2 }, lookup)).toBe(true);
    expect(holds({ left: '{{n}}', is: 'GT', right: '2' }, lookup)).toBe(false);
    expect(holds({ left: '{{a.list}}', is: 'CONTAINS', right: { b: null } }, lookup)).toBe(true);
    expect(holds({ left: 'x', is: 'IN', right: ['{{a.text}}'] }, lookup)).toBe(true);
    expect(holds({ all: [{ not: { exists: 'a.gone' } }, { left: '{{a.gone}}', is: 'EQ', right: null }] }, lookup)).toBe(true);
  });
});

test('what a run is started with is held against what is asked for', () => {
  const input = {
    n: { type: 'NUMBER' as const, description: '', required: true },
    text: { type: 'STRING' as const, description: '', required: false, default: 'x' },
  };
  expect(parseInput({ input }, { n: 1 })).toEqual({ kind: 'FITS', input: { n: 1, text: 'x' } });
  const faulty = parseInput({ input }, { n: '1', m: 2 });
  expect(faulty.kind === 'FAULTY' && faulty.problems.map(({ name }) => name)).toEqual(['m', 'n']);
});
