import type { CsvBatch } from './csv-record.ts';

/** A record longer than this is reported with its line and skipped without being buffered. */
const MAX_RECORD_CHARACTERS = 1024 * 1024;
/** How much of a bad record is kept to show to people. */
const MAX_RAW_CHARACTERS = 2000;
/** A stray quote swallows the lines after it; so often the reader goes back to the line after the quote before it gives up on the rest. */
const MAX_REWINDS = 50;

export interface CsvDialect {
  delimiter: string;
  quote: string;
  /** `\"` stands for a quote inside quotes, as database dumps write it, besides `""`. */
  backslash: boolean;
}

const SPACE = 32;
const CR = 13;
const LF = 10;
const BACKSLASH = 92;
const INCOMPLETE = -1;
const UNCLOSED = -2;

/**
 * RFC 4180, and what real files do to it: line breaks of any kind, spaces around quotes, quotes inside cells that nobody doubled, quotes that never
 * close. Text comes in chunks of any size; what is kept between chunks is at most one record, and a record past the limit is not kept at all.
 */
export class CsvParser {
  readonly #dialect: CsvDialect;
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #maxRecord: number;
  #rest = '';
  #line: number;
  #rewinds = 0;
  #skipping: { line: number; raw: string; characters: number } | null = null;
  #cells: string[] = [];
  #quotedLines = 0;
  readonly #countsRecords: boolean;

  /** @param countsRecords a record counts as one line, whatever is in it */
  constructor(dialect: CsvDialect, maxRecord = MAX_RECORD_CHARACTERS, firstLine = 1, countsRecords = false) {
    this.#countsRecords = countsRecords;
    this.#line = firstLine;
    this.#dialect = dialect;
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#quote = dialect.quote.charCodeAt(0);
    this.#maxRecord = maxRecord;
  }

  /** The records that are complete with this chunk; `final` = nothing comes after it. */
  push(chunk: string, final = false): CsvBatch {
    const batch: CsvBatch = { records: [], bad: [] };
    let text = this.#rest === '' ? chunk : this.#rest + chunk;
    this.#rest = '';
    let at = 0;
    for (;;) {
      if (this.#skipping) {
        at = this.#skip(text, at, final, batch);
        if (this.#skipping) return batch;
      }
      if (at >= text.length) return batch;
      const end = this.#scan(text, at, final);
      if (end >= 0) {
        this.#take(text, at, end, batch);
        at = end;
        continue;
      }
      if (end === INCOMPLETE && text.length - at <= this.#maxRecord) {
        this.#rest = text.slice(at);
        return batch;
      }
      const firstBreak = lineBreakAfter(text, at);
      if (firstBreak > 0 && this.#rewinds < MAX_REWINDS) {
        // Inside a quote that does not close in time: that line is bad, the ones after it may be good.
        this.#rewinds++;
        const raw = text.slice(at, firstBreak).trimEnd();
        batch.bad.push({ line: this.#line, code: 'UNCLOSED_QUOTE', reason: 'a quote that opens on this line never closes', raw: cut(raw) });
        this.#line++;
        at = firstBreak;
        continue;
      }
      if (end === UNCLOSED) {
        batch.bad.push({
          line: this.#line,
          code: 'UNCLOSED_QUOTE',
          reason: 'a quote that opens here never closes',
          raw: cut(text.slice(at)),
        });
        return batch;
      }
      // Flattened by Buffer so that the slice does not keep the long text alive.
      this.#skipping = { line: this.#line, raw: Buffer.from(text.slice(at, at + MAX_RAW_CHARACTERS)).toString(), characters: 0 };
    }
  }

  /** Text taken in but not handed out yet: the start of the next record. Null inside a record that is being skipped. */
  get pending(): string | null {
    return this.#skipping ? null : this.#rest;
  }
  /** Line on which the next record starts. */
  get line(): number {
    return this.#line;
  }

  #take(text: string, at: number, end: number, batch: CsvBatch): void {
    const line = this.#line;
    this.#line += this.#countsRecords ? 1 : 1 + this.#quotedLines;
    if (end - at > this.#maxRecord) {
      batch.bad.push({ line, code: 'RECORD_TOO_LONG', reason: tooLong(end - at, this.#maxRecord), raw: cut(text.slice(at, end)) });
      return;
    }
    batch.records.push({ line, cells: this.#cells, raw: text.slice(at, end) });
  }

  /** Drops text up to the end of the line that is too long; gives the place after it. */
  #skip(text: string, at: number, final: boolean, batch: CsvBatch): number {
    const skipping = this.#skipping;
    if (!skipping) return at;
    const next = lineBreakAfter(text, at);
    skipping.characters += (next > 0 ? next : text.length) - at;
    if (next < 0 && !final) return text.length;
    this.#skipping = null;
    this.#line = skipping.line + 1;
    batch.bad.push({
      line: skipping.line,
      code: 'RECORD_TOO_LONG',
      reason: tooLong(skipping.characters, this.#maxRecord),
      raw: skipping.raw,
    });
    return next > 0 ? next : text.length;
  }

  /** Reads one record into #cells; gives the place after its line break, INCOMPLETE when the chunk ends first, UNCLOSED when the file does. */
  #scan(text: string, start: number, final: boolean): number {
    const cells: string[] = [];
    this.#cells = cells;
    this.#quotedLines = 0;
    const length = text.length;
    let at = start;
    for (;;) {
      let end: number;
      let open = at;
      while (text.charCodeAt(open) === SPACE) open++;
      if (text.charCodeAt(open) === this.#quote) {
        end = this.#scanQuoted(text, open + 1, final);
        if (end < 0) return end;
      } else {
        end = open;
        for (; end < length; end++) {
          const code = text.charCodeAt(end);
          if (code === this.#delimiter || code === LF || code === CR) break;
        }
        cells.push(text.slice(at, end));
      }
      if (end >= length) return final ? length : INCOMPLETE;
      const code = text.charCodeAt(end);
      if (code === this.#delimiter) {
        at = end + 1;
        continue;
      }
      if (code === LF) return end + 1;
      if (end + 1 >= length && !final) return INCOMPLETE;
      return text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
    }
  }

  /** Reads a cell whose quote opened before `from`; gives the place of the delimiter or line break after it. */
  #scanQuoted(text: string, from: number, final: boolean): number {
    const { quote, backslash } = this.#dialect;
    let value = '';
    let start = from;
    let search = from;
    for (;;) {
      const at = text.indexOf(quote, search);
      if (at < 0) return final ? UNCLOSED : INCOMPLETE;
      if (backslash && isEscaped(text, start, at)) {
        value += text.slice(start, at - 1) + quote;
        start = search = at + 1;
        continue;
      }
      if (text.charCodeAt(at + 1) === this.#quote) {
        value += text.slice(start, at + 1);
        start = search = at + 2;
        continue;
      }
      let end = at + 1;
      while (text.charCodeAt(end) === SPACE) end++;
      if (end >= text.length && !final) return INCOMPLETE;
      const code = text.charCodeAt(end);
      if (end >= text.length || code === this.#delimiter || code === LF || code === CR) {
        value += text.slice(start, at);
        this.#quotedLines += countLineBreaks(text, from, at);
        this.#cells.push(value);
        return end;
      }
      // A quote in the middle of a cell that nobody doubled: it is part of the text.
      search = at + 1;
    }
  }
}

function isEscaped(text: string, start: number, at: number): boolean {
  let backslashes = 0;
  for (let i = at - 1; i >= start && text.charCodeAt(i) === BACKSLASH; i--) backslashes++;
  return backslashes % 2 === 1;
}

/** The place after the first line break at or after `at`, or -1. */
function lineBreakAfter(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const firstReturn = text.indexOf('\r', at);
  if (firstReturn >= 0 && (feed < 0 || firstReturn < feed - 1)) return firstReturn + 1;
  return feed < 0 ? -1 : feed + 1;
}

function countLineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) count++;
  }
  return count;
}

const cut = (raw: string): string => raw.slice(0, MAX_RAW_CHARACTERS);
const tooLong = (characters: number, limit: number): string =>
  `the record is ${characters.toLocaleString('en-US')} characters long; the limit is ${limit.toLocaleString('en-US')}`;
