import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import exceljs from 'exceljs';
import type { DiscoveredFile } from '../discover.ts';
import discoverOnThread from '../discover.worker.ts';
import { landingStep } from '../land.ts';
import { unpackAgain } from './unpack.ts';

export type Workbook = exceljs.Workbook;

const root = mkdtempSync(join(tmpdir(), 'unpacking-'));
let folders = 0;

export const removeAll = (): void => rmSync(root, { recursive: true, force: true });

/** What discovery makes of files with these bytes, by path. */
export async function discovered(files: Record<string, Uint8Array | string>): Promise<Record<string, DiscoveredFile>> {
  const folder = join(root, String(folders++));
  const into = join(folder, 'into');
  mkdirSync(into, { recursive: true });
  const listed = Object.entries(files).map(([path, content]) => {
    writeFileSync(join(folder, path), content);
    return { file: join(folder, path), path };
  });
  const found = await discoverOnThread({ files: listed, into });
  return Object.fromEntries(found.map((one) => [one.path, one]));
}

/** A workbook as bytes. */
export async function workbookWith(fill: (workbook: Workbook) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Names and types of a found table's columns. */
export function typesOf(one: DiscoveredFile | undefined): Record<string, string> {
  if (one?.found.kind !== 'TABLE') throw new Error(`no table: ${JSON.stringify(one?.found)}`);
  return Object.fromEntries(one.found.columns.map(({ name, type }) => [name, type]));
}

/** What lands of a found table, and what is set aside: its text is unpacked once more, as a sync does. */
export async function landed(
  one: DiscoveredFile | undefined,
): Promise<{ records: Record<string, unknown>[]; bad: { line: number; code: string }[] }> {
  if (one?.found.kind !== 'TABLE') throw new Error(`no table: ${JSON.stringify(one?.found)}`);
  const { layout, formats } = one.found;
  let file = one.file.file;
  if (one.file.unpacked?.packing != null) {
    file = join(root, `${folders++}-${basename(one.file.file)}.text`);
    await unpackAgain(one.file.file, one.file.unpacked.packing, file);
  }
  const records: Record<string, unknown>[] = [];
  const bad: { line: number; code: string }[] = [];
  for (let from: Parameters<typeof landingStep>[0]['from'] = null; ;) {
    const step = landingStep({ file, layout, formats, key: null, from, stepBytes: 64 * 1024 });
    records.push(...step.records.map(({ data }) => JSON.parse(data) as Record<string, unknown>));
    bad.push(...step.bad.map(({ line, code }) => ({ line, code })));
    if (step.next === null) return { records, bad };
    from = step.next;
  }
}

/** Why a file is no table. */
export function skipOf(one: DiscoveredFile | undefined): string {
  if (one?.found.kind !== 'SKIPPED') throw new Error('it is a table');
  return one.found.code;
}
