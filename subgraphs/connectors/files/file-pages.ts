import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import type { Page, TableToRead } from '../kit/connector.ts';
import { kitErrors } from '../kit/kit.errors.ts';
import type { LandingStep, LandingStepInput } from './land.ts';
import { tableLayoutSchema } from './reading/layout.ts';
import { type Position, positionSchema } from './reading/records.ts';
import { type Stamps, stampOf } from './stamps.ts';
import { columnFormatSchema } from './typing/column-format.ts';
import { packingSchema } from './unpacking/packing.ts';
import { openScratchFolder } from './unpacking/scratch-folder.ts';
import type { TextToUnpack } from './unpacking/unpack.worker.ts';

const extension = extname(import.meta.url);
const LAND = new URL(`./land.worker${extension}`, import.meta.url);
const UNPACK = new URL(`./unpacking/unpack.worker${extension}`, import.meta.url);

/** How to read a table, as discovery found it. */
export const filePlanSchema = z.object({
  layout: tableLayoutSchema,
  formats: z.array(columnFormatSchema),
  /** Size of its text. */
  bytes: z.number(),
  /** The file it is packed in, below the connection's folder; null: it is a file itself. */
  from: z.object({ file: z.string(), packing: packingSchema }).nullable().default(null),
});
export type FilePlan = z.infer<typeof filePlanSchema>;

/** The records of one table of a folder. @throws TABLE_GONE when its file went or changed since it was discovered, so that nothing of two files mixes */
export async function* readPages(
  system: Pick<System, 'config' | 'workers'>,
  stamps: Stamps,
  folder: string,
  table: TableToRead,
  signal: AbortSignal,
): AsyncGenerator<Page> {
  const plan = filePlanSchema.parse(table.plan);
  const file = join(folder, plan.from?.file ?? table.path);
  const stamp = await stamps.expected(file);
  const assertSame = async (): Promise<void> => {
    if (stamp === null || (await stampOf(file)) !== stamp) throw kitErrors.TABLE_GONE({ table: table.path });
  };
  await assertSame();
  if (plan.from === null) {
    if ((await stat(file)).size !== plan.bytes) throw kitErrors.TABLE_GONE({ table: table.path });
    yield* readText(system, file, plan, table, signal, assertSame);
    return;
  }
  await using scratch = await openScratchFolder(system.config.dataFolder);
  const text = join(scratch.path, 'table.text');
  const { packing } = plan.from;
  const unpacked = await system.workers.run<TextToUnpack, { bytes: number } | { reason: string }>(
    UNPACK,
    { file, packing, text },
    { signal },
  );
  await assertSame();
  if ('reason' in unpacked || unpacked.bytes !== plan.bytes) throw kitErrors.TABLE_GONE({ table: table.path });
  yield* readText(system, text, plan, table, signal, assertSame);
}

async function* readText(
  system: Pick<System, 'workers'>,
  file: string,
  { layout, formats, bytes }: FilePlan,
  table: TableToRead,
  signal: AbortSignal,
  assertSame: () => Promise<void>,
): AsyncGenerator<Page> {
  const names = layout.columns.map((column) => column.name);
  const { screening } = table;
  const key = table.key?.map((name) => names.indexOf(name)) ?? null;
  const step = (from: Position | null): Promise<LandingStep> =>
    system.workers.run<LandingStepInput, LandingStep>(LAND, { file, layout, formats, key, from, screening }, { signal });
  let ahead: Promise<LandingStep> | null = step(table.from === null ? null : positionSchema.parse(table.from));
  while (ahead !== null) {
    const { next, ...page }: LandingStep = await ahead.catch(async (error: unknown) => {
      // A file that is no longer there, or another one by now, costs only itself.
      await assertSame();
      throw error;
    });
    await assertSame();
    // The next step is read while this one is being written.
    ahead = next === null ? null : step(next);
    ahead?.catch(() => undefined);
    yield { ...page, cursor: next, watermark: null, progress: next === null || bytes === 0 ? 1 : Math.min(1, next.byte / bytes) };
  }
}
