import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { readCsv } from '../unify/resolution-csv.ts';

/** One right answer: any of a question's golds will do. */
export type Gold =
  | { kind: 'SQL'; sql: string }
  | { kind: 'ROWS'; rows: unknown[][] }
  | { kind: 'VALUE'; value: number }
  | { kind: 'PAIR'; pair: [number, number] }
  | { kind: 'VERDICT'; verdict: string }
  | { kind: 'CLARIFY' }
  | { kind: 'DECLINE' };

export interface Question {
  question: string;
  /** What kind of question it is, where its author says so. */
  class: string | null;
  /** Questions asked before it in the same conversation. */
  after: string[];
  persona: string | null;
  golds: Gold[];
}

type Line = Readonly<Record<string, unknown>>;

const DECLINED = new Set(['decline', 'declined', 'unanswerable', 'none', 'n/a']);

/** Gold answers are a JSON list of rows or values, or values between `|`. */
function rowsOf(answer: unknown): unknown[][] {
  const value = typeof answer === 'string' && /^\s*\[/u.test(answer) ? (JSON.parse(answer) as unknown) : answer;
  const list = Array.isArray(value) ? (value as unknown[]) : String(value).split('|');
  return list.map((each) => (Array.isArray(each) ? (each as unknown[]) : [typeof each === 'string' ? each.trim() : each]));
}

const goldSchema = z.object({
  value: z.number().nullish(),
  rows: z.array(z.array(z.unknown())).nullish(),
  pair: z.tuple([z.number(), z.number()]).nullish(),
  verdict: z.string().nullish(),
  clarify: z.boolean().nullish(),
  declined: z.boolean().nullish(),
});

function goldOf(given: unknown): Gold[] {
  const gold = goldSchema.parse(given);
  if (gold.rows != null) return [{ kind: 'ROWS', rows: gold.rows }];
  if (gold.pair != null) return [{ kind: 'PAIR', pair: gold.pair }];
  if (gold.verdict != null) return [{ kind: 'VERDICT', verdict: gold.verdict }];
  if (gold.value != null) return [{ kind: 'VALUE', value: gold.value }];
  return [{ kind: gold.clarify === true ? 'CLARIFY' : 'DECLINE' }];
}

function goldsOf(line: Line): Gold[] {
  if (Array.isArray(line['answers'])) return line['answers'].flatMap(goldOf);
  const sql = line['sql'] ?? line['query'];
  if (typeof sql === 'string' && sql.trim() !== '') return [{ kind: 'SQL', sql }];
  const answer = line['answer'] ?? line['gold'] ?? line['expected'];
  const declined = String(line['answerable']).toLowerCase() === 'false' || DECLINED.has(String(answer).trim().toLowerCase());
  if (declined) return [{ kind: 'DECLINE' }];
  if (answer === undefined || answer === '') return [];
  return [{ kind: 'ROWS', rows: rowsOf(answer) }];
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

function questionOf(line: Line): Question | null {
  const question = textOf(line['question'] ?? line['utterance'] ?? line['text']);
  const golds = goldsOf(line);
  if (question === null || golds.length === 0) return null;
  const after = Array.isArray(line['after']) ? line['after'].map(String) : [];
  return { question, class: textOf(line['class'] ?? line['query_category']), after, persona: textOf(line['persona']), golds };
}

function linesOf(path: string): Line[] {
  if (path.endsWith('.csv')) {
    const { columns, rows } = readCsv(path);
    return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column.toLowerCase(), row[index] ?? ''])));
  }
  const parsed = JSON.parse(readFileSync(path, 'utf8')) as unknown;
  return (Array.isArray(parsed) ? parsed : ((parsed as { questions?: unknown }).questions ?? [])) as Line[];
}

/** Files of questions in a folder. */
export const questionFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => /questions.*\.(?:csv|json)$/iu.test(file))
    .map((file) => join(folder, file));

/** The questions about a folder's data: in it, or beside it under the folder's name (`db_name`). Those of unknown kind are left out. */
export function readQuestions(folder: string, file: string | null): Question[] {
  if (file !== null) return questionsIn(file, null);
  const own = questionFiles(folder);
  if (own.length > 0) return own.flatMap((path) => questionsIn(path, null));
  const beside = existsSync(dirname(folder)) ? questionFiles(dirname(folder)) : [];
  return beside.flatMap((path) => questionsIn(path, basename(folder)));
}

function questionsIn(path: string, database: string | null): Question[] {
  return linesOf(path)
    .filter((line) => database === null || line['db_name'] === database)
    .flatMap((line) => questionOf(line) ?? []);
}
