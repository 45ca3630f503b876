import type { Expression } from './ast.ts';

const STRENGTH: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
};
const UNARY = 6;

/** An expression as text, attributes called by `nameOf`; reading it again gives the same expression. */
export function printed(tree: Expression, nameOf: (name: string) => string): string {
  const within = (part: Expression, least: number): string => {
    const text = printed(part, nameOf);
    return strengthOf(part) < least ? `(${text})` : text;
  };
  switch (tree.kind) {
    case 'NUMBER':
      return tree.value;
    case 'TEXT':
      return `'${tree.value.replaceAll("'", "''")}'`;
    case 'BOOLEAN':
      return String(tree.value);
    case 'ATTRIBUTE':
      return nameOf(tree.name);
    case 'NOT':
      return `not ${within(tree.of, UNARY)}`;
    case 'MINUS':
      return `-${within(tree.of, UNARY)}`;
    case 'BINARY': {
      const strength = strengthOf(tree);
      return `${within(tree.left, strength)} ${tree.operator} ${within(tree.right, strength + 1)}`;
    }
    case 'CALL':
      return `${tree.name}(${tree.args.map((arg) => printed(arg, nameOf)).join(', ')})`;
  }
}

function strengthOf(tree: Expression): number {
  if (tree.kind === 'BINARY') return STRENGTH[tree.operator] ?? 0;
  return tree.kind === 'NOT' || tree.kind === 'MINUS' ? UNARY : UNARY + 1;
}

/** The attributes an expression reads, each once. */
export function inputsOf(tree: Expression): string[] {
  switch (tree.kind) {
    case 'ATTRIBUTE':
      return [tree.name];
    case 'NOT':
    case 'MINUS':
      return inputsOf(tree.of);
    case 'BINARY':
      return [...new Set([...inputsOf(tree.left), ...inputsOf(tree.right)])];
    case 'CALL':
      return [...new Set(tree.args.flatMap(inputsOf))];
    default:
      return [];
  }
}
