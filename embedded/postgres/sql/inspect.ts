import { LRUCache } from 'lru-cache';
import { HARMLESS, REFUSED } from './inspection.ts';
import type { Inspection, ListenChange, SettingParameter } from './inspection.ts';
import { readReset, readSet, readSetConfigCalls } from './settings.ts';
import { splitStatements, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';
import type { SqlError } from '../wire/messages.ts';

/** Words without which no rule below can apply: most texts are let through after this one test. */
const SUSPECT = /set|listen|copy|prepare|execute|discard|deallocate|temp|authorization|u&"/i;

const MAX_CACHED_TEXTS = 2000;
const MAX_CACHED_TEXT_CHARACTERS = 8192;
/** Bodies inside bodies (`do $$ … execute $q$ … $q$ $$`) are followed this deep. */
const MAX_BODY_DEPTH = 4;

const inspections = new LRUCache<string, Inspection>({ max: MAX_CACHED_TEXTS });

/** Reads a client's SQL text for what concerns the shared session. Pure; remembers recent texts. */
export function inspectSql(sql: string): Inspection {
  if (!SUSPECT.test(sql)) return HARMLESS;
  const known = inspections.get(sql);
  if (known) return known;
  const inspection = inspect(splitStatements(tokenize(sql)));
  if (sql.length <= MAX_CACHED_TEXT_CHARACTERS) inspections.set(sql, inspection);
  return inspection;
}

function inspect(statements: readonly Token[][]): Inspection {
  const settings: string[] = [];
  const settingParameters: SettingParameter[] = [];
  const listenChanges: ListenChange[] = [];
  let copyIn: Inspection['copyIn'] = null;
  for (const statement of statements) {
    const copy = readCopyIn(statement);
    const refusal = refuseStatement(statement) ?? refuseBodies(statement, 0) ?? (copy && statements.length > 1 ? REFUSED.copy : null);
    if (refusal) return { ...HARMLESS, refusal };
    copyIn = copy;
    for (const changes of settingChanges(statement)) {
      if (changes.refusal) return { ...HARMLESS, refusal: changes.refusal };
      settings.push(...changes.names);
      settingParameters.push(...changes.parameters);
    }
    const listen = readListen(statement);
    if (listen) listenChanges.push(listen);
  }
  return { refusal: null, settings, settingParameters, listenChanges, copyIn };
}

const firstWord = (statement: readonly Token[]): string => (statement[0]?.kind === 'word' ? statement[0].text : '');
const words = (statement: readonly Token[]): string[] => statement.map((token) => (token.kind === 'word' ? token.text : ''));

function settingChanges(statement: readonly Token[]) {
  const first = firstWord(statement);
  const own = first === 'set' ? [readSet(statement)] : first === 'reset' ? [readReset(statement)] : [];
  return [...own, readSetConfigCalls(statement)];
}

/** SET SESSION AUTHORIZATION in any spelling: the one statement that could leave the login. Everything else PostgreSQL checks itself. */
function refuseIdentity(statement: readonly Token[]): SqlError | null {
  for (const [index, token] of statement.entries()) {
    if (token.kind === 'unicode') return REFUSED.unicodeName;
    const next = statement[index + 1];
    if (token.kind === 'word' && token.text === 'session' && next?.kind === 'word' && next.text === 'authorization')
      return REFUSED.identity;
    const named = token.kind === 'word' || token.kind === 'quoted';
    if (named && token.text.toLowerCase() === 'session_authorization' && firstWord(statement) !== 'show') return REFUSED.identity;
  }
  return null;
}

function refuseStatement(statement: readonly Token[]): SqlError | null {
  const text = words(statement);
  const [first, second, third] = text;
  const identity = refuseIdentity(statement);
  if (identity) return identity;
  if (first === 'prepare' && second !== 'transaction') return REFUSED.prepare;
  if (first === 'execute') return REFUSED.prepare;
  if (first === 'discard' && second !== 'plans' && second !== 'sequences') return REFUSED.discard;
  if (first === 'deallocate' && (second === 'all' || (second === 'prepare' && third === 'all'))) return REFUSED.discard;
  if (first === 'create' && text.slice(1, 5).some((word) => word === 'temp' || word === 'temporary')) {
    const dropped = text.findIndex((word, index) => word === 'on' && text[index + 1] === 'commit' && text[index + 2] === 'drop') > 0;
    if (!dropped) return REFUSED.temporary;
  }
  const into = text.indexOf('into');
  if (into > 0 && (text[into + 1] === 'temp' || text[into + 1] === 'temporary')) return REFUSED.temporary;
  return null;
}

/** Code inside DO and CREATE FUNCTION: a plain attempt to leave the login is refused there too. Computed text cannot be seen. */
function refuseBodies(statement: readonly Token[], depth: number): SqlError | null {
  if (depth >= MAX_BODY_DEPTH) return REFUSED.identity;
  const first = firstWord(statement);
  const codeInQuotes =
    first === 'do' || (first === 'create' && words(statement).some((word) => word === 'function' || word === 'procedure'));
  for (const token of statement) {
    if (token.kind !== 'body' && !(codeInQuotes && token.kind === 'string')) continue;
    if (!SUSPECT.test(token.text)) continue;
    for (const inner of splitStatements(tokenize(token.text))) {
      const refusal = refuseIdentity(inner) ?? refuseBodies(inner, depth + 1);
      if (refusal) return refusal;
      const calls = readSetConfigCalls(inner).refusal;
      if (calls && calls !== REFUSED.settingName) return calls;
    }
  }
  return null;
}

function readListen(statement: readonly Token[]): ListenChange | null {
  const first = firstWord(statement);
  if (first !== 'listen' && first !== 'unlisten') return null;
  const channel = statement[1];
  if (channel?.kind === 'word' || channel?.kind === 'quoted') return { kind: first, channel: channel.text };
  return first === 'unlisten' && channel?.text === '*' ? { kind: 'unlistenAll' } : null;
}

/** COPY … FROM STDIN (PostgreSQL reads STDOUT there as STDIN). The backend must never meet one without its data: it would wait for ever. */
function readCopyIn(statement: readonly Token[]): Inspection['copyIn'] {
  if (firstWord(statement) !== 'copy') return null;
  let depth = 0;
  for (const [index, token] of statement.entries()) {
    if (token.kind === 'other' && token.text === '(') depth += 1;
    if (token.kind === 'other' && token.text === ')') depth -= 1;
    const next = statement[index + 1];
    if (depth === 0 && token.kind === 'word' && token.text === 'from' && next?.kind === 'word' && /^std(?:in|out)$/.test(next.text)) {
      return { binary: words(statement).includes('binary') || formatIsBinary(statement) };
    }
  }
  return null;
}

const formatIsBinary = (statement: readonly Token[]): boolean =>
  statement.some((token) => token.kind === 'string' && token.text.toLowerCase() === 'binary');
