import type { OutboundRules } from '../../../kernel/outbound/allowed-address.ts';
import { DIRECT, type Transport } from '../../kit/transport.ts';
import type { PlaneRef } from '../plane-ref.ts';
import { apigeeTransport } from './apigee.ts';
import { kongTransport } from './kong.ts';

/** The way of requests to a source: through its gateway, or straight where its plane carries no requests. */
export function transportOf(plane: PlaneRef | null | undefined, rules: OutboundRules): Transport {
  switch (plane?.kind) {
    case 'KONG':
      return kongTransport(plane);
    case 'APIGEE':
      return apigeeTransport(plane, rules);
    default:
      return DIRECT;
  }
}
