/** Asks that are answered many at a time: those that come while others are under way go together with the next. */
export class Gathered<Ask, Answer> {
  readonly #work: (asks: readonly Ask[]) => Promise<readonly Answer[]>;
  readonly #bounds: { atOnce: number; atMost: number };
  readonly #waiting: { ask: Ask; resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = [];
  #underWay = 0;
  #comes = false;

  /**
   * @param work answers as many as it was asked, in their order; what it throws all of them are told
   * @param bounds `atOnce`: so many times side by side; `atMost`: so many asks each time
   */
  constructor(work: (asks: readonly Ask[]) => Promise<readonly Answer[]>, bounds: { atOnce: number; atMost: number }) {
    this.#work = work;
    this.#bounds = bounds;
  }

  get isIdle(): boolean {
    return this.#underWay === 0 && this.#waiting.length === 0;
  }

  ask(ask: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ask, resolve, reject });
      this.#goSoon();
    });
  }

  /** After everything that is ready now has asked: what was answered together asks again together. */
  #goSoon(): void {
    if (this.#comes || this.#waiting.length === 0 || this.#underWay >= this.#bounds.atOnce) return;
    this.#comes = true;
    setImmediate(() => {
      this.#comes = false;
      void this.#go();
    });
  }

  async #go(): Promise<void> {
    const those = this.#waiting.splice(0, this.#bounds.atMost);
    this.#underWay += 1;
    try {
      const answers = await this.#work(those.map(({ ask }) => ask));
      for (const [place, { resolve, reject }] of those.entries()) {
        const answer = answers[place];
        if (answer === undefined) reject(new Error('an ask was not answered'));
        else resolve(answer);
      }
    } catch (error) {
      for (const { reject } of those) reject(error);
    }
    this.#underWay -= 1;
    this.#goSoon();
  }
}
