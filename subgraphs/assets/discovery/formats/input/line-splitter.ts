/** Splits text into lines as it comes in. A line longer than may be kept is null: it is counted, and not kept. */
export class LineSplitter {
  readonly #most: number;
  #rest = '';
  #tooLong = false;

  constructor(mostCharacters: number) {
    this.#most = mostCharacters;
  }

  /** The lines that end in this chunk, without their line breaks. */
  push(chunk: string): (string | null)[] {
    const lines: (string | null)[] = [];
    const text = this.#rest + chunk;
    let start = 0;
    for (let end = text.indexOf('\n', this.#rest.length); end >= 0; end = text.indexOf('\n', start)) {
      lines.push(this.#line(text.slice(start, end)));
      start = end + 1;
    }
    this.#rest = text.slice(start);
    if (this.#rest.length > this.#most) {
      this.#tooLong = true;
      this.#rest = '';
    }
    return lines;
  }

  /** The line that the end of the text ends. */
  end(): (string | null)[] {
    return this.#rest === '' && !this.#tooLong ? [] : [this.#line(this.#rest)];
  }

  #line(text: string): string | null {
    const kept = this.#tooLong || text.length > this.#most ? null : text.endsWith('\r') ? text.slice(0, -1) : text;
    this.#tooLong = false;
    return kept;
  }
}
