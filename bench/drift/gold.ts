import { z } from 'zod';

const goldSchema = z.object({ schema: z.string(), old: z.string(), new: z.string(), kind: z.string(), effective: z.string().default('') });

/** A field that is known to have taken the place of another one. */
export type GoldSuccessor = z.infer<typeof goldSchema>;

/** Reads the known successors: a CSV with a header; its cells hold neither quotes nor commas. */
export function readGold(text: string): GoldSuccessor[] {
  const [head = '', ...lines] = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const names = head.replace(/^\uFEFF/u, '').split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return goldSchema.parse(Object.fromEntries(names.map((name, index) => [name.trim(), cells[index]?.trim() ?? ''])));
  });
}

/** Whether a field is the successor: itself, or what it stands in where nested fields are not told apart. */
export const isSuccessor = (path: string, gold: GoldSuccessor): boolean =>
  gold.new.split('|').some((name) => name === path || name.startsWith(`${path}.`) || name.startsWith(`${path}[`));
