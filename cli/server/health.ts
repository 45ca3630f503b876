const PROBE_TIMEOUT_MS = 2000;

/** Whether the server can serve: /health/ready answers 200. False when nothing answers. */
export async function isReady(url: string): Promise<boolean> {
  try {
    const reply = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    await reply.arrayBuffer();
    return reply.status === 200;
  } catch {
    return false;
  }
}
