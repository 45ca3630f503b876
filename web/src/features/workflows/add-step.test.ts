import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withStep } from './add-step.ts';

const STEP = { id: 'think', kind: 'MODEL', dependsOn: ['look'] };

test('a step is added at the end, and what was written stays as it was', () => {
  const text = '# Ours.\nname: x\nsteps:\n  - id: look # first\n    kind: TOOL\n    input: { query: "{ a }" }\nonFailure: STOP\n';
  const made = withStep(text, STEP);
  expect(made).toContain('# Ours.');
  expect(made).toContain('# first');
  expect(made).toContain('onFailure: STOP');
  expect(parse(made ?? '')).toEqual({
    name: 'x',
    steps: [{ id: 'look', kind: 'TOOL', input: { query: '{ a }' } }, STEP],
    onFailure: 'STOP',
  });
});

test('a workflow without steps gets its first one; JSON stays JSON', () => {
  expect(parse(withStep('name: x\nsteps: []\n', STEP) ?? '')).toEqual({ name: 'x', steps: [STEP] });
  expect(parse(withStep('name: x\n', STEP) ?? '')).toEqual({ name: 'x', steps: [STEP] });
  expect(JSON.parse(withStep('{"name": "x", "steps": []}', STEP) ?? '')).toEqual({ name: 'x', steps: [STEP] });
});

test('what cannot be read is not touched', () => {
  expect(withStep('name: [x', STEP)).toBeNull();
  expect(withStep('just words', STEP)).toBeNull();
});
