import type { FarmReply } from './reply.ts';

/** The other side of the tools: what was done there, kept with the key it was done under. A key that is known gets the first reply again. */
export class FarmWorld {
  readonly #effects = new Map<string, FarmReply>();
  readonly #keyOf = new Map<string, string>();
  readonly #gone = new Set<string>();

  /** @returns the reply; the first one when it had been done */
  effect(key: string, reply: FarmReply): FarmReply {
    const known = this.#effects.get(key);
    if (known !== undefined) return known;
    this.#effects.set(key, reply);
    this.#keyOf.set(reply.key, key);
    return reply;
  }

  /** @param named by the key of its reply */
  undo(named: string): void {
    const key = this.#keyOf.get(named);
    if (key !== undefined) this.#gone.add(key);
  }

  /** What was replied to a key; undefined: nothing was done under it. */
  replyTo(key: string): FarmReply | undefined {
    return this.#effects.get(key);
  }

  /** Keys of everything that was ever done, and of what was undone, each in the order in which it was. */
  get done(): readonly string[] {
    return [...this.#effects.keys()];
  }

  get undone(): readonly string[] {
    return [...this.#gone];
  }

  /** Keys of everything that was done and stands. */
  standing(): readonly string[] {
    return this.done.filter((key) => !this.#gone.has(key));
  }
}
