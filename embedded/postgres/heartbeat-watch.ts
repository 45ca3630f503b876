import type { Heartbeat } from './ipc.ts';

/** The deadline is looked at this many times, and only looks without a sign of life in between count: a machine that slept makes one such look, not all. */
const LOOKS = 8;

/**
 * Watches the child's signs of life. PGlite runs a statement to its end without a break, so a child that says nothing for
 * the deadline is a child in one long statement; nothing but ending the process ends that.
 */
export class HeartbeatWatch {
  onStuck: () => void = () => {};
  #silentLooks = 0;
  #paused = true;
  #last: Heartbeat | null = null;
  #lastAtMs = performance.now();
  readonly #timer: NodeJS.Timeout;

  constructor(deadlineMs: number) {
    this.#timer = setInterval(() => this.#look(), deadlineMs / LOOKS).unref();
  }

  get status(): { readonly ageMs: number; readonly last: Heartbeat | null } {
    return { ageMs: performance.now() - this.#lastAtMs, last: this.#last };
  }

  beat(heartbeat: Heartbeat): void {
    this.#last = heartbeat;
    this.#lastAtMs = performance.now();
    this.#silentLooks = 0;
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#silentLooks = 0;
    this.#lastAtMs = performance.now();
  }

  stop(): void {
    this.#paused = true;
    clearInterval(this.#timer);
  }

  #look(): void {
    if (this.#paused) return;
    this.#silentLooks += 1;
    if (this.#silentLooks > LOOKS) this.onStuck();
  }
}
