import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { GatewayContext } from '../context.ts';
import type { Caller } from './client-address.ts';

/** Somebody who may come in. */
export interface Admitted {
  context: GatewayContext;
  /** When it has to be asked again; null: never. */
  endsAt: Date | null;
}

/** Who a request or a socket comes from, by its headers and its address. @throws DomainError when it says to be somebody and is not */
export type Admission = (caller: Caller) => Promise<Admitted>;

const REQUEST_ID = /^[\w.:-]{1,100}$/;

/** The id the caller gave the request, when it is one, or a fresh one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const asked = headers['x-request-id'];
  return typeof asked === 'string' && REQUEST_ID.test(asked) ? asked : randomUUID();
}
