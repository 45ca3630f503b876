/** What a token can be: nothing, or the first or a further token of a piece. Building numbers are one token. */
export const TAGS = [
  'O',
  'B-PERSON',
  'I-PERSON',
  'B-ORGANIZATION',
  'I-ORGANIZATION',
  'B-PLACE',
  'I-PLACE',
  'B-NUMBER',
  'B-STREET',
  'I-STREET',
  'B-UNIT',
  'I-UNIT',
  'B-REGION',
  'I-REGION',
  'B-POSTCODE',
  'I-POSTCODE',
] as const;

/** One of the tags. */
export type Tag = (typeof TAGS)[number];

/** How many tags there are; a row of weights has as many. */
export const TAG_COUNT = 16;

/** What a stretch of tokens is, before it is known how the stretches belong together. */
export type PieceKind = 'PERSON' | 'ORGANIZATION' | 'PLACE' | 'NUMBER' | 'STREET' | 'UNIT' | 'REGION' | 'POSTCODE';

/** A stretch of tokens of one kind. */
export interface Piece {
  kind: PieceKind;
  /** UTF-16 units of the text. */
  start: number;
  end: number;
}

/** The tags that continue a piece, by the tag that starts it. */
export const CONTINUES: readonly (readonly [first: number, further: number])[] = TAGS.flatMap((tag, index) =>
  tag.startsWith('I-') ? [[TAGS.indexOf(`B-${tag.slice(2)}` as Tag), index] as const] : [],
);

/** The tags that may stand anywhere. */
export const FREE_TAGS: readonly number[] = TAGS.flatMap((tag, index) => (tag.startsWith('I-') ? [] : [index]));
