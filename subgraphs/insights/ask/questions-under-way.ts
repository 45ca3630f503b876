import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { WAITS_EACH } from '../progress/few-each.ts';
import { Watched } from '../progress/watched.ts';
import type { Asked } from './ask.service.ts';
import type { AskStage, AskTell } from './asking-steps.ts';

/** How long a question may be asked for without anybody coming back for it. */
const KEPT_MS = 60_000;
/** People who have questions. */
const MAX_PEOPLE = 1_000;

/** A question that is being answered. */
export interface Asking {
  run: string;
  seen: Watched<{ steps: { stage: AskStage; beganAt: number }[]; written: string }>;
  result: Promise<Asked>;
}

/** The questions that are being answered: a few of each person, as many as they have windows open; one asked in two of them is answered once. */
export class QuestionsUnderWay {
  readonly #people = new LRUCache<string, LRUCache<string, Asking>>({ max: MAX_PEOPLE, ttl: KEPT_MS, updateAgeOnGet: true });

  /** The question as it is being answered already, or from now on. @param who the person, in their role @param what the question, with what it follows */
  begin(who: string, what: string, answer: (tell: AskTell) => Promise<Asked>): Asking {
    const theirs = this.#people.get(who) ?? new LRUCache<string, Asking>({ max: WAITS_EACH, ttl: KEPT_MS, updateAgeOnGet: true });
    this.#people.set(who, theirs);
    const known = theirs.get(what);
    if (known !== undefined) return known;
    const began = performance.now();
    const seen: Asking['seen'] = new Watched({ steps: [], written: '' });
    const result = answer({
      stage: (stage) =>
        seen.tell({ ...seen.state, steps: [...seen.state.steps, { stage, beganAt: Math.round(performance.now() - began) }] }),
      text: (piece) => seen.tell({ ...seen.state, written: seen.state.written + piece }),
    }).finally(() => seen.end());
    const asking = { run: randomUUID(), seen, result };
    // Whoever waits is told what went wrong; where nobody does, nobody is.
    result.catch(() => this.forget(who, what, asking));
    theirs.set(what, asking);
    return asking;
  }

  /** A result is handed over once: rules about who sees what may be others by the next time. */
  forget(who: string, what: string, asking: Asking): void {
    const theirs = this.#people.get(who);
    if (theirs?.get(what) === asking) theirs.delete(what);
  }
}
