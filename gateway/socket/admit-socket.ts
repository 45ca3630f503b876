import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { AccessWatch } from '../door/access-watch.ts';
import type { RequestJournal } from '../plugins/request-journal.ts';
import type { Admission } from '../door/admission.ts';
import { callerOf } from '../door/client-address.ts';
import { noted } from '../limits/count-call.ts';
import type { GatewayLimits } from '../limits/gateway-limits.ts';
import { newTicket } from '../limits/ticket.ts';
import { CLOSE } from './close-codes.ts';
import type { Headcount } from './headcount.ts';
import type { OpenSocket } from './open-socket.ts';
import { SocketSession } from './socket-session.ts';

const MAX_PARAMETERS = 50;
const MAX_PARAMETER_LENGTH = 8_192;

/** What a client says of itself in `connection_init`: headers that a browser cannot put on a WebSocket. What is no text is not for us. */
const parametersSchema = z
  .record(z.string(), z.unknown())
  .refine((parameters) => Object.keys(parameters).length <= MAX_PARAMETERS)
  .transform((parameters) =>
    Object.fromEntries(
      Object.entries(parameters).flatMap(([name, value]) => (typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [])),
    ),
  )
  .refine((headers) => Object.values(headers).every((value) => value.length <= MAX_PARAMETER_LENGTH));

/** Headers that say how a request came and not what its sender wants to be. */
const NOT_TO_SAY = new Set(['host', 'origin', 'cookie', 'x-request-id', 'x-forwarded-for']);

/** Lets in whoever may come in, with what `connection_init` said, or closes the socket with the reason. @returns whether it is let in */
export async function admitSocket(
  open: OpenSocket,
  parameters: unknown,
  deps: {
    admission: Admission;
    access: AccessWatch;
    headcount: Headcount;
    clock: () => Date;
    proxies: number;
    requests: Pick<RequestJournal, 'refused' | 'refusedStranger'>;
    /** What is counted; null: nothing. */
    counting: GatewayLimits | null;
  },
): Promise<boolean> {
  const said = parametersSchema.safeParse(parameters ?? {});
  if (!said.success) return open.close(CLOSE.UNAUTHENTICATED, 'UNAUTHENTICATED');
  const { address } = callerOf(open.request, deps.proxies);
  try {
    const { context, endsAt } = await deps.admission({ headers: headersOf(open, said.data), address }).catch((error: unknown) => {
      deps.requests.refusedStranger(address, 'SOCKET', error);
      throw error;
    });
    const session = new SocketSession({ context: { ...context, localOwner: false }, endsAt }, address ?? 'unknown', deps);
    const refusal = session.refusal();
    if (refusal !== null) {
      deps.requests.refused(context, 'SOCKET', refusal);
      throw refusal;
    }
    return open.admit(session, deps.headcount) || open.close(CLOSE.TOO_MANY, 'TOO_MANY_SOCKETS');
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Whoever guesses tokens is counted as log-ins are, by whatever way they come.
    const call = await noted(deps.counting?.failure({ clientAddress: address }, 'WRITE') ?? null, newTicket());
    if (call?.drawn.allowed === false) return open.close(CLOSE.TOO_MANY, 'RATE_LIMITED');
    return open.close(error.code === 'FORBIDDEN' ? CLOSE.FORBIDDEN : CLOSE.UNAUTHENTICATED, error.code);
  }
}

function headersOf({ request }: OpenSocket, said: Readonly<Record<string, string>>): IncomingHttpHeaders {
  const told = Object.fromEntries(Object.entries(said).filter(([name]) => !NOT_TO_SAY.has(name)));
  return { ...request.headers, ...told };
}
