/** What people do not see in a text, and how much of it there is. */
export interface HiddenText {
  /** Letters of the block of tags, which show nothing and spell a text of their own. */
  tags: number;
  /** Characters without width within words. */
  zeroWidth: number;
  /** Marks that turn the order of what follows around, where nothing is written from right to left. */
  bidi: number;
}

/** A flag of a region is a black flag and tags: that is no hidden text. */
const FLAG = /\u{1F3F4}[\u{E0020}-\u{E007E}]{1,8}\u{E007F}/gu;
const TAG = /[\u{E0000}-\u{E007F}]/gu;
/** Joiners are part of many scripts and of emoji; between Latin letters they do nothing. */
const ZERO_WIDTH = /[\u200B\u2060\u180E]|(?<=[A-Za-z])(?:\u200C|\u200D|\uFEFF)(?=[A-Za-z])/gu;
const BIDI = /[\u202A-\u202E\u2066-\u2069]/gu;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const OVERRIDE = /[\u202D\u202E]/gu;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u180E]/gu;
const ANY_HIDDEN = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;
const TAG_TO_ASCII = 0xe0000;
const FIRST_PRINTABLE = 0x20;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Looks for what people do not see; null when there is nothing of the kind. */
export function hiddenIn(text: string): HiddenText | null {
  if (!ANY_HIDDEN.test(text)) return null;
  const plain = text.replaceAll(FLAG, '');
  const bidi = count(plain, RIGHT_TO_LEFT.test(plain) ? OVERRIDE : BIDI);
  return { tags: count(plain, TAG), zeroWidth: count(plain, ZERO_WIDTH), bidi };
}

/** The text as it would be read by what does not look: tags as the letters they stand for, nothing else that is not seen. */
export function revealed(text: string): string {
  if (!ANY_HIDDEN.test(text)) return text;
  return text.replaceAll(INVISIBLE, '').replaceAll(TAG, (tag) => {
    const code = (tag.codePointAt(0) ?? 0) - TAG_TO_ASCII;
    return code >= FIRST_PRINTABLE ? String.fromCodePoint(code) : '';
  });
}
