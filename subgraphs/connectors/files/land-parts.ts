import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { System } from '../../kernel/system.ts';
import type { LandedPart, PartedRead, ReadOptions, TableToRead } from '../kit/connector.ts';
import { kitErrors } from '../kit/kit.errors.ts';
import type { CopyInto } from '../objects/copy-rows.ts';
import { filePlanSchema } from './file-pages.ts';
import type { PartToLand } from './land-records.ts';
import { positionSchema } from './reading/records.ts';
import { type Stamps, stampOf } from './stamps.ts';

const LAND = new URL(`./land-bytes.worker${extname(import.meta.url)}`, import.meta.url);

/** Threads that read one file: two are faster than what loads, and each has a heap of its own. */
const READERS = 2;

/** A file in parts, cut where discovery saw that a record ends. Null: it is packed in another one, or one long list. @throws TABLE_GONE when it changed */
export async function readParts(
  system: Pick<System, 'workers'>,
  stamps: Stamps,
  folder: string,
  table: TableToRead,
  into: CopyInto,
): Promise<PartedRead | null> {
  const { layout: whole, formats, bytes, from } = filePlanSchema.parse(table.plan);
  const { splits } = whole;
  const listed = whole.kind === 'JSON' && whole.records !== 'LINES';
  if (from !== null || listed || table.key === null) return null;
  const layout = { ...whole, splits: [] };
  const names = layout.columns.map(({ name }) => name);
  const key = table.key.map((name) => names.indexOf(name));
  const file = join(folder, table.path);
  const stamp = await stamps.expected(file);
  const assertSame = async (): Promise<void> => {
    if (stamp === null || (await stampOf(file)) !== stamp) throw kitErrors.TABLE_GONE({ table: table.path });
  };
  await assertSame();
  if ((await stat(file)).size !== bytes) throw kitErrors.TABLE_GONE({ table: table.path });
  const part = (index: number): PartToLand => {
    const start = index === 0 ? null : (splits[index - 1] ?? null);
    const to = splits[index]?.byte ?? null;
    return { file, layout, formats, key, from: start && { byte: start.byte, line: start.line }, to, ordinal: start?.records ?? 0, ...into };
  };
  const spare: ArrayBuffer[] = [];
  const lanes: Promise<unknown>[] = Array.from({ length: READERS }, () => Promise.resolve());
  let taken = 0;
  const inLane = <T>(work: () => Promise<T>): Promise<T> => {
    const lane = taken++ % READERS;
    const done = (lanes[lane] ?? Promise.resolve()).then(work);
    lanes[lane] = done.catch(() => undefined);
    return done;
  };
  return {
    count: splits.length + 1,
    startOf(cursor) {
      const position = positionSchema.safeParse(cursor);
      const at = splits.findIndex(({ byte }) => position.success && byte === position.data.byte);
      return at < 0 ? null : at + 1;
    },
    cursorAfter(index) {
      const end = splits[index];
      return end === undefined ? null : { byte: end.byte, line: end.line };
    },
    read: (index: number, { signal }: ReadOptions) =>
      inLane(async () => {
        signal.throwIfAborted();
        const memory = spare.pop();
        const toLand = { ...part(index), ...(memory === undefined ? {} : { spare: memory }) };
        const options = { signal, transfer: memory === undefined ? [] : [memory] };
        const landed = await system.workers.run<PartToLand, LandedPart>(LAND, toLand, options).catch(async (error: unknown) => {
          await assertSame();
          throw error;
        });
        await assertSame();
        return { ...landed, release: () => void spare.push(landed.bytes.buffer) };
      }),
  };
}
