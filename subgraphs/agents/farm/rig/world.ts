import type { Json } from '../../workflows/json.ts';

/** The other side of the tools: what was done there, kept with the key it was done under. A key that is known gets the first reply again. */
export class FarmWorld {
  private readonly effects = new Map<string, { reply: Json; times: number }>();
  private readonly gone = new Set<string>();

  /** @returns the reply; the first one when it had been done */
  effect(key: string, reply: Json): Json {
    const known = this.effects.get(key);
    if (known !== undefined) return known.reply;
    this.effects.set(key, { reply, times: 1 });
    return reply;
  }

  undo(key: string): void {
    this.gone.add(key);
  }

  /** What was replied to a key; undefined: nothing was done under it. */
  replyTo(key: string): Json | undefined {
    return this.effects.get(key)?.reply;
  }

  /** Keys of everything that was done and stands. */
  standing(): readonly string[] {
    return [...this.effects.keys()].filter((key) => !this.gone.has(key));
  }
}
