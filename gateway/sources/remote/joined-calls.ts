import type { Reply } from './pending-reply.ts';

/** Counts the mutations of this process: what was asked before one is no answer to who asks after it. */
let epoch = 0;

/** A mutation begins or has ended: who asks from now on is not told what others asked for before. */
export function partQueries(): void {
  epoch += 1;
}

interface Flight {
  caller: string;
  epoch: number;
  reply: Promise<Reply>;
}

/** Queries under way: who asks the same on behalf of an equal caller waits for the same reply, and reads it by himself. */
export class JoinedCalls {
  private readonly flights = new Map<string, Flight>();

  /** The reply to the query with this body, which is asked for when nobody has. */
  ask(body: string, caller: string, send: () => Promise<Reply>): Promise<Reply> {
    const known = this.flights.get(body);
    if (known !== undefined) return known.epoch === epoch && known.caller === caller ? known.reply : send();
    const flight: Flight = { caller, epoch, reply: send() };
    this.flights.set(body, flight);
    const landed = (): void => void this.flights.delete(body);
    flight.reply.then(landed, landed);
    return flight.reply;
  }
}
