import { type BinaryOperator, type Expression, ExpressionFault } from './ast.ts';
import { type Token, tokensOf } from './lex.ts';

const MAX_DEPTH = 30;
/** Weakest first; operators of one line are read from the left. */
const LEVELS: readonly (readonly string[])[] = [['or'], ['and'], ['=', '!=', '<', '<=', '>', '>='], ['+', '-'], ['*', '/']];

/**
 * Reads an expression: numbers, 'texts', attributes, + - * /, comparisons, and, or, not, calls of functions. Nothing is looked up.
 * @throws ExpressionFault
 */
export function parsed(text: string): Expression {
  const parser = new Parser(tokensOf(text));
  const tree = parser.level(0, 0);
  const rest = parser.next();
  if (rest.kind !== 'END') throw new ExpressionFault(`“${rest.text}” is not expected there.`, rest.at);
  return tree;
}

class Parser {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  next(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  level(level: number, depth: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return this.unary(depth);
    let left = this.level(level + 1, depth);
    for (let steps = depth; this.isOperator(operators); steps += 1) {
      if (steps > MAX_DEPTH) throw tooDeep(this.peek());
      const operator = this.next().text as BinaryOperator;
      left = { kind: 'BINARY', operator, left, right: this.level(level + 1, depth + 1) };
    }
    return left;
  }

  private unary(depth: number): Expression {
    if (depth > MAX_DEPTH) throw tooDeep(this.peek());
    const token = this.next();
    if (token.kind === 'NUMBER' || token.kind === 'TEXT') return { kind: token.kind, value: token.text };
    if (token.text === '-') return { kind: 'MINUS', of: this.unary(depth + 1) };
    if (token.text === '(') {
      const inner = this.level(0, depth + 1);
      this.expect(')');
      return inner;
    }
    if (token.kind !== 'NAME')
      throw new ExpressionFault(token.kind === 'END' ? 'It ends too early.' : `“${token.text}” is not expected there.`, token.at);
    if (token.text === 'not') return { kind: 'NOT', of: this.unary(depth + 1) };
    if (token.text === 'true' || token.text === 'false') return { kind: 'BOOLEAN', value: token.text === 'true' };
    return this.peek().text === '(' && this.peek().kind === 'SIGN' ? this.call(token.text, depth) : { kind: 'ATTRIBUTE', name: token.text };
  }

  private call(name: string, depth: number): Expression {
    this.next();
    const args: Expression[] = [];
    while (!this.isSign(')')) {
      if (args.length > 0) this.expect(',');
      args.push(this.level(0, depth + 1));
    }
    this.next();
    return { kind: 'CALL', name, args };
  }

  private isOperator(operators: readonly string[]): boolean {
    const { kind, text } = this.peek();
    return (kind === 'SIGN' || kind === 'NAME') && operators.includes(text);
  }

  private isSign(sign: string): boolean {
    const { kind, text } = this.peek();
    return kind === 'SIGN' && text === sign;
  }

  private expect(sign: string): void {
    const token = this.next();
    if (token.kind !== 'SIGN' || token.text !== sign) throw new ExpressionFault(`“${sign}” is missing.`, token.at);
  }

  private peek(): Token {
    const token = this.tokens[Math.min(this.position, this.tokens.length - 1)];
    if (token === undefined) throw new ExpressionFault('There is nothing.');
    return token;
  }
}

const tooDeep = ({ at }: Token): ExpressionFault => new ExpressionFault(`It goes more than ${MAX_DEPTH} levels deep.`, at);
