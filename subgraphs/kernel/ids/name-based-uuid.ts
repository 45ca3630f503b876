import { createHash } from 'node:crypto';

const UUID_BYTES = 16;

/**
 * The UUID that a name has within a namespace: the same two always give the same id, so a row made twice is made once.
 * Version 5 of RFC 9562 (section 5.5). @param namespace a UUID, such as the tenant's id. @throws when it is not one.
 */
export function nameBasedUuid(namespace: string, name: string): string {
  const space = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  if (space.length !== UUID_BYTES) throw new Error(`not a UUID: ${namespace}`);
  const bytes = createHash('sha1').update(space).update(name, 'utf8').digest().subarray(0, UUID_BYTES);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
