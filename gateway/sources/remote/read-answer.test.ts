import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readResult } from '../read-result.ts';
import { readAnswer } from './read-answer.ts';

const error = fc.oneof(fc.record({ message: fc.string(), path: fc.array(fc.string()) }), fc.jsonValue());
const envelope = fc.record({ data: fc.jsonValue(), errors: fc.oneof(fc.array(error), fc.jsonValue()) }, { requiredKeys: [] });

test('whatever a subgraph sends is a result of GraphQL, or none', () => {
  fc.assert(
    fc.property(fc.oneof(envelope, fc.jsonValue()), (sent) => {
      for (const result of [readAnswer(JSON.stringify(sent)), readResult(sent)]) {
        if (result === null) continue;
        expect(result.data === null || (typeof result.data === 'object' && !Array.isArray(result.data))).toBe(true);
        expect(result.errors.every(({ message }) => typeof message === 'string')).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('text that is no JSON is none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = (): unknown => readAnswer(text);
      expect(read).not.toThrowError();
    }),
  );
});

test('results are passed on with what they say', () => {
  const errors = [{ message: 'no', path: ['a', 0], extensions: { code: 'ITS_OWN' } }];
  expect(readAnswer(JSON.stringify({ data: { a: 1 }, errors }))).toMatchObject({ data: { a: 1 }, errors });
  expect(readAnswer('{"data":null}')).toMatchObject({ data: null, errors: [] });
  expect(readAnswer('{"data":{"a":1},"errors":null}')).toMatchObject({ data: { a: 1 }, errors: [] });
  expect(readResult({ data: { a: 1 } })).toEqual({ data: { a: 1 }, errors: [] });
  expect([readAnswer('{}'), readAnswer('{"errors":[7]}'), readResult({}), readResult([])]).toEqual([null, null, null, null]);
});
