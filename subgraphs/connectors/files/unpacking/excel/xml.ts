import { NotUnpacked } from '../packing.ts';

/** A tag or a text that is longer is no workbook's. */
const MAX_PIECE_CHARACTERS = 16 * 1024 * 1024;
/** One for each name that the program asks for. */
const PATTERNS = new Map<string, RegExp>();
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a document says, piece by piece. Names come without their prefix. */
export interface XmlListener {
  /** @param tag what stands between the angle brackets, for `attribute` */
  open(name: string, tag: string): void;
  close(name: string): void;
  /** Text in pieces, entities resolved. */
  text(text: string): void;
}

/**
 * Reads XML in chunks of any size. As much of it as spreadsheets use: no DTD is read, so that no entity stands for anything but a character.
 * @throws NotUnpacked when a piece is too long
 */
export class XmlReader {
  readonly #listener: XmlListener;
  #rest: string[] = [];
  #characters = 0;

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  push(chunk: string): void {
    this.#rest.push(chunk);
    this.#characters += chunk.length;
    if (this.#characters > MAX_PIECE_CHARACTERS) throw new NotUnpacked('TOO_LARGE', 'a piece of it is longer than 16 million characters');
    // Nothing ends in it: it is put together with the others once something does.
    if (!chunk.includes('<') && !chunk.includes('>')) return;
    const text = this.#rest.join('');
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      if (open > at) this.#listener.text(resolved(text.slice(at, open)));
      const end = endOfMarkup(text, open);
      if (end < 0) {
        at = open;
        break;
      }
      this.#markup(text.slice(open + 1, end));
      at = end + 1;
    }
    this.#characters = text.length - at;
    this.#rest = at === text.length ? [] : [text.slice(at)];
  }

  #markup(markup: string): void {
    const first = markup[0];
    if (first === '?') return;
    if (first === '!') {
      if (markup.startsWith('![CDATA[')) this.#listener.text(markup.slice(8, -2));
      return;
    }
    if (first === '/') {
      this.#listener.close(localName(markup.slice(1).trim()));
      return;
    }
    const isEmpty = markup.endsWith('/');
    const space = markup.search(/[\s/]/u);
    const name = localName(space < 0 ? markup : markup.slice(0, space));
    this.#listener.open(name, markup);
    if (isEmpty) this.#listener.close(name);
  }
}

/** The value of an attribute by its name without prefix; null when the tag has none. */
export function attribute(tag: string, name: string): string | null {
  let pattern = PATTERNS.get(name);
  if (pattern === undefined) PATTERNS.set(name, (pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')));
  const match = pattern.exec(tag);
  return match === null ? null : resolved(match[1] ?? match[2] ?? '');
}

function endOfMarkup(text: string, open: number): number {
  if (text.startsWith('<!--', open)) {
    const end = text.indexOf('-->', open + 4);
    return end < 0 ? -1 : end + 2;
  }
  if (text.startsWith('<![CDATA[', open)) {
    const end = text.indexOf(']]>', open + 9);
    return end < 0 ? -1 : end + 2;
  }
  return text.indexOf('>', open);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(#x[\da-f]+|#\d+|\w+);/giu, (whole, entity: string) => {
    if (!entity.startsWith('#')) return NAMED[entity] ?? whole;
    const code = entity[1]?.toLowerCase() === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
