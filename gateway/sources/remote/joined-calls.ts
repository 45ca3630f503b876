import type { Answer } from './read-answer.ts';

/** Counts the mutations of this process: what was asked before one is no answer to who asks after it. */
let epoch = 0;

/** A mutation begins or has ended: who asks from now on is not told what others asked for before. */
export function partQueries(): void {
  epoch += 1;
}

interface Flight {
  caller: string;
  epoch: number;
  answer: Promise<Answer>;
  /** Who still waits for it. */
  readers: number;
}

/** Queries under way: who asks the same on behalf of an equal caller waits for the same answer, and is given one of his own. */
export class JoinedCalls {
  private readonly flights = new Map<string, Flight>();

  /** The answer to the query with this body, which is asked for when nobody has. */
  ask(body: string, caller: string, send: () => Promise<Answer>): Promise<Answer> {
    const known = this.flights.get(body);
    if (known === undefined) return this.depart(body, { caller, epoch, answer: send(), readers: 1 });
    return known.epoch === epoch && known.caller === caller ? join(known) : send();
  }

  private async depart(body: string, flight: Flight): Promise<Answer> {
    this.flights.set(body, flight);
    try {
      return take(flight, await flight.answer);
    } finally {
      this.flights.delete(body);
    }
  }
}

async function join(flight: Flight): Promise<Answer> {
  flight.readers += 1;
  return take(flight, await flight.answer);
}

/** Everybody but the last is given a copy, which is four times as fast as reading the text again. */
function take(flight: Flight, answer: Answer): Answer {
  flight.readers -= 1;
  return flight.readers === 0 ? answer : copyOf(answer);
}

/** A copy of what JSON can hold. */
function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy = { ...(value as Record<string, unknown>) };
  for (const key in copy) {
    const inner = copy[key];
    if (typeof inner === 'object' && inner !== null) copy[key] = copyOf(inner);
  }
  return copy as T;
}
