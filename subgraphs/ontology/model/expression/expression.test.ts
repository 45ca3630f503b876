import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Expression, ExpressionFault } from './ast.ts';
import { checked } from './check.ts';
import { FUNCTIONS } from './functions.ts';
import { parsed } from './parse.ts';
import { inputsOf, printed } from './print.ts';

const same = (name: string): string => name;
const typeOf = (name: string) => ({ price: 'MONEY', count: 'INTEGER', title: 'TEXT', open: 'BOOLEAN', day: 'DATE' })[name] as never;
const kind = (text: string): string => checked(parsed(text), typeOf);

const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.nat(1_000_000).map((value): Expression => ({ kind: 'NUMBER', value: String(value) })),
    fc.string().filter((text) => !text.includes('\0')).map((value): Expression => ({ kind: 'TEXT', value })),
    fc.boolean().map((value): Expression => ({ kind: 'BOOLEAN', value })),
    fc.constantFrom('price', 'title', 'someThing').map((name): Expression => ({ kind: 'ATTRIBUTE', name })),
    fc.record({ kind: fc.constantFrom('NOT' as const, 'MINUS' as const), of: tie('tree') }),
    fc.record({ kind: fc.constant('BINARY' as const), operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const, '=' as const, '<' as const, 'and' as const, 'or' as const), left: tie('tree'), right: tie('tree') }),
    fc.record({ kind: fc.constant('CALL' as const), name: fc.constantFrom(...Object.keys(FUNCTIONS)), args: fc.array(tie('tree'), { maxLength: 3 }) }),
  ),
})); // prettier-ignore

/** Without prototypes, of which records of fast-check have none. */
const plain = (expression: Expression): unknown => JSON.parse(JSON.stringify(expression));

test('what is printed is read as the same expression, whatever its shape', () => {
  fc.assert(
    fc.property(tree, (expression) => {
      expect(plain(parsed(printed(expression, same)))).toEqual(plain(expression));
    }),
  );
});

test('any text is an expression or a fault that is told, never anything else', () => {
  const text = fc.oneof(fc.string({ maxLength: 60 }), fc.array(fc.constantFrom('price', '+', '(', ')', ',', "'", 'if', '1', 'not', '<=', '-'), { maxLength: 30 }).map((parts) => parts.join(' '))); // prettier-ignore
  fc.assert(
    fc.property(text, (written) => {
      try {
        checked(parsed(written), typeOf);
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionFault);
      }
    }),
  );
});

test('kinds are worked out, and what does not fit is refused', () => {
  expect(kind("if(open and price / count > 5, 'rich', concat(title, '!'))")).toBe('TEXT');
  expect(kind('weighted(price, 0.5, count, 0.5) - 2 * -1')).toBe('NUMBER');
  expect(kind("days(day, day) >= 3 or not contains(title, 'x')")).toBe('BOOLEAN');
  for (const wrong of ['price + title', 'nothing', 'year(price)', "if(open, 1, 'a')", 'shout(title)', 'weighted(price)', 'price = title'])
    expect(() => kind(wrong)).toThrow(ExpressionFault);
  expect(inputsOf(parsed('price * price + count'))).toEqual(['price', 'count']);
});

test('depth and length are bounded', () => {
  expect(() => parsed(`${'('.repeat(100)}1${')'.repeat(100)}`)).toThrow(ExpressionFault);
  expect(() => parsed(Array.from({ length: 200 }, () => '1').join(' + '))).toThrow(ExpressionFault);
  expect(() => parsed('1'.repeat(3_000))).toThrow(ExpressionFault);
});
