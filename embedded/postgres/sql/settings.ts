import { REFUSED } from './inspection.ts';
import type { SettingParameter } from './inspection.ts';
import type { Token } from './tokens.ts';
import type { SqlError } from '../wire/messages.ts';

/** What one statement does to the session's settings. */
export interface SettingChanges {
  readonly refusal: SqlError | null;
  readonly names: readonly string[];
  readonly parameters: readonly SettingParameter[];
}

const NOTHING: SettingChanges = { refusal: null, names: [], parameters: [] };

/** The one value each of these may be given: the lexer relies on them. */
const FIXED_VALUES: Readonly<Record<string, readonly string[]>> = {
  client_encoding: ['utf8', 'utf-8', 'unicode'],
  standard_conforming_strings: ['on', 'true', '1', 'yes'],
};

/** Whether a client may set this: null, or why not. Names are compared as PostgreSQL does, without regard to case. */
export function refuseSetting(name: string, value: string | null): SqlError | null {
  const lower = name.toLowerCase();
  if (lower === 'session_authorization') return REFUSED.identity;
  const fixed = FIXED_VALUES[lower];
  if (fixed && (value === null || !fixed.includes(value.toLowerCase()))) return REFUSED.encoding;
  return null;
}

const isName = (token: Token | undefined): token is Token => token?.kind === 'word' || token?.kind === 'quoted';
const isWord = (token: Token | undefined, ...texts: string[]): boolean => token?.kind === 'word' && texts.includes(token.text);
const isMark = (token: Token | undefined, mark: string): boolean => token?.kind === 'other' && token.text === mark;

/** A statement that begins with SET. */
export function readSet(statement: readonly Token[]): SettingChanges {
  let at = 1;
  let local = false;
  if (isWord(statement[at], 'local', 'session') && !isMark(statement[at + 1], '=') && !isWord(statement[at + 1], 'to')) {
    local = isWord(statement[at], 'local');
    at += 1;
  }
  if (isWord(statement[at], 'transaction', 'constraints')) return NOTHING;
  if (isWord(statement[at], 'characteristics')) {
    return { ...NOTHING, names: ['default_transaction_isolation', 'default_transaction_read_only', 'default_transaction_deferrable'] };
  }
  const [name, valueAt] = readSettingName(statement, at);
  const value = statement[valueAt];
  const refusal = refuseSetting(name, value?.kind === 'word' || (value?.kind === 'string' && value.plain) ? value.text : null);
  return { refusal, names: local || name === '' ? [] : [name], parameters: [] };
}

function readSettingName(statement: readonly Token[], at: number): [name: string, valueAt: number] {
  if (isWord(statement[at], 'time') && isWord(statement[at + 1], 'zone')) return ['timezone', at + 2];
  if (isWord(statement[at], 'names')) return ['client_encoding', at + 1];
  if (isWord(statement[at], 'role')) return ['role', at + (isMark(statement[at + 1], '=') || isWord(statement[at + 1], 'to') ? 2 : 1)];
  const parts: string[] = [];
  let next = at;
  while (isName(statement[next])) {
    parts.push(statement[next]!.text);
    next += 1;
    if (!isMark(statement[next], '.')) break;
    next += 1;
  }
  return [parts.join('.'), next + 1];
}

/** A statement that begins with RESET. RESET ALL names nothing new: values are read again for all names known. */
export function readReset(statement: readonly Token[]): SettingChanges {
  if (isWord(statement[1], 'all')) return { ...NOTHING, names: ['role'] };
  const [name] = readSettingName(statement, 1);
  return { refusal: refuseSetting(name, 'utf8') === REFUSED.identity ? REFUSED.identity : null, names: [name], parameters: [] };
}

/** Every call of set_config, anywhere in a statement. A name that is computed could be any name, so it is refused. */
export function readSetConfigCalls(statement: readonly Token[]): SettingChanges {
  const names: string[] = [];
  const parameters: SettingParameter[] = [];
  for (const [index, token] of statement.entries()) {
    if (!isName(token) || token.text.toLowerCase() !== 'set_config' || !isMark(statement[index + 1], '(')) continue;
    const name = statement[index + 2];
    const after = statement[index + 3];
    const local = lastArgumentIsTrue(statement, index + 1);
    if (name?.kind === 'string' && name.plain && isMark(after, ',')) {
      const value = statement[index + 4];
      const refusal = refuseSetting(name.text, value?.kind === 'string' && value.plain ? value.text : null);
      if (refusal) return { ...NOTHING, refusal };
      if (!local) names.push(name.text);
    } else if (name?.kind === 'parameter' && (isMark(after, ',') || isCastToText(statement, index + 3))) {
      parameters.push({ parameter: Number(name.text), local });
    } else return { ...NOTHING, refusal: REFUSED.settingName };
  }
  return { refusal: null, names, parameters };
}

function isCastToText(statement: readonly Token[], at: number): boolean {
  return (
    isMark(statement[at], ':') && isMark(statement[at + 1], ':') && isWord(statement[at + 2], 'text') && isMark(statement[at + 3], ',')
  );
}

/** Whether the call whose parenthesis opens at `open` ends in `, true)`. */
function lastArgumentIsTrue(statement: readonly Token[], open: number): boolean {
  let depth = 0;
  for (let at = open; at < statement.length; at += 1) {
    if (isMark(statement[at], '(')) depth += 1;
    else if (isMark(statement[at], ')')) depth -= 1;
    if (depth === 0) return isWord(statement[at - 1], 'true') && isMark(statement[at - 2], ',');
  }
  return false;
}
