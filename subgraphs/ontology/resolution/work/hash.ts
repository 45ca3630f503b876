import { hash } from 'node:crypto';

/** A text as a signed number of 64 bits, in decimals as PostgreSQL takes it. */
export function crypto64(text: string): string {
  return hash('sha1', text, 'buffer').readBigInt64BE().toString();
}
