import type { FlowEvent } from '../machine/flow-event.ts';
import { Inbox } from './inbox.ts';
import type { Settled } from './settlement.ts';

/** Something that happened to a run, with what is kept of it. */
export interface News {
  event: FlowEvent;
  settled?: Settled;
}

/** What is being done for a run right now, each until what came of it is in the inbox. An error of one ends the whole. */
export class UnderWay {
  readonly inbox = new Inbox<News>();
  readonly #calls = new Map<string, AbortController>();
  readonly #over = new AbortController();
  #asides = 0;

  get isEmpty(): boolean {
    return this.#calls.size === 0;
  }

  /** Begins a call; it is known by its path. */
  call(path: string, work: (stop: AbortSignal) => Promise<News>): void {
    const stop = new AbortController();
    this.#calls.set(path, stop);
    void this.#answered(path, async () => {
      const news = await work(stop.signal);
      if (!this.#over.signal.aborted) this.inbox.put(news);
    });
  }

  /** Begins something that is done beside, and answered later by somebody else. */
  aside(work: () => Promise<FlowEvent | null>): void {
    const aside = `aside ${(this.#asides += 1)}`;
    this.#calls.set(aside, new AbortController());
    void this.#answered(aside, async () => {
      const event = await work();
      if (event === null) this.inbox.nudge();
      else this.tell(event);
    });
  }

  tell(event: FlowEvent): void {
    this.inbox.put({ event });
  }

  /** Tells a call to stop. @returns false when none of this path is under way */
  stop(path: string): boolean {
    const call = this.#calls.get(path);
    call?.abort();
    return call !== undefined;
  }

  /** Nobody waits for any of it any more. */
  end(): void {
    this.#over.abort();
    for (const call of this.#calls.values()) call.abort();
  }

  /** It is under way until it has put in what came of it. */
  async #answered(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.inbox.break(error);
    } finally {
      this.#calls.delete(name);
    }
  }
}
