/** The variables of an operation that is being written. */
export class Variables {
  readonly values: Record<string, unknown> = {};
  readonly #definitions = new Map<string, string>();

  /** A variable of the type: sent, left to its default, or not there at all. */
  add(type: string, choice: number, value: unknown, literal: string): string {
    const name = `v${this.#definitions.size}`;
    const [isSent, hasDefault] = [choice % 3 !== 0, choice % 4 === 0];
    this.#definitions.set(name, `$${name}: ${type}${hasDefault ? ` = ${literal}` : ''}`);
    if (isSent) this.values[name] = choice % 7 === 0 ? null : value;
    return name;
  }

  /** A variable for a condition; the same choice is the same variable. */
  flag(choice: number): string {
    const name = `b${choice}`;
    const isDefault = choice % 3 === 0;
    this.#definitions.set(name, `$${name}: Boolean! ${isDefault ? `= ${String(choice % 2 === 0)}` : ''}`);
    if (!isDefault) this.values[name] = choice % 4 < 2;
    return name;
  }

  definitions(): string {
    return this.#definitions.size === 0 ? '' : `(${[...this.#definitions.values()].join(', ')})`;
  }
}
