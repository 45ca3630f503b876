import { useSyncExternalStore } from 'react';
import type { LiveStatus } from './live-socket.ts';
import { useSession } from './session.tsx';

/** How the socket that brings events is doing. */
export function useLive(): LiveStatus {
  const { live } = useSession();
  return useSyncExternalStore(live.watch, live.status);
}
