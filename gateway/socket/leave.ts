import { setTimeout as pause } from 'node:timers/promises';
import type { OpenSocket } from './open-socket.ts';
import type { SocketLimits } from './socket-limits.ts';

/** Between two groups of sockets that are sent elsewhere, in milliseconds. */
const STEP_MS = 50;

/**
 * Sends all sockets elsewhere, in any order, spread over a time that grows with their number: everybody comes back at once to those who are
 * left, and this many they can take.
 */
export async function sendElsewhere(sockets: readonly OpenSocket[], limits: SocketLimits): Promise<void> {
  const waiting = sockets.map((socket) => ({ socket, place: Math.random() })).toSorted((one, other) => one.place - other.place);
  const spreadMs = Math.min(limits.leavingMs, (waiting.length / limits.leavingPerSecond) * 1_000);
  const steps = Math.max(1, Math.ceil(spreadMs / STEP_MS));
  const perStep = Math.ceil(waiting.length / steps);
  for (let at = 0; at < waiting.length; at += perStep) {
    if (at > 0) await pause(STEP_MS);
    for (const { socket } of waiting.slice(at, at + perStep)) socket.retire();
  }
}
