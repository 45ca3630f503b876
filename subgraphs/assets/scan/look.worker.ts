import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Moment } from '../discovery/snapshot/moment.ts';
import { momentOfSnapshot } from '../discovery/snapshot/read-snapshot.ts';

/** What there is to say of a file before its records are read. */
export interface LookedAt {
  /** SHA-256 of its bytes, in hexadecimal. */
  checksum: string;
  /** The moment it says to be of; null when it says none. */
  moment: Moment | null;
}

/** Worker thread entry: looks at one file. */
export default async function look({ path }: { path: string }): Promise<LookedAt> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { checksum: hash.digest('hex'), moment: await momentOfSnapshot(createReadStream(path, 'utf8')) };
}
