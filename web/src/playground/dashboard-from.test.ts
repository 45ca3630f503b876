import { expect, test } from 'vitest';
import { errorCodeOf, whyNoDashboard } from './dashboard-from.ts';

const why = (query: string, response: string) => whyNoDashboard({ query, operationName: null, response });

test('a query with a result makes a dashboard; anything else is told why not', () => {
  expect(why('{ a }', '{"data":{"a":1}}')).toBe('');
  expect(why('{ a }', '')).toMatch(/Run the query first/);
  expect(why('{ a }', '{"data":null,"errors":[]}')).toMatch(/no data/);
  expect(why('mutation { a }', '{"data":{"a":1}}')).toMatch(/mutation/);
  expect(why('{ a', '{"data":{"a":1}}')).toMatch(/cannot be read/);
});

test('the code of an error is found in a reply, and nowhere else', () => {
  expect(errorCodeOf('{"errors":[{"extensions":{"code":"FORBIDDEN"}}]}')).toBe('FORBIDDEN');
  for (const reply of ['', '{"data":{"errors":1}}', '{"errors":[]}', '{"errors":']) expect(errorCodeOf(reply)).toBeNull();
});
