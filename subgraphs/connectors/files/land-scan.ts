const SPACE = 0x20;
const CR = 0x0d;
export const LF = 0x0a;
const UNCLOSED = -1;

/** The bytes of a part; after the last one there is a line feed, so that no loop has to look for the end. */
export interface ScannedBytes {
  bytes: Uint8Array;
  length: number;
}

/**
 * Finds records and their cells in UTF-8 without making texts of them, as CsvParser does with texts. What a text is needed for, such as doubled quotes,
 * makes a record odd: it is read again as one.
 */
export class RecordScanner {
  /** Where the cells of the last record are, trimmed of ASCII white space. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  odd = false;
  /** Line breaks inside its quotes. */
  breaks = 0;
  readonly #bytes: Uint8Array;
  readonly #length: number;
  readonly #delimiter: number;
  readonly #quote: number;
  #contentEnd = 0;

  constructor({ bytes, length }: ScannedBytes, { delimiter, quote }: { delimiter: string; quote: string }, width: number) {
    this.starts = new Int32Array(width);
    this.ends = new Int32Array(width);
    this.#bytes = bytes;
    this.#length = length;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote.charCodeAt(0);
  }

  /** Takes the record that starts at a place. @returns the place after its line break; less than 0: a quote never closes */
  next(start: number): number {
    const bytes = this.#bytes;
    const delimiter = this.#delimiter;
    const { starts, ends } = this;
    const width = starts.length;
    this.odd = false;
    this.breaks = 0;
    let cell = 0;
    let at = start;
    for (;;) {
      let from = at;
      while (bytes[from] === SPACE) from++;
      let end = from;
      let to: number;
      if (bytes[from] === this.#quote) {
        from++;
        end = this.#closing(from);
        if (end < 0) return UNCLOSED;
        to = this.#contentEnd;
      } else {
        let code = bytes[end];
        while (code !== delimiter && code !== LF && code !== CR) code = bytes[++end];
        to = end;
      }
      while (from < to && isSpace(bytes[from] ?? 0)) from++;
      while (from < to && isSpace(bytes[to - 1] ?? 0)) to--;
      if (cell < width) {
        starts[cell] = from;
        ends[cell] = to;
      }
      cell++;
      at = end + 1;
      if (bytes[end] === delimiter && end < this.#length) continue;
      if (cell !== width) this.odd = true;
      if (end >= this.#length) return this.#length;
      return bytes[end] === CR && at < this.#length && bytes[at] === LF ? at + 1 : at;
    }
  }

  /** The place of the delimiter or line break after a cell whose quote opened before `from`. */
  #closing(from: number): number {
    const bytes = this.#bytes;
    const length = this.#length;
    const quote = this.#quote;
    for (let at = from; at < length; at++) {
      const code = bytes[at];
      if (code === LF || (code === CR && bytes[at + 1] !== LF)) this.breaks++;
      if (code !== quote) continue;
      if (bytes[at + 1] === quote && at + 1 < length) {
        this.odd = true;
        at++;
        continue;
      }
      let end = at + 1;
      while (bytes[end] === SPACE) end++;
      const after = bytes[end];
      if (end >= length || after === this.#delimiter || after === LF || after === CR) {
        this.#contentEnd = at;
        return end;
      }
      this.odd = true;
    }
    return UNCLOSED;
  }
}

/** What String.trim takes away that is ASCII. */
const isSpace = (code: number): boolean => code <= SPACE && (code === SPACE || (code >= 9 && code <= CR));
