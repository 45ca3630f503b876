import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = 'demo.json';
const demoFileSchema = z.object({
  /** LOADING: to be filled, from the start or from where it stopped. REMOVED: somebody did not want it; it does not come back by itself. */
  state: z.enum(['LOADING', 'READY', 'REMOVED']),
  /** Where its vendors are served: later syncs look for them there. 0 before they were. */
  port: z.int().nonnegative(),
});
export type DemoFile = z.infer<typeof demoFileSchema>;

/** What the data folder remembers of the demo company; null when it never had one. */
export async function readDemoFile(dataFolder: string): Promise<DemoFile | null> {
  const text = await readFile(join(dataFolder, FILE), 'utf8').catch(() => null);
  try {
    return text === null ? null : demoFileSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Written whole: a crash leaves the old or the new one. */
export async function writeDemoFile(dataFolder: string, content: DemoFile): Promise<void> {
  const path = join(dataFolder, FILE);
  await writeFile(`${path}.new`, JSON.stringify(content), { mode: 0o600 });
  await rename(`${path}.new`, path);
}
