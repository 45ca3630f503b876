import { connect } from 'node:net';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import { type OutboundRules, assertAllowedAddress } from '../../../kernel/outbound/allowed-address.ts';
import { planeErrors } from '../plane.errors.ts';
import { planeKind } from '../plane-kinds.ts';
import type { PlaneRef } from '../plane-ref.ts';
import type { PlaneStatus } from '../plane.type.ts';
import { PlaneHttp } from './plane-http.ts';
import { PROBES } from './probes.ts';

/** How a plane was found. */
export interface PlaneFinding {
  status: PlaneStatus;
  /** In a sentence; null when there is nothing to say. */
  reason: string | null;
  /** Milliseconds until it answered; null when it did not. */
  latencyMs: number | null;
}

/** What is slower than this is not as it should be. */
const SLOW_MS = 5_000;

/** Asks a plane how it is, in its own way; one that cannot be asked is at least connected to. Never throws for what the plane does. */
export async function lookAtPlane(plane: PlaneRef, rules: OutboundRules, signal: AbortSignal): Promise<PlaneFinding> {
  const begun = performance.now();
  try {
    const reason = await ask(plane, rules, signal);
    const latencyMs = Math.round(performance.now() - begun);
    if (reason !== null) return { status: 'DEGRADED', reason, latencyMs };
    return latencyMs > SLOW_MS
      ? { status: 'DEGRADED', reason: `It took ${latencyMs} ms to answer.`, latencyMs }
      : { status: 'UP', reason: null, latencyMs };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'PLANE_SECRET_REFUSED')
      return { status: 'DEGRADED', reason: error.message, latencyMs: Math.round(performance.now() - begun) };
    if (error instanceof DomainError) return { status: 'DOWN', reason: error.message, latencyMs: null };
    if (!signal.aborted) throw error;
    return { status: 'DOWN', reason: 'It did not answer in time.', latencyMs: null };
  }
}

/** @returns what is wrong although it answers; null: nothing */
async function ask(plane: PlaneRef, rules: OutboundRules, signal: AbortSignal): Promise<string | null> {
  const probe = PROBES[plane.kind];
  if (probe === undefined) {
    await reach(plane, rules, signal);
    return null;
  }
  const http = new PlaneHttp(plane.address, rules);
  return probe({ plane, http, rules, signal });
}

/** Connects, and no more. @throws PLANE_UNREACHABLE */
async function reach({ kind, address }: PlaneRef, rules: OutboundRules, signal: AbortSignal): Promise<void> {
  const url = new URL(address);
  const usual = planeKind(kind).protocols.some((each) => each.startsWith('kafka')) ? 9092 : 443;
  const port = url.port === '' ? usual : Number(url.port);
  const allowed = await assertAllowedAddress(url.hostname, rules);
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ host: allowed.address, port, signal });
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', (error) => reject(signal.aborted ? error : planeErrors.PLANE_UNREACHABLE({ host: url.host, why: error.message })));
  });
}
