/** What to do with the value at a path: go into an object, take an array's elements one by one, whichever of these it is, or take the value whole. */
export type Step = 'ENTER' | 'ELEMENTS' | 'EITHER' | 'WHOLE';

export interface Piece {
  /** Of an element the path of its array. */
  path: readonly string[];
  isElement: boolean;
  /** The value as JSON text; null when it was longer than may be kept. */
  text: string | null;
}

interface Frame {
  kind: 'OBJECT' | 'ARRAY';
  path: readonly string[];
}

const [QUOTE, BACKSLASH, COMMA, COLON, SPACE, BYTE_ORDER_MARK] = [34, 92, 44, 58, 32, 0xfeff];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [123, 125, 91, 93];
const MOST_DEPTH = 16;

/**
 * Takes a JSON text of any length apart while it comes in, keeping no more than one value: the records of a document of several lists need not fit
 * into memory together. It only separates; each piece is still to be parsed, and says so itself when it is no JSON.
 */
export class TreeSplitter {
  readonly #stepAt: (path: readonly string[]) => Step;
  readonly #mostCharacters: number;
  readonly #frames: Frame[] = [];
  #text = '';
  #at = 0;
  /** Where the value, or key, that is being read starts; -1 between values. */
  #start = -1;
  #depth = 0;
  #inString = false;
  #isKey = true;
  #key = '';
  #tooLong = false;
  #begun = false;

  constructor(stepAt: (path: readonly string[]) => Step, mostCharacters: number) {
    this.#stepAt = stepAt;
    this.#mostCharacters = mostCharacters;
  }

  /** Whether the text, so far, is a whole document. */
  get whole(): boolean {
    return this.#begun && this.#frames.length === 0 && this.#start < 0;
  }

  /** The pieces that end in this chunk. */
  push(chunk: string): Piece[] {
    const pieces: Piece[] = [];
    this.#text += chunk;
    for (; this.#at < this.#text.length; this.#at += 1) this.#read(this.#text.charCodeAt(this.#at), pieces);
    this.#keep();
    return pieces;
  }

  /** The piece that only the end of the text ends: a number or word at its top. */
  end(): Piece[] {
    const pieces: Piece[] = [];
    if (this.#start >= 0 && !this.#inString && this.#depth === 0 && this.#frames.length === 0) this.#finish(this.#at, pieces);
    return pieces;
  }

  #read(code: number, pieces: Piece[]): void {
    if (this.#inString) {
      if (code === BACKSLASH) this.#at += 1;
      else if (code === QUOTE) {
        this.#inString = false;
        if (this.#depth === 0) this.#finish(this.#at + 1, pieces);
      }
      return;
    }
    if (this.#start >= 0) this.#inside(code, pieces);
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) this.#leave();
    else if (code > SPACE && code !== COMMA && code !== COLON && code !== BYTE_ORDER_MARK) this.#open(code);
  }

  /** A value, or key, that has begun, outside of strings. */
  #inside(code: number, pieces: Piece[]): void {
    if (code === QUOTE) this.#inString = true;
    else if (code === OPEN_OBJECT || code === OPEN_ARRAY) this.#depth += 1;
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      if (this.#depth === 0) {
        this.#finish(this.#at, pieces);
        return this.#leave();
      }
      this.#depth -= 1;
      if (this.#depth === 0) this.#finish(this.#at + 1, pieces);
    } else if (this.#depth === 0 && (code === COMMA || code <= SPACE)) this.#finish(this.#at, pieces);
  }

  #open(code: number): void {
    const frame = this.#frames.at(-1);
    this.#begun = true;
    if (frame?.kind === 'OBJECT' && this.#isKey) {
      this.#start = this.#at;
      this.#inString = code === QUOTE;
      return;
    }
    const path = this.#path(frame);
    const step = frame?.kind === 'ARRAY' || path.length >= MOST_DEPTH ? 'WHOLE' : this.#stepAt(path);
    if (code === OPEN_OBJECT && (step === 'ENTER' || step === 'EITHER')) {
      this.#frames.push({ kind: 'OBJECT', path });
      this.#isKey = true;
    } else if (code === OPEN_ARRAY && (step === 'ELEMENTS' || step === 'EITHER')) this.#frames.push({ kind: 'ARRAY', path });
    else {
      this.#start = this.#at;
      this.#inString = code === QUOTE;
      this.#depth = code === OPEN_OBJECT || code === OPEN_ARRAY ? 1 : 0;
    }
  }

  #leave(): void {
    this.#frames.pop();
    this.#isKey = true;
  }

  #finish(end: number, pieces: Piece[]): void {
    const text = this.#tooLong ? null : this.#text.slice(this.#start, end);
    this.#start = -1;
    this.#tooLong = false;
    const frame = this.#frames.at(-1);
    if (frame?.kind === 'OBJECT' && this.#isKey) {
      this.#key = text === null ? '' : keyOf(text);
      this.#isKey = false;
      return;
    }
    pieces.push({ path: this.#path(frame), isElement: frame?.kind === 'ARRAY', text });
    this.#isKey = true;
  }

  #path(frame: Frame | undefined): readonly string[] {
    return frame === undefined ? [] : frame.kind === 'ARRAY' ? frame.path : [...frame.path, this.#key];
  }

  /** Lets go of the text that is behind, and of a value that is longer than may be kept. */
  #keep(): void {
    if (this.#start >= 0 && this.#at - this.#start > this.#mostCharacters) this.#tooLong = true;
    const behind = this.#start < 0 || this.#tooLong ? Math.min(this.#at, this.#text.length) : this.#start;
    this.#text = this.#text.slice(behind);
    this.#at -= behind;
    if (this.#start >= 0) this.#start = 0;
  }
}

function keyOf(text: string): string {
  try {
    const key: unknown = JSON.parse(text);
    return typeof key === 'string' ? key : '';
  } catch {
    return '';
  }
}
