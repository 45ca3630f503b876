const MAX_EXAMPLES = 20;
const MAX_EXAMPLE_CHARACTERS = 1_500;

/** What hostile input came to. */
export interface FuzzResult {
  requests: number;
  messages: number;
  /** Replies that say that we failed: a status of 500 or more, the code INTERNAL, or a socket closed for an internal error. */
  serverErrors: number;
  /** Times that the server was gone. */
  crashes: number;
  slowestMs: number;
}

/** Collects what happened, with examples of what should not have. */
export class Findings {
  readonly result: FuzzResult = { requests: 0, messages: 0, serverErrors: 0, crashes: 0, slowestMs: 0 };
  /** The first inputs that the server failed on, and the first that took long, to be looked into. */
  readonly failures: string[] = [];
  readonly slow: string[] = [];
  /** How often each status or close code came. */
  readonly outcomes = new Map<string, number>();
  private readonly slowMs: number;

  /** @param slowMs what takes longer is an example */
  constructor(slowMs: number) {
    this.slowMs = slowMs;
  }

  count(outcome: string): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }

  timed(took: number, input: () => string): void {
    if (took > this.result.slowestMs) this.result.slowestMs = Math.round(took);
    if (took > this.slowMs) keep(this.slow, `${Math.round(took)} ms: ${input()}`);
  }

  failed(what: string, input: () => string): void {
    this.result.serverErrors++;
    keep(this.failures, `${what}: ${input()}`);
  }
}

function keep(examples: string[], text: string): void {
  if (examples.length < MAX_EXAMPLES) examples.push(text.slice(0, MAX_EXAMPLE_CHARACTERS));
}

export const SERVER_FAULT = /"code":"(?:INTERNAL|INTERNAL_SERVER_ERROR)"/;

/** Code of the first error in a reply; empty when there is none. */
export function codeIn(text: string): string {
  return /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? '';
}
