import type { Batch } from './batch.ts';
import type { Answers } from './entity-fetch.ts';
import type { Entity } from './run.ts';

/** Where the answer for a representation is, or will be: in which request's reply, at which index. Keyed by the representation's key. */
export type KnownAnswers = Map<string, { reply: Promise<Answers>; index: number }>;

/** Which entities of a batch (`at`) are answered at which index of a reply. */
export type Answered = readonly { at: number; index: number }[];

/**
 * Asks only for those entities of a batch that no other fetch of this run has asked the same of.
 * @returns each reply to wait for, with the entities that it answers
 */
export function askUnknown(
  batch: Batch,
  known: KnownAnswers,
  ask: (representations: Entity[], firsts: readonly Entity[]) => Promise<Answers>,
): Map<Promise<Answers>, { at: number; index: number }[]> {
  const missing = batch.keys.flatMap((key, at) => (known.has(key) ? [] : [at]));
  if (missing.length > 0) {
    const representations = missing.flatMap((at): Entity[] => batch.representations.slice(at, at + 1));
    const firsts = missing.flatMap((at): Entity[] => batch.firsts.slice(at, at + 1));
    const reply = ask(representations, firsts);
    for (const [index, at] of missing.entries()) known.set(batch.keys[at] ?? '', { reply, index });
  }
  const replies = new Map<Promise<Answers>, { at: number; index: number }[]>();
  for (const [at, key] of batch.keys.entries()) {
    const answer = known.get(key);
    if (answer === undefined) continue;
    const answered = replies.get(answer.reply);
    if (answered === undefined) replies.set(answer.reply, [{ at, index: answer.index }]);
    else answered.push({ at, index: answer.index });
  }
  return replies;
}
