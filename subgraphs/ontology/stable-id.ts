import { createHash } from 'node:crypto';

/** A uuid (version 5 in form, SHA-1) that follows from its parts alone: the same parts always name the same thing. */
export function stableId(...parts: readonly string[]): string {
  const hex = createHash('sha1').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
