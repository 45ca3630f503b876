import { expect, test } from 'vitest';
import { formOf, modelStepOf } from './model-step.ts';
import type { ModelStepDraft } from './model-step.ts';

const DRAFT: ModelStepDraft = {
  id: 'think',
  title: '',
  after: 'look',
  instructions: 'Say it in a sentence.',
  text: '{{ steps.look.output }}',
  fields: 'summary: text, what was found\nurgent: yes or no',
  maxTokens: '500',
  withoutModel: '{"summary": ""}',
};

test('what a model writes becomes a schema that it has to keep', () => {
  expect(formOf('summary: text, what was found\ncount:number\nnames: list, who\nnote')).toEqual({ ok: false, line: 'note' });
  expect(formOf('summary: text, what was found\ncount:number\nnames: list, who\nwhy: in a sentence')).toEqual({
    ok: true,
    form: {
      type: 'object',
      properties: {
        summary: { type: 'string', description: 'what was found' },
        count: { type: 'number' },
        names: { type: 'array', items: { type: 'string' }, description: 'who' },
        why: { type: 'string', description: 'in a sentence' },
      },
      required: ['summary', 'count', 'names', 'why'],
      additionalProperties: false,
    },
  });
});

test('a draft becomes a step; what is left empty is left out', () => {
  expect(modelStepOf(DRAFT)).toMatchObject({
    ok: true,
    step: { id: 'think', kind: 'MODEL', dependsOn: ['look'], maxTokens: 500, withoutModel: { summary: '' } },
  });
  const { step } = modelStepOf({ ...DRAFT, after: '', withoutModel: '' }) as { step: object };
  expect(Object.keys(step)).toEqual(['id', 'kind', 'instructions', 'text', 'form', 'maxTokens']);
});

test('what cannot be read is said beside its field', () => {
  const field = (change: Partial<ModelStepDraft>) => {
    const made = modelStepOf({ ...DRAFT, ...change });
    return made.ok ? null : made.field;
  };
  expect([field({ fields: '' }), field({ fields: '??' }), field({ maxTokens: 'many' }), field({ withoutModel: '{' }), field({})]).toEqual([
    'fields',
    'fields',
    'maxTokens',
    'withoutModel',
    null,
  ]);
});
