import { appendFile } from 'node:fs/promises';

/** What one part of the suite looked at; the parts are added up. */
export interface IsolationFigures {
  /** Fields of the graph. */
  fields: number;
  /** Of these, those that strangers asked for and their owner saw. */
  probed: number;
  /** Places where something of one tenant came to another, or to nobody. */
  leaks: number;
  /** Guards that were taken away, one at a time. */
  mutants: number;
  /** Of these, those whose absence was found. */
  caught: number;
}

/** File the figures go to, a line of JSON each; set by `npm run isolation`. */
export const REPORT_VARIABLE = 'ISOLATION_REPORT';

/** Hands figures to whoever runs the suite as a command; nothing where it runs as tests. */
export async function report(figures: Partial<IsolationFigures>): Promise<void> {
  const file = process.env[REPORT_VARIABLE];
  if (file !== undefined) await appendFile(file, `${JSON.stringify(figures)}\n`);
}
