/** What of a dump is played into a scratch database, in the order in which it can be. */
export interface Dump {
  dialect: 'MYSQL' | 'POSTGRES';
  statements: string[];
}

/** Largest dump that is read. */
export const MAX_DUMP_BYTES = 512 * 1024 * 1024;

/**
 * Reads a dump of PostgreSQL or MySQL and keeps tables, their rows and their keys, nothing else: no settings, functions, grants or programs.
 * MySQL's statements are written as PostgreSQL's; keys come behind the rows, so that their order does not matter.
 */
export function readDump(text: string): Dump {
  const dialect = /`|ENGINE\s*=|-- MySQL dump/iu.test(text) ? 'MYSQL' : 'POSTGRES';
  const tables: string[] = [];
  const rows: string[] = [];
  const keys: string[] = [];
  for (const statement of splitStatements(text, dialect === 'MYSQL')) {
    if (/^create\s+schema\s/iu.test(statement))
      tables.push(statement.replace(/create\s+schema\s+(?!if)/iu, 'create schema if not exists '));
    else if (/^create\s+(?:unlogged\s+|temporary\s+)?table\s/iu.test(statement)) {
      const made = dialect === 'MYSQL' ? translateTable(statement) : { table: statement, keys: [] };
      tables.push(made.table);
      keys.push(...made.keys);
    } else if (/^create\s+type\s.*\sas\s+enum/isu.test(statement)) tables.unshift(statement);
    else if (/^insert\s+into\s/iu.test(statement)) rows.push(dialect === 'MYSQL' ? translateInsert(statement) : statement);
    else if (/^alter\s+table\s.*\badd\s+constraint\b/isu.test(statement)) keys.push(statement.replaceAll('`', '"'));
  }
  return { dialect, statements: [...tables, ...rows, ...keys] };
}

/** Where a quoted stretch that begins at `at` ends: behind its closing quote. */
function behindQuote(text: string, at: number, backslash: boolean): number {
  const quote = text[at] ?? '';
  for (let next = at + 1; next < text.length; next += 1) {
    if (backslash && quote !== '`' && text[next] === '\\') next += 1;
    else if (text[next] === quote) {
      if (text[next + 1] === quote) next += 1;
      else return next + 1;
    }
  }
  return text.length;
}

/** Statements without comments and without the semicolon; the rows of a COPY become an INSERT. */
export function splitStatements(text: string, backslash: boolean): string[] {
  const statements: string[] = [];
  let current = '';
  for (let at = 0; at < text.length;) {
    const two = text.slice(at, at + 2);
    const letter = text[at] ?? '';
    if (two === '--' || (backslash && letter === '#')) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (two === '/*') {
      const end = text.indexOf('*/', at);
      at = end < 0 ? text.length : end + 2;
    } else if (letter === "'" || letter === '"' || letter === '`') {
      const end = behindQuote(text, at, backslash);
      current += text.slice(at, end);
      at = end;
    } else if (letter === ';') {
      at += 1;
      const statement = current.trim();
      current = '';
      const copy = /^copy\s+(.+?)\s+from\s+stdin/isu.exec(statement);
      if (copy?.[1] !== undefined) {
        const from = text.indexOf('\n', at) + 1;
        const end = text.indexOf('\n\\.', from - 1);
        statements.push(...copiedRows(copy[1], text.slice(from, end < 0 ? text.length : end)));
        at = end < 0 ? text.length : end + 3;
      } else if (statement !== '') statements.push(statement);
    } else {
      current += letter;
      at += 1;
    }
  }
  return current.trim() === '' ? statements : [...statements, current.trim()];
}

const ROWS_PER_INSERT = 500;
const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };

function copiedRows(into: string, block: string): string[] {
  const cell = (written: string): string =>
    written === '\\N' ? 'null' : `'${written.replaceAll(/\\(.)/gu, (_, each: string) => ESCAPES[each] ?? each).replaceAll("'", "''")}'`;
  const lines = block.split('\n').filter((line) => line !== '');
  const rows = lines.map((line) => `(${line.split('\t').map(cell).join(', ')})`);
  return Array.from(
    { length: Math.ceil(rows.length / ROWS_PER_INSERT) },
    (_, part) => `insert into ${into} values ${rows.slice(part * ROWS_PER_INSERT, (part + 1) * ROWS_PER_INSERT).join(', ')}`,
  );
}

/** PostgreSQL folds plain names to lower case: so do we. */
const name = (written: string): string => `"${written.replaceAll('`', '').trim().toLowerCase()}"`;

const TYPES: [RegExp, string][] = [
  [/^(?:tiny|small|medium|big)?int(?:eger)?(?:\(\d+\))?(?:\s+unsigned)?(?:\s+zerofill)?/iu, 'bigint'],
  [/^(?:double|float|real)(?:\s+precision)?(?:\([\d, ]+\))?(?:\s+unsigned)?/iu, 'double precision'],
  [/^decimal(\([\d, ]+\))?(?:\s+unsigned)?/iu, 'numeric'],
  [/^datetime(?:\(\d\))?/iu, 'timestamp'],
  [/^timestamp(?:\(\d\))?/iu, 'timestamp'],
  [/^(?:enum|set)\s*\([^)]*\)/iu, 'text'],
  [/^(?:tiny|medium|long)?text|^(?:tiny|medium|long)?blob|^json/iu, 'text'],
  [/^year(?:\(\d\))?/iu, 'integer'],
  [/^bit(?:\(\d+\))?/iu, 'text'],
];

/** The parts of a table's definition, split at commas outside of brackets and quotes. */
function partsOf(body: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  for (let at = 0; at < body.length;) {
    const letter = body[at] ?? '';
    if (letter === "'" || letter === '"' || letter === '`') {
      const end = behindQuote(body, at, true);
      current += body.slice(at, end);
      at = end;
      continue;
    }
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) {
      parts.push(current.trim());
      current = '';
    } else current += letter;
    at += 1;
  }
  return [...parts, current.trim()].filter((part) => part !== '');
}

const columnsIn = (brackets: string): string =>
  brackets
    .split(',')
    .map((each) => name(each.replace(/\(\d+\)/u, '')))
    .join(', ');

function translateTable(statement: string): { table: string; keys: string[] } {
  const match = /^create\s+table\s+(?:if\s+not\s+exists\s+)?([`"\w.]+)\s*\((.*)\)[^)]*$/isu.exec(statement);
  const table = name((match?.[1] ?? 'nameless').replaceAll('"', ''));
  const keys: string[] = [];
  const columns: string[] = [];
  for (const part of partsOf(match?.[2] ?? '')) {
    const primary = /^primary\s+key\s*\((.*)\)/isu.exec(part);
    const foreign = /foreign\s+key\s*\(([^)]*)\)\s*references\s+([`"\w.]+)\s*\(([^)]*)\)/isu.exec(part);
    if (primary?.[1] !== undefined) keys.unshift(`alter table ${table} add primary key (${columnsIn(primary[1])})`);
    else if (foreign !== null)
      keys.push(
        `alter table ${table} add foreign key (${columnsIn(foreign[1] ?? '')}) references ${name(foreign[2] ?? '')} (${columnsIn(foreign[3] ?? '')})`,
      );
    else if (!/^(?:unique|key|index|fulltext|spatial|constraint|check)\b/iu.test(part)) columns.push(translateColumn(part, table, keys));
  }
  return { table: `create table ${table} (${columns.join(', ')})`, keys };
}

function translateColumn(part: string, table: string, keys: string[]): string {
  const [, column = '', rest = ''] = /^([`"]?[^`"\s]+[`"]?)\s+(.*)$/su.exec(part) ?? [];
  const known = TYPES.find(([written]) => written.test(rest));
  const type = known?.[1] ?? /^\w+(?:\s*\([\d, ]+\))?/u.exec(rest)?.[0] ?? 'text';
  if (/\bprimary\s+key\b/iu.test(rest)) keys.unshift(`alter table ${table} add primary key (${name(column.replaceAll('"', ''))})`);
  return `${name(column.replaceAll('"', ''))} ${type}`;
}

/** `\'` is an escape in MySQL's texts, and nought is no date of PostgreSQL's. */
function translateInsert(statement: string): string {
  let made = '';
  for (let at = 0; at < statement.length;) {
    const letter = statement[at] ?? '';
    if (letter === '`' || letter === "'" || letter === '"') {
      const end = behindQuote(statement, at, true);
      const inner = statement.slice(at + 1, end - 1);
      if (letter === '`') made += name(inner);
      else made += inner.startsWith('0000-00-00') ? 'null' : `E'${letter === '"' ? inner.replaceAll("'", "''") : inner}'`;
      at = end;
    } else {
      made += letter;
      at += 1;
    }
  }
  return made.replace(/^insert\s+into\s+(\w+)/iu, (_, table: string) => `insert into ${name(table)}`);
}
