/**
 * A lexer for the outer shape of PostgreSQL's SQL: enough to tell words from text, after PostgreSQL's `scan.l`.
 * It supposes UTF-8 and `standard_conforming_strings = on`; the gateway refuses to change either.
 */
export type Token =
  /** An unquoted word, in lower case. */
  | { readonly kind: 'word'; readonly text: string }
  /** A "quoted" identifier, without its quotes. */
  | { readonly kind: 'quoted'; readonly text: string }
  /** A string constant. `plain` is false for E'', U&'', B'' and X'' whose value is not simply their text. */
  | { readonly kind: 'string'; readonly text: string; readonly plain: boolean }
  /** A $tag$…$tag$ body. */
  | { readonly kind: 'body'; readonly text: string }
  /** $1, $2, … */
  | { readonly kind: 'parameter'; readonly text: string }
  /** U&"…", whose spelling hides its name. */
  | { readonly kind: 'unicode'; readonly text: string }
  | { readonly kind: 'other'; readonly text: string };

const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /\d[\w.]*/y;
/** PostgreSQL's own six; a no-break space is a letter to it. */
const SPACE = /[ \t\n\r\f\v]+/y;
const PARAMETER = /\$\d+/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;

/** Splits SQL into tokens; comments and space vanish. Never throws: what PostgreSQL would refuse comes out as some token. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(sql)?.[0] ?? null;
  };
  while (at < sql.length) {
    const space = match(SPACE);
    if (space !== null) {
      at += space.length;
      continue;
    }
    if (sql.startsWith('--', at)) {
      at = endOfLine(sql, at);
      continue;
    }
    if (sql.startsWith('/*', at)) {
      at = endOfComment(sql, at);
      continue;
    }
    const [token, next] = readToken(sql, at, match);
    tokens.push(token);
    at = next;
  }
  return tokens;
}

function readToken(sql: string, at: number, match: (pattern: RegExp) => string | null): [Token, number] {
  const character = sql[at]!;
  if (character === "'") return quotedString(sql, at, at, true);
  if (character === '"') return quotedName(sql, at, 'quoted');
  if (character === '$') {
    const parameter = match(PARAMETER);
    if (parameter !== null) return [{ kind: 'parameter', text: parameter.slice(1) }, at + parameter.length];
    const tag = match(DOLLAR_TAG);
    if (tag !== null) return dollarBody(sql, at, tag);
  }
  if (/[uU]/.test(character) && sql[at + 1] === '&') {
    if (sql[at + 2] === "'") return quotedString(sql, at + 2, at, false);
    if (sql[at + 2] === '"') return quotedName(sql, at + 2, 'unicode');
  }
  if (/[eEbBxXnN]/.test(character) && sql[at + 1] === "'") return quotedString(sql, at + 1, at, false);
  const word = match(WORD);
  if (word !== null) return [{ kind: 'word', text: word.toLowerCase() }, at + word.length];
  const number = match(NUMBER);
  if (number !== null) return [{ kind: 'other', text: number }, at + number.length];
  return [{ kind: 'other', text: character }, at + 1];
}

function quotedString(sql: string, quote: number, start: number, plain: boolean): [Token, number] {
  const backslash = /[eE]/.test(sql[start]!);
  let at = quote + 1;
  while (at < sql.length) {
    if (backslash && sql[at] === '\\') at += 2;
    else if (sql[at] !== "'") at += 1;
    else if (sql[at + 1] === "'") at += 2;
    else break;
  }
  return [{ kind: 'string', text: sql.slice(quote + 1, at).replaceAll("''", "'"), plain }, at + 1];
}

function quotedName(sql: string, quote: number, kind: 'quoted' | 'unicode'): [Token, number] {
  let at = quote + 1;
  while (at < sql.length) {
    if (sql[at] !== '"') at += 1;
    else if (sql[at + 1] === '"') at += 2;
    else break;
  }
  return [{ kind, text: sql.slice(quote + 1, at).replaceAll('""', '"') }, at + 1];
}

function dollarBody(sql: string, at: number, tag: string): [Token, number] {
  const end = sql.indexOf(tag, at + tag.length);
  const stop = end < 0 ? sql.length : end;
  return [{ kind: 'body', text: sql.slice(at + tag.length, stop) }, stop + tag.length];
}

function endOfLine(sql: string, at: number): number {
  const rest = /[\r\n]/g;
  rest.lastIndex = at;
  return rest.exec(sql)?.index ?? sql.length;
}

/** Block comments nest in PostgreSQL. */
function endOfComment(sql: string, at: number): number {
  let depth = 0;
  let position = at;
  while (position < sql.length) {
    if (sql.startsWith('/*', position)) {
      depth += 1;
      position += 2;
    } else if (sql.startsWith('*/', position)) {
      depth -= 1;
      position += 2;
      if (depth === 0) return position;
    } else position += 1;
  }
  return sql.length;
}

/** The statements of a text, cut at its semicolons; empty ones dropped. */
export function splitStatements(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'other' && token.text === ';') statements.push([]);
    else statements.at(-1)!.push(token);
  }
  return statements.filter((statement) => statement.length > 0);
}
