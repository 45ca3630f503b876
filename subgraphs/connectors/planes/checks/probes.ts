import { z } from 'zod';
import type { DomainError } from '../../../kernel/errors/domain-error.ts';
import type { OutboundRules } from '../../../kernel/outbound/allowed-address.ts';
import { awsCall } from '../buses/eventbridge/aws-call.ts';
import { connectNats } from '../buses/nats/nats-session.ts';
import { airbyteHeaders } from '../jobs/airbyte.ts';
import { trayJobs } from '../jobs/tray.ts';
import type { FabricPlaneKind } from '../plane-kinds.ts';
import type { PlaneRef } from '../plane-ref.ts';
import { consumerHeaders } from '../transport/kong.ts';
import { transportOf } from '../transport/transport-of.ts';
import type { PlaneHttp } from './plane-http.ts';

export interface Probing {
  plane: PlaneRef;
  http: PlaneHttp;
  rules: OutboundRules;
  signal: AbortSignal;
}

/** Asks a plane of one kind how it is. @returns what is wrong although it answers; null: nothing. @throws DomainError when it is away or lets nobody in */
export type Probe = (probing: Probing) => Promise<string | null>;

const anything = z.unknown();

/** Kong: its Status API where we may ask it, else a route that is not there, which only Kong answers as Kong does. */
const kong: Probe = async ({ plane, http, rules, signal }) => {
  const status = plane.settings['statusAddress'];
  if (status !== undefined) {
    const { database } = await http.json({ path: `${status.replace(/\/+$/u, '')}/status` }, z.object({ database: z.object({ reachable: z.boolean() }).optional() }), signal); // prettier-ignore
    return database?.reachable === false ? 'Kong does not reach its database.' : null;
  }
  const reply = await http.raw({ path: '/autonomos-looks-for-kong', headers: consumerHeaders(plane.settings, plane.secret) }, signal);
  return said(plane, transportOf(plane, rules).failureOf(reply.status, reply.headers, reply.text), 'Kong');
};

const apigee: Probe = async ({ plane, http, rules, signal }) => {
  const transport = transportOf(
    { ...plane, settings: { ...plane.settings, routes: 'autonomos.invalid=/autonomos-looks-for-apigee' } },
    rules,
  );
  const { url, headers } = await transport.rewrite(new URL('https://autonomos.invalid/'), {}, signal);
  const reply = await http.raw({ path: url.href, headers }, signal);
  return said(plane, transport.failureOf(reply.status, reply.headers, reply.text), 'Apigee');
};

/** A gateway that says in its own words that there is no such route is there and lets us in. */
function said(plane: PlaneRef, failure: DomainError | null, product: string): string | null {
  if (failure === null) return `What answers at ${new URL(plane.address).host} does not answer as ${product} does.`;
  if (failure.code === 'PLANE_ROUTE_REFUSED') return null;
  if (failure.code === 'PLANE_SECRET_REFUSED') throw failure;
  return failure.message;
}

const nats: Probe = async ({ plane, rules }) => {
  const { address, secret, settings } = plane;
  const connection = await connectNats({ address, secret, settings, owner: null }, rules);
  try {
    const { jetstream = false } = connection.info ?? {};
    return jetstream ? null : 'JetStream is not switched on there.';
  } finally {
    await connection.close();
  }
};

/** One question that only somebody who is let in is answered. */
function asked(path: string): Probe {
  return async ({ plane, http, signal }) => {
    await http.json({ path, headers: { authorization: `Bearer ${plane.secret ?? ''}` } }, anything, signal);
    return null;
  };
}

/** How each kind is asked; one without an entry is connected to and no more. */
export const PROBES: Readonly<Partial<Record<FabricPlaneKind, Probe>>> = {
  KONG: kong,
  APIGEE: apigee,
  NATS: nats,
  /** A bus whose keys we have is described; of one that only delivers to us just the endpoint is asked. */
  async EVENTBRIDGE({ plane, http, signal }) {
    if (plane.settings['accessKeyId'] === undefined) await http.raw({ path: '/' }, signal);
    else await awsCall(plane, http, 'DescribeEventBus', { Name: plane.settings['bus'] ?? 'default' }, signal);
    return null;
  },
  WORKATO: asked('/api/users/me'),
  CELIGO: asked('/v1/tokenInfo'),
  async TRAY({ plane, http, signal }) {
    await trayJobs({ plane, http, limit: 1, signal });
    return null;
  },
  async AIRBYTE({ plane, http, signal }) {
    const headers = await airbyteHeaders(plane, http, signal);
    await http.json({ path: '/jobs', query: { limit: 1 }, headers }, anything, signal);
    return null;
  },
};
