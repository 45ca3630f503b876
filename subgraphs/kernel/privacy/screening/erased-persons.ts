import type { Pseudonym } from '../../personal-data/apply-policy.ts';
import { type IdentifierKind, digestOf, nameWords } from '../subject/identifier.ts';
import { nationalDigits, replacementOf } from '../subject/text-matcher.ts';
import { type ErasedIdentifier, keyForm } from '../suppression.ts';

const EMAIL = /[^\s<>,;:"'()[\]]+@[^\s<>,;:"'()[\]@]+\.[\p{L}\p{N}-]{2,}/gu;
const PHONE = /(?:\+|00)?\d[\d\s().\-/]{4,22}\d/gu;
const KEY = /[\p{L}\p{N}_-]{5,}/gu;
const WORD = /[\p{L}\p{M}'’-]+/gu;
/** Longer texts are looked through for addresses and numbers only. */
const MAX_NAME_TEXT = 20_000;
const MAX_NAME_WORDS = 5;
const MIN_NAME_CHARACTERS = 3;
/** Cells of a record that may each hold a word of a name. */
const MAX_NAME_CELLS = 10;
const MAX_CELL_CHARACTERS = 30;

/** What was found of people who were forgotten. */
export interface ErasedHit {
  text: string;
  /** The whole value is theirs. */
  whole: boolean;
  /** Records about them do not come in. */
  wholeRow: boolean;
}

/** Knows the forgotten by keyed hashes alone: only texts as long as what was hashed are hashed and compared. */
export class ErasedPersons {
  readonly #secret: Uint8Array;
  readonly #pseudonym: Pseudonym;
  readonly #known = new Map<string, boolean>();
  readonly #sizes = new Map<IdentifierKind, Set<number>>();

  constructor(erased: readonly ErasedIdentifier[], secret: Uint8Array, pseudonym: Pseudonym) {
    this.#secret = secret;
    this.#pseudonym = pseudonym;
    for (const { digest, kind, size, wholeRow } of erased) {
      this.#known.set(digest, wholeRow);
      const sizes = this.#sizes.get(kind) ?? new Set();
      this.#sizes.set(kind, sizes.add(size));
    }
  }

  /** A text without the forgotten in it; null when there are none. */
  text(text: string): ErasedHit | null {
    const found: { start: number; end: number; kind: IdentifierKind; wholeRow: boolean }[] = [];
    const look = (kind: IdentifierKind, start: number, length: number, forms: readonly string[]): void => {
      const wholeRow = forms.map((form) => this.#lookUp(kind, form)).find((known) => known !== null);
      if (wholeRow !== undefined && wholeRow !== null) found.push({ start, end: start + length, kind, wholeRow });
    };
    if (this.#sizes.has('EMAIL') && text.includes('@'))
      for (const { 0: match, index } of text.matchAll(EMAIL)) {
        const address = match.replace(/[.\-_]+$/u, '');
        look('EMAIL', index, address.length, [address.normalize('NFC').toLowerCase()]);
      }
    if (this.#sizes.has('PHONE'))
      for (const { 0: match, index } of text.matchAll(PHONE))
        look('PHONE', index, match.length, [match.replaceAll(/\D/g, ''), nationalDigits(match)]);
    if (this.#sizes.has('NAME') && text.length <= MAX_NAME_TEXT) this.#names(text, look);
    if (this.#sizes.has('KEY'))
      for (const { 0: match, index } of text.matchAll(KEY)) look('KEY', index, match.length, [keyForm('', match)]);
    return found.length === 0 ? null : this.#replaced(text, found);
  }

  /** Whether the key names a record of the table that is about one of them: true when such records do not come in, false when they do. */
  key(names: readonly string[], key: string): boolean | null {
    for (const name of names) {
      const known = this.#lookUp('KEY', keyForm(name, key));
      if (known !== null) return known;
    }
    return null;
  }

  /** Fields that hold the words of one name one by one; empty when there are none. */
  spreadName(record: Readonly<Record<string, unknown>>): { fields: string[]; wholeRow: boolean } | null {
    const sizes = this.#sizes.get('NAME');
    if (sizes === undefined) return null;
    const cells = Object.entries(record)
      .filter(
        (cell): cell is [string, string] =>
          typeof cell[1] === 'string' && cell[1].length <= MAX_CELL_CHARACTERS && /^[\p{L}\p{M}'’ -]+$/u.test(cell[1]),
      )
      .slice(0, MAX_NAME_CELLS);
    for (const [first, a] of cells)
      for (const [second, b] of cells) {
        if (first === second || !sizes.has(a.trim().length + 1 + b.trim().length)) continue;
        const wholeRow = this.#lookUp('NAME', nameWords(`${a} ${b}`.normalize('NFC')).join(' '));
        if (wholeRow !== null) return { fields: [first, second], wholeRow };
      }
    return null;
  }

  replacement(kind: IdentifierKind, value: string): string {
    return replacementOf(kind, value, this.#pseudonym);
  }

  #names(text: string, look: (kind: IdentifierKind, start: number, length: number, forms: readonly string[]) => void): void {
    const sizes = this.#sizes.get('NAME');
    if (sizes === undefined || text.length < MIN_NAME_CHARACTERS) return;
    const words = [...text.normalize('NFC').matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
    for (const [at, first] of words.entries()) {
      let size = first.word.length;
      for (let to = at + 1; to < words.length && to < at + MAX_NAME_WORDS; to++) {
        const last = words[to] ?? first;
        size += 1 + last.word.length;
        // Most stretches are not as long as any name on the list: nothing is made of them.
        if (!sizes.has(size)) continue;
        const inOrder = words.slice(at, to + 1).map(({ word }) => word.toLowerCase());
        const comma = text.slice(first.end, words[at + 1]?.start).includes(',');
        const form = comma ? [...inOrder.slice(1), inOrder[0] ?? ''] : inOrder;
        look('NAME', first.start, last.end - first.start, [form.join(' ')]);
      }
    }
  }

  #lookUp(kind: IdentifierKind, form: string): boolean | null {
    if (this.#sizes.get(kind)?.has(form.length) !== true) return null;
    return this.#known.get(digestOf(this.#secret, kind, form)) ?? null;
  }

  #replaced(text: string, found: readonly { start: number; end: number; kind: IdentifierKind; wholeRow: boolean }[]): ErasedHit {
    let changed = '';
    let at = 0;
    for (const { start, end, kind } of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      if (start < at) continue;
      changed += text.slice(at, start) + this.replacement(kind, text.slice(start, end));
      at = end;
    }
    const whole = found.some(({ start, end }) => end - start >= text.trim().length);
    return { text: changed + text.slice(at), whole, wholeRow: found.some((each) => each.wholeRow) };
  }
}
