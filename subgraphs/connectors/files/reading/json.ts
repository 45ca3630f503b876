import { MAX_RAW_CHARACTERS, MAX_RECORD_CHARACTERS } from '../limits.ts';
import type { BadRecord } from './records.ts';

/** Where the records are: one a line, or the elements of an array that starts at a place in the text. */
export type JsonLayout =
  | { kind: 'LINES' }
  | { kind: 'ARRAY'; start: number; property: string | null }
  | { kind: 'SINGLE' }
  | { kind: 'NONE'; reason: string };

/** How a JSON file is laid out, from its head (a complete file's head is all of it). */
export function sniffJson(head: string, complete: boolean): JsonLayout {
  const start = head.search(/\S/u);
  if (start < 0) return { kind: 'NONE', reason: 'it holds only blank lines' };
  if (head[start] === '[') return { kind: 'ARRAY', start: start + 1, property: null };
  if (head[start] !== '{') return { kind: 'NONE', reason: 'it is neither a JSON array nor JSON objects' };
  const end = endOfValue(head, start);
  if (end > 0 && (head.slice(end).trim() !== '' || !complete)) return { kind: 'LINES' };
  const wrapped = /"([^"\\]*)"\s*:\s*\[\s*\{/u.exec(head);
  if (wrapped && depthAt(head, wrapped.index) === 1)
    return { kind: 'ARRAY', start: wrapped.index + wrapped[0].length - 1, property: wrapped[1] ?? null };
  return end > 0 ? { kind: 'SINGLE' } : { kind: 'LINES' };
}

/** Splits the text of a JSON array (after its bracket) or of JSON lines into values, keeping at most one of them. */
export class JsonSplitter {
  readonly #lines: boolean;
  #rest = '';
  #at = 0;
  #depth = 0;
  #string = false;
  #start = -1;
  #line: number;
  #startLine: number;
  #dropped = 0;
  #ended = false;

  constructor(layout: 'LINES' | 'ARRAY', line: number) {
    this.#lines = layout === 'LINES';
    this.#line = line;
    this.#startLine = line;
  }

  /** Text taken in but not handed out yet: the start of the next value. Null inside a value that is being dropped, and after the array's end. */
  get pending(): string | null {
    return this.#dropped > 0 || this.#ended || this.#at > this.#rest.length ? null : this.#rest;
  }
  /** Line on which the next value starts. */
  get line(): number {
    return this.#start < 0 ? this.#line : this.#startLine;
  }

  /** The values that are complete with this chunk. */
  push(chunk: string, final: boolean): { values: { line: number; text: string }[]; bad: BadRecord[] } {
    const values: { line: number; text: string }[] = [];
    const bad: BadRecord[] = [];
    const text = this.#rest + chunk;
    const emit = (end: number): void => {
      const start = this.#start;
      this.#start = -1;
      if (start < 0) return;
      if (this.#dropped > 0 || end - start > MAX_RECORD_CHARACTERS) {
        const characters = this.#dropped + end - start;
        const reason = `the record is ${characters.toLocaleString('en-US')} characters long; the limit is ${MAX_RECORD_CHARACTERS.toLocaleString('en-US')}`;
        bad.push({
          line: this.#startLine,
          code: 'RECORD_TOO_LONG',
          reason,
          raw: text.slice(start, Math.min(end, start + MAX_RAW_CHARACTERS)),
        });
      } else {
        const value = text.slice(start, end).trim();
        if (value !== '') values.push({ line: this.#startLine, text: value });
      }
      this.#dropped = 0;
    };
    let at = this.#at;
    for (; at < text.length && !this.#ended; at++) {
      const code = text.charCodeAt(at);
      if (code === 10) {
        this.#line++;
        if (this.#lines) {
          emit(at);
          continue;
        }
      }
      if (this.#start < 0) {
        if (code <= 32 || (code === 44 && !this.#lines)) continue;
        if (code === 93 && !this.#lines) {
          this.#ended = true;
          break;
        }
        this.#start = at;
        this.#startLine = this.#line;
      }
      if (this.#lines) continue;
      if (this.#string) {
        if (code === 92) at++;
        else if (code === 34) this.#string = false;
      } else if (code === 34) this.#string = true;
      else if (code === 123 || code === 91) this.#depth++;
      else if (code === 125 || code === 93) {
        if (this.#depth === 0) {
          emit(at);
          this.#ended = true;
        } else {
          this.#depth--;
          if (this.#depth === 0) emit(at + 1);
        }
      } else if (code === 44 && this.#depth === 0) emit(at);
    }
    if (final && !this.#ended) emit(text.length);
    this.#keep(text, at);
    return { values, bad };
  }

  #keep(text: string, at: number): void {
    if (this.#start < 0 || this.#ended) {
      this.#rest = '';
      // An escape at the very end of a chunk skips the first character of the next.
      this.#at = Math.max(0, at - text.length);
      return;
    }
    let rest = text.slice(this.#start);
    if (rest.length > MAX_RECORD_CHARACTERS) {
      this.#dropped += rest.length - MAX_RAW_CHARACTERS;
      rest = rest.slice(0, MAX_RAW_CHARACTERS);
    }
    this.#at = rest.length + (at - text.length);
    this.#rest = rest;
    this.#start = 0;
  }
}

/** The cells of one JSON object: nested objects as `address.city`, arrays as JSON text, numbers and truths as text for the column to type. */
export function flatten(
  record: Record<string, unknown>,
  into: Map<string, string | null> = new Map(),
  prefix = '',
  depth = 0,
): Map<string, string | null> {
  for (const [key, value] of Object.entries(record)) {
    // The database takes neither NUL nor half characters.
    const name = prefix + key.replaceAll('\0', '').toWellFormed();
    if (value === null || value === undefined) into.set(name, null);
    else if (typeof value === 'object' && !Array.isArray(value) && depth < 3)
      flatten(value as Record<string, unknown>, into, `${name}.`, depth + 1);
    else into.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return into;
}

/** The place after the JSON object or array that starts at `start`, or -1 when the text ends first. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    } else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth === 0) return at + 1;
  }
  return -1;
}

function depthAt(text: string, place: number): number {
  let depth = 0;
  for (let at = 0; at < place; at++) {
    const char = text[at];
    if (char === '"') for (at++; at < place && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
  }
  return depth;
}
