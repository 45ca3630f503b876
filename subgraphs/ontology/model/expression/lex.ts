import { ExpressionFault } from './ast.ts';

export type TokenKind = 'NUMBER' | 'TEXT' | 'NAME' | 'SIGN' | 'END';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly at: number;
}

/** Longer ones are programs. */
export const MAX_CHARACTERS = 2_000;
const MAX_DIGITS = 30;
const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|'((?:[^']|'')*)'|([A-Za-z][A-Za-z0-9]*)|(!=|<=|>=|[-+*/=<>(),]))/y;

/** Splits the text of an expression. @throws ExpressionFault */
export function tokensOf(text: string): Token[] {
  if (text.length > MAX_CHARACTERS) throw new ExpressionFault(`It is longer than ${MAX_CHARACTERS} characters.`);
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new ExpressionFault(`“${text.slice(from).trim().charAt(0)}” means nothing here.`, from);
    const [whole, number, quoted, name, sign] = match;
    const at = from + (whole.length - whole.trimStart().length);
    if (number !== undefined) tokens.push({ kind: 'NUMBER', text: inBounds(number, at), at });
    else if (quoted !== undefined) tokens.push({ kind: 'TEXT', text: quoted.replaceAll("''", "'"), at });
    else tokens.push(name === undefined ? { kind: 'SIGN', text: sign ?? '', at } : { kind: 'NAME', text: name, at });
  }
  return [...tokens, { kind: 'END', text: '', at: text.length }];
}

function inBounds(number: string, at: number): string {
  if (number.length > MAX_DIGITS) throw new ExpressionFault(`A number has more than ${MAX_DIGITS} digits.`, at);
  return number;
}
