import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { formatOf } from '../discovery/formats/format-of.ts';
import { openText } from '../discovery/formats/input/open-text.ts';
import { namesApplications } from '../discovery/formats/telemetry-files.ts';
import type { Moment } from '../discovery/snapshot/moment.ts';
import { momentOfSnapshot } from '../discovery/snapshot/read-snapshot.ts';

/** What there is to say of a file before its records are read. */
export interface LookedAt {
  /** SHA-256 of its bytes, in hexadecimal. */
  checksum: string;
  /** The moment it says to be of; null when it says none. */
  moment: Moment | null;
  /** Whether it names applications by ids that other files cite: it is read before them. */
  namesApplications: boolean;
}

/** Worker thread entry: looks at one file. */
export default async function look({ path }: { path: string }): Promise<LookedAt> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { checksum: hash.digest('hex'), moment: await momentIn(path), namesApplications: await namesApplications(path) };
}

/** Only a snapshot says what moment it is of. */
async function momentIn(path: string): Promise<Moment | null> {
  const opened = await openText(createReadStream(path));
  if (opened.kind === 'REFUSED') return null;
  if (formatOf(opened.head, path).kind === 'SNAPSHOT') return momentOfSnapshot(opened.chunks);
  await opened.close();
  return null;
}
