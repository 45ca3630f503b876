import type { Problem } from '../formats/record-read.ts';

/** Why something was kept out, in words. */
export const PROBLEM_WORDS: Readonly<Record<Problem | 'ALIAS_LOOP', string>> = {
  NO_IDENTITY: 'It names no domain, no name, and nothing else that it could be told by.',
  FUTURE_TIME: 'It says to have happened after the moment of the scan.',
  WILDCARD_DOMAIN: 'Its domain stands for many hosts.',
  PUNYCODE_DOMAIN: 'Its domain has letters beyond ASCII, by which domains are made to look like others.',
  IP_ONLY: 'It is known by an address of the network only.',
  NOT_JSON: 'It is no JSON.',
  NOT_AN_OBJECT: 'It is no object.',
  TOO_LONG: 'It is longer than a record may be.',
  DUPLICATE_ID: 'A record with this id came before.',
  TRUNCATED: 'The document ends within it, or before it.',
  UNKNOWN_FORMAT: 'It is of no format that can be read.',
  EMPTY: 'It is empty.',
  NOT_TEXT: 'It is no text.',
  WRONG_ENCODING: 'It is to be saved as UTF-8.',
  BROKEN_ARCHIVE: 'It cannot be unpacked.',
  UNCLOSED_QUOTE: 'A quotation mark is never closed.',
  WRONG_WIDTH: 'It has more or fewer cells than there are headings.',
  UNREADABLE_LINE: 'It is not written as the other lines are.',
  ALIAS_LOOP: 'These aliases stand for each other in a circle; they are left out.',
};
