import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { WaitingEntry } from './journal-entry.ts';

/** Of all files of this process together. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Of one file, so that reading it back takes little memory. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;
const ENDING = '.ndjson';

const lineSchema = z.object({
  tenantId: z.uuid(),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  touched: z.array(z.string()),
});

/** Entries that could not be written yet, in files of this machine that only its user can read; bounded. */
export class Spill {
  private readonly folder: string;
  private readonly session = randomUUID();
  private file = 0;
  private fileBytes = 0;
  private bytes = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Keeps entries, at once: whoever is killed right after has them. @returns false when there is no room, or no disk; nothing is kept then */
  keep(entries: readonly WaitingEntry[]): boolean {
    const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    const size = Buffer.byteLength(text);
    if (this.bytes + size > MAX_BYTES) return false;
    if (this.fileBytes + size > MAX_FILE_BYTES) this.turnPage();
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      appendFileSync(join(this.folder, `${this.session}-${String(this.file).padStart(6, '0')}${ENDING}`), text, { mode: 0o600 });
    } catch {
      return false;
    }
    this.fileBytes += size;
    this.bytes += size;
    return true;
  }

  /**
   * Hands over what is kept, by this process or one before it, a file at a time, and removes each file when `take` has resolved. A line that was
   * cut off by a crash is passed over. @returns how many entries there were
   */
  async drain(take: (entries: WaitingEntry[]) => Promise<void>): Promise<number> {
    let taken = 0;
    for (const name of await this.names()) {
      if (name.startsWith(this.session)) this.turnPage();
      const path = join(this.folder, name);
      const text = await readFile(path, 'utf8').catch(() => '');
      const entries = text.split('\n').flatMap((line) => readLine(line));
      await take(entries);
      taken += entries.length;
      await rm(path, { force: true });
      if (name.startsWith(this.session)) this.bytes = Math.max(0, this.bytes - Buffer.byteLength(text));
    }
    return taken;
  }

  private async names(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.filter((name) => name.endsWith(ENDING)).toSorted();
  }

  private turnPage(): void {
    this.file += 1;
    this.fileBytes = 0;
  }
}

function readLine(line: string): WaitingEntry[] {
  try {
    return [lineSchema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
