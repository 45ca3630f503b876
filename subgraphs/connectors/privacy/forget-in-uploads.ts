import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Touched } from '../../kernel/privacy/place.ts';
import type { Subject } from '../../kernel/privacy/subject/subject.ts';
import type { System } from '../../kernel/system.ts';
import { TEMPORARY, uploadsOf } from '../uploads/upload-location.ts';

/** A line longer than this is looked at in pieces. */
const MAX_LINE_CHARACTERS = 1_000_000;
const SAMPLE_BYTES = 65_536;
const SUFFIX = '.forgetting';
/** Not texts: to write in them as if they were would only damage them. What comes in from them is screened all the same. */
const PACKED = /\.(?:gz|parquet|xls[xmb]?|ods|zip|7z)$/iu;

/** Takes a person out of all files that were uploaded, as data or as telemetry: these are ours; folders and databases that were only connected are not. */
export async function forgetInUploads(
  { config }: Pick<System, 'config'>,
  { tenantId, subject }: Touched,
  signal: AbortSignal,
): Promise<void> {
  const entries = await readdir(uploadsOf(config.dataFolder, tenantId), { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries.filter((each) => each.isFile() && isWhole(each.name))) {
    signal.throwIfAborted();
    await rewrite(join(entry.parentPath, entry.name), subject);
  }
}

const isWhole = (name: string): boolean => !name.startsWith(TEMPORARY) && !name.endsWith(SUFFIX) && !PACKED.test(name);

/** Writes the file anew beside itself and puts it in its place when somebody was in it; killed in between, the old one is there still. */
async function rewrite(path: string, subject: Subject): Promise<void> {
  const encoding = await encodingOf(path);
  const beside = `${path}${SUFFIX}`;
  const found = { any: false };
  await pipeline(
    createReadStream(path, { encoding }),
    (chunks: AsyncIterable<string>) => withoutSubject(chunks, subject, found),
    createWriteStream(beside, { encoding }),
  );
  await (found.any ? rename(beside, path) : rm(beside, { force: true }));
}

async function* withoutSubject(chunks: AsyncIterable<string>, subject: Subject, found: { any: boolean }): AsyncGenerator<string> {
  const replaced = (text: string): string => {
    const changed = subject.text(text);
    found.any ||= changed !== null;
    return changed?.text ?? text;
  };
  let rest = '';
  for await (const chunk of chunks) {
    const text = rest + chunk;
    const end = text.length > MAX_LINE_CHARACTERS ? text.length : text.lastIndexOf('\n') + 1;
    if (end > 0) yield replaced(text.slice(0, end));
    rest = text.slice(end);
  }
  if (rest !== '') yield replaced(rest);
}

/** How its bytes are read and written so that all others stay as they are. */
async function encodingOf(path: string): Promise<'utf8' | 'utf16le' | 'latin1'> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
  const sample = buffer.subarray(0, bytesRead);
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf16le';
  // The last character may be cut in two.
  return sample.toString('utf8').slice(0, -4).includes('\uFFFD') ? 'latin1' : 'utf8';
}
