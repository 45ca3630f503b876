import { describe, expect, test } from 'vitest';
import { commonErrors } from './common.errors.ts';
import { cataloguedErrors, defineErrors, DomainError } from './domain-error.ts';

const testErrors = defineErrors('test', {
  TEST_FOLDER_MISSING: { message: (d: { folder: string }) => `There is no ${d.folder}.`, todo: 'Make it.', retry: false, status: 404 },
});

describe('a foreseen error', () => {
  test('carries its code, its sentence, what to do and whether a retry helps', () => {
    const cause = new Error('ENOENT');
    const error = testErrors.TEST_FOLDER_MISSING({ folder: '/x' }, { cause });
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: 'TEST_FOLDER_MISSING', message: 'There is no /x.', cause });
    expect(error.extensions).toEqual({ code: 'TEST_FOLDER_MISSING', todo: 'Make it.', retry: false, status: 404 });
  });

  test('does not show its cause to callers', () => {
    const error = testErrors.TEST_FOLDER_MISSING({ folder: '/x' }, { cause: new Error('canary') });
    expect(JSON.stringify(error.extensions)).not.toContain('canary');
  });
});

describe('the catalogue', () => {
  test('shows each message with the names of its details', () => {
    const entry = cataloguedErrors().find(({ code }) => code === 'TEST_FOLDER_MISSING');
    expect(entry).toEqual({
      area: 'test',
      code: 'TEST_FOLDER_MISSING',
      example: 'There is no ‹folder›.',
      todo: 'Make it.',
      retry: false,
      status: 404,
    });
  });

  test('holds every code once: another area cannot declare it again', () => {
    const again = () => defineErrors('elsewhere', { TEST_FOLDER_MISSING: { message: () => 'x', todo: 'x', retry: false, status: 400 } });
    expect(again).toThrowError('TEST_FOLDER_MISSING');
  });

  test('gives every error of ours a sentence, advice and a fitting status', () => {
    for (const code of Object.keys(commonErrors)) expect(cataloguedErrors().map((entry) => entry.code)).toContain(code);
    for (const { example, todo, status, retry } of cataloguedErrors()) {
      for (const sentence of [example, todo]) expect(sentence).toMatch(/^.{3,}$/u);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      if (status >= 500) expect(retry).toBe(true);
    }
  });
});
