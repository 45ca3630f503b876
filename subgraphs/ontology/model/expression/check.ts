import type { ColumnType } from '../../../../schema/events/discovered-schema.ts';
import { type Expression, ExpressionFault, type ValueKind } from './ast.ts';
import { FUNCTIONS, type ExpressionFunction } from './functions.ts';

const KINDS: Readonly<Record<ColumnType, ValueKind>> = {
  TEXT: 'TEXT',
  INTEGER: 'NUMBER',
  DECIMAL: 'NUMBER',
  MONEY: 'NUMBER',
  PERCENT: 'NUMBER',
  BOOLEAN: 'BOOLEAN',
  DATE: 'DATE',
  DATETIME: 'DATE',
};
const WORDS: Readonly<Record<ValueKind, string>> = { NUMBER: 'a number', TEXT: 'a text', BOOLEAN: 'yes or no', DATE: 'a date' };

/** The kind of an attribute's values in expressions. */
export function kindOf(type: ColumnType): ValueKind {
  return KINDS[type];
}

/** Attributes by name; undefined: there is none. */
export type TypeOf = (name: string) => ColumnType | undefined;

/** What an expression comes to. @throws ExpressionFault for names and kinds that do not fit */
export function checked(tree: Expression, typeOf: TypeOf): ValueKind {
  switch (tree.kind) {
    case 'NUMBER':
    case 'TEXT':
    case 'BOOLEAN':
      return tree.kind;
    case 'ATTRIBUTE': {
      const type = typeOf(tree.name);
      if (type === undefined) throw new ExpressionFault(`There is no attribute “${tree.name}”.`);
      return KINDS[type];
    }
    case 'NOT':
      return expect(tree.of, 'BOOLEAN', typeOf, 'not');
    case 'MINUS':
      return expect(tree.of, 'NUMBER', typeOf, '-');
    case 'BINARY':
      return binary(tree, typeOf);
    case 'CALL':
      return call(tree, typeOf);
  }
}

function expect(tree: Expression, kind: ValueKind, typeOf: TypeOf, by: string): ValueKind {
  const found = checked(tree, typeOf);
  if (found !== kind) throw new ExpressionFault(`“${by}” takes ${WORDS[kind]}, not ${WORDS[found]}.`);
  return kind;
}

function binary({ operator, left, right }: Extract<Expression, { kind: 'BINARY' }>, typeOf: TypeOf): ValueKind {
  switch (operator) {
    case 'and':
    case 'or':
      expect(left, 'BOOLEAN', typeOf, operator);
      return expect(right, 'BOOLEAN', typeOf, operator);
    case '+':
    case '-':
    case '*':
    case '/':
      expect(left, 'NUMBER', typeOf, operator);
      return expect(right, 'NUMBER', typeOf, operator);
    default:
      expect(right, checked(left, typeOf), typeOf, operator);
      return 'BOOLEAN';
  }
}

function call({ name, args }: Extract<Expression, { kind: 'CALL' }>, typeOf: TypeOf): ValueKind {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (known === undefined) throw new ExpressionFault(`There is no function “${name}”; there are ${Object.keys(FUNCTIONS).join(', ')}.`);
  const least = known.takes.length - (known.optional ?? 0);
  if (args.length < least || (known.repeats !== true && args.length > known.takes.length) || args.length > MAX_ARGUMENTS)
    throw new ExpressionFault(`“${name}” does not take ${args.length} arguments.`);
  if (name === 'weighted' && args.length % 2 !== 0) throw new ExpressionFault('“weighted” takes values and weights in turn.');
  const same = args.flatMap((arg, i) => {
    const wanted = takes(known, i);
    const found = checked(arg, typeOf);
    if (wanted !== 'ANY' && found !== wanted) throw new ExpressionFault(`“${name}” takes ${WORDS[wanted]} there, not ${WORDS[found]}.`);
    return wanted === 'ANY' ? [found] : [];
  });
  const mixed = known.gives === 'SAME' && new Set(same).size > 1;
  if (mixed) throw new ExpressionFault(`“${name}” takes values of one kind.`);
  return known.gives === 'SAME' ? (same[0] ?? 'TEXT') : known.gives;
}

const MAX_ARGUMENTS = 20;

function takes({ takes: kinds }: ExpressionFunction, index: number): ValueKind | 'ANY' {
  return kinds[Math.min(index, kinds.length - 1)] ?? 'ANY';
}
