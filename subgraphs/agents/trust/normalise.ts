import { revealed } from './hidden-text.ts';

/** Letters of other scripts that look like Latin ones. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', ԁ: 'd', һ: 'h', ո: 'n', ɡ: 'g', ι: 'i', ο: 'o', ν: 'v', ρ: 'p',
    α: 'a', τ: 't', υ: 'u', κ: 'k',
  }),
); // prettier-ignore
const MIXED_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]+/gu;
const LATIN = /[A-Za-z]/;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\u0261]/u;
/** Letters one by one: `i g n o r e`, `i.g.n.o.r.e`. */
const SPACED = /(?<![\p{L}\p{N}])(?:\p{L}[ ._*-]){5,40}\p{L}(?![\p{L}\p{N}])/gu;

/** A text as an attacker means it to be understood. */
export interface NormalText {
  /** In lower case, in the plainest letters, with single spaces. */
  text: string;
  /** Words in which letters of several scripts stand for one another. */
  mixedWords: number;
  /** Stretches of letters written one by one. */
  spacedWords: number;
}

/** Undoes what hides words from whoever looks for them. */
export function normalise(given: string): NormalText {
  let mixedWords = 0;
  let spacedWords = 0;
  const plain = revealed(given)
    .normalize('NFKC')
    .replaceAll(MIXED_WORD, (word) => {
      if (!LATIN.test(word) || !FOREIGN.test(word)) return word;
      mixedWords++;
      return Array.from(word, (letter) => LOOKALIKES.get(letter.toLowerCase()) ?? letter).join('');
    })
    .replaceAll(SPACED, (letters) => {
      spacedWords++;
      return letters.replaceAll(/[ ._*-]/g, '');
    });
  return { text: plain.toLowerCase().replaceAll(/\s+/g, ' '), mixedWords, spacedWords };
}
