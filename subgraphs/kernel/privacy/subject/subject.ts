import type { Pseudonym } from '../../personal-data/apply-policy.ts';
import { type Identifier, type IdentifierKind, nameWords } from './identifier.ts';
import { type TextMatcher, replacementOf, textMatcher } from './text-matcher.ts';

/** What a text or a row says of a person. */
export interface Occurrence {
  /** What identified them. */
  kinds: ReadonlySet<IdentifierKind>;
  /** A whole value is theirs: the row is about them, rather than one that mentions them. */
  whole: boolean;
}

/** A value after somebody was looked for in it, and what was found; null when nothing was. */
export interface Searched {
  value: unknown;
  occurrence: Occurrence;
}

const MAX_DEPTH = 64;

/** Somebody to be found, by all that identifies them. */
export class Subject {
  readonly identifiers: readonly Identifier[];
  readonly #pseudonym: Pseudonym;
  readonly #matchers: readonly TextMatcher[];
  readonly #names: readonly string[][];

  constructor(identifiers: readonly Identifier[], pseudonym: Pseudonym) {
    this.identifiers = identifiers;
    this.#pseudonym = pseudonym;
    this.#matchers = identifiers.flatMap((identifier) => textMatcher(identifier) ?? []);
    this.#names = identifiers.filter(({ kind }) => kind === 'NAME').map(({ value }) => nameWords(value));
  }

  /** One pattern of PostgreSQL that every row with the person in it matches, without case; null when only columns of keys can tell. */
  get rowPattern(): string | null {
    return this.#matchers.length === 0 ? null : this.#matchers.map(({ rowPattern }) => rowPattern).join('|');
  }

  /** The text with what identifies the person replaced. */
  text(text: string): { text: string; kinds: IdentifierKind[]; whole: boolean } | null {
    const kinds = new Set<IdentifierKind>();
    let whole = false;
    let changed = text;
    for (const { kind, pattern, is } of this.#matchers) {
      pattern.lastIndex = 0;
      if (!pattern.test(changed)) continue;
      changed = changed.replaceAll(pattern, (found) => {
        if (is?.(found) === false) return found;
        kinds.add(kind);
        whole ||= found.length === text.trim().length;
        return replacementOf(kind, found, this.#pseudonym);
      });
    }
    return kinds.size === 0 ? null : { text: changed, kinds: [...kinds], whole };
  }

  /** A value of any shape, such as a row as an object of its columns: names may be spread over two of its fields. */
  search(value: unknown): Searched | null {
    const kinds = new Set<IdentifierKind>();
    let whole = false;
    const walk = (part: unknown, depth: number): unknown => {
      if (typeof part === 'string') {
        const found = this.text(part);
        if (found === null) return part;
        for (const kind of found.kinds) kinds.add(kind);
        whole ||= found.whole;
        return found.text;
      }
      if (typeof part === 'number' || typeof part === 'bigint') {
        if (this.text(String(part))?.whole !== true) return part;
        kinds.add('PHONE');
        whole = true;
        return null;
      }
      if (typeof part !== 'object' || part === null || depth === MAX_DEPTH) return part;
      if (Array.isArray(part)) return part.map((each) => walk(each, depth + 1));
      const spread = this.#spreadName(part);
      if (spread.size > 0) {
        kinds.add('NAME');
        whole = true;
      }
      const entries = Object.entries(part).map(([key, each]): [string, unknown] => [
        this.text(key)?.text ?? key,
        spread.has(key) ? replacementOf('NAME', String(each), this.#pseudonym) : walk(each, depth + 1),
      ]);
      return Object.fromEntries(entries);
    };
    const replaced = walk(value, 0);
    return kinds.size === 0 ? null : { value: replaced, occurrence: { kinds, whole } };
  }

  /** Fields that hold the words of a name one by one. */
  #spreadName(fields: object): Set<string> {
    for (const words of this.#names) {
      const keys = words.map((word) => Object.entries(fields).find(([, value]) => typeof value === 'string' && same(value, word))?.[0]);
      if (keys.every((key) => key !== undefined)) return new Set(keys);
    }
    return new Set();
  }
}

const same = (value: string, word: string): boolean => value.trim().toLowerCase() === word;
