import { hash } from 'node:crypto';

/** Tells contents apart: 162 bits of SHA-256 of the record as it lands. */
export const contentHash = (data: string | Uint8Array): string => hash('sha256', data, 'base64url').slice(0, 27);
