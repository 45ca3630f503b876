import { LRUCache } from 'lru-cache';

export const JSON_TYPE = 'application/json; charset=utf-8';
const RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8';

/** What a reply is to be sent as. */
export interface ReplyType {
  contentType: string;
  /** Plain JSON was asked for by name: its replies are 200 whatever is wrong with the document, since that type cannot say more. */
  legacy: boolean;
  /** The reply may come in parts. */
  multipart: boolean;
}

interface Range {
  type: string;
  quality: number;
}

const ANY: ReplyType = { contentType: JSON_TYPE, legacy: false, multipart: false };
const MAX_KEPT = 200;
const MAX_KEPT_CHARACTERS = 300;
const kept = new LRUCache<string, { type: ReplyType | null }>({ max: MAX_KEPT });

/** The type of the reply by the request's `accept`, which may be missing; null: none of ours is acceptable. */
export function replyTypeOf(accept: string | undefined): ReplyType | null {
  if (accept === undefined || accept === '*/*') return ANY;
  const known = kept.get(accept);
  if (known !== undefined) return known.type;
  const type = negotiate(accept.split(',').flatMap(rangeOf));
  if (accept.length <= MAX_KEPT_CHARACTERS) kept.set(accept, { type });
  return type;
}

function negotiate(ranges: readonly Range[]): ReplyType | null {
  const qualityOf = (...types: string[]): number =>
    types.map((type) => ranges.find((range) => range.type === type)?.quality).find((quality) => quality !== undefined) ?? 0;
  const named = qualityOf('application/json') > 0;
  const json = qualityOf('application/json', 'application/*', '*/*');
  const response = qualityOf('application/graphql-response+json', 'application/*', '*/*');
  const multipart = qualityOf('multipart/mixed') > 0;
  if (json === 0 && response === 0) return multipart ? { ...ANY, multipart } : null;
  const exact = qualityOf('application/graphql-response+json') > 0;
  // Who names both and prefers neither can read the one that says more; who names neither gets what everybody can read.
  if (response > json || (exact && response === json)) return { contentType: RESPONSE_TYPE, legacy: false, multipart };
  return { contentType: JSON_TYPE, legacy: named, multipart };
}

function rangeOf(text: string): Range[] {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  let quality = 1;
  for (const parameter of parameters) {
    const [name, value = ''] = parameter.split('=').map((part) => part.trim());
    if (name === 'q') quality = Number(value);
    if (name === 'charset' && !isUtf8(value)) return [];
  }
  return [{ type, quality: quality >= 0 && quality <= 1 ? quality : 0 }];
}

/** What about a request's `content-type` we do not take, as the subject of a sentence; null when it is JSON in UTF-8. */
export function unsupportedType(contentType: string | undefined): string | null {
  if (contentType === 'application/json') return null;
  if (contentType === undefined) return 'A body without a content-type';
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') return 'A body of this content-type';
  const charset = parameters.map((parameter) => parameter.split('=')).find(([name]) => name?.trim() === 'charset');
  return charset === undefined || isUtf8(charset[1] ?? '') ? null : 'A body in this charset';
}

function isUtf8(charset: string): boolean {
  const name = charset.trim().replaceAll('"', '');
  return name === 'utf-8' || name === 'utf8';
}
