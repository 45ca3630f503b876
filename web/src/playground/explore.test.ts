import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { buildSchema, OperationTypeNode, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { choicesAt, isChosen, operationIn, toggled } from './explore.ts';

const schema = buildSchema(readFileSync(fileURLToPath(new URL('../../../schema/api.graphql', import.meta.url)), 'utf8'));
const query = OperationTypeNode.QUERY;
const add = (text: string, ...path: string[]): string => toggled(text, schema, query, path) ?? '';

test('a field comes with what it needs: its arguments as variables, and something to see', () => {
  const text = add('', 'ask');
  expect(text).toContain('$question: String!');
  expect(text).toContain('ask(question: $question)');
  expect(validate(schema, parse(text))).toEqual([]);
});

test('what is chosen deep down takes the place of what stood there for want of it', () => {
  const text = add(add('', 'viewer'), 'viewer', 'tenant', 'name');
  expect(text).not.toContain('__typename');
  expect(isChosen(operationIn(text, query), ['viewer', 'tenant', 'name'])).toBe(true);
});

test('types of a union are chosen like fields', () => {
  const text = add('', 'ask', '... on Answer', 'text');
  expect(text).toContain('... on Answer');
  expect(validate(schema, parse(text))).toEqual([]);
});

test('what somebody wrote stays, and a text that cannot be read is left alone', () => {
  const own = 'query Mine($n: Int = 3) { runs(first: $n) { nodes { title } } }\n\nfragment F on Run { id }';
  const text = add(own, 'runs', 'totalCount');
  expect(text).toContain('$n: Int = 3');
  expect(text).toContain('fragment F on Run');
  expect(toggled('{ runs( ', schema, query, ['runs'])).toBeNull();
});

test('whatever is clicked together is valid, and clicking it away again leaves nothing of it', () => {
  const path = fc.array(fc.nat(), { minLength: 1, maxLength: 6 }).map((picks) =>
    picks.reduce<string[]>((steps, pick) => {
      const choices = choicesAt(schema, query, steps);
      const choice = choices[pick % Math.max(1, choices.length)];
      return choice ? [...steps, choice.step] : steps;
    }, []),
  );
  fc.assert(
    fc.property(path, (steps) => {
      const text = add('', ...steps);
      const only = validate(schema, parse(text)).filter(({ message }) => !/conflict|deprecated/.test(message));
      expect(only).toEqual([]);
      expect(isChosen(operationIn(text, query), steps)).toBe(true);
      expect(isChosen(operationIn(add(text, ...steps), query), steps)).toBe(false);
    }),
    { numRuns: 150 },
  );
});
