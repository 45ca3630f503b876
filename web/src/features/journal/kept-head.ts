/** The end of a chain, as it was once seen. */
export interface Head {
  sequence: number;
  hash: string;
}

const PREFIX = 'autonomos.journal';

/** The end that this browser saw at the last verification; null when it has seen none. */
export function keptHead(tenant: string, chain: string): Head | null {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(`${PREFIX}.${tenant}.${chain}`) ?? 'null');
    const { sequence, hash } = (parsed ?? {}) as Partial<Record<keyof Head, unknown>>;
    return typeof sequence === 'number' && typeof hash === 'string' ? { sequence, hash } : null;
  } catch {
    return null;
  }
}

/** Remembers the end of a chain: whoever cuts it off or writes it anew does not know that this browser has seen it. */
export function keepHead(tenant: string, chain: string, { sequence, hash }: Head): void {
  try {
    localStorage.setItem(`${PREFIX}.${tenant}.${chain}`, JSON.stringify({ sequence, hash }));
  } catch {
    // Storage may be forbidden; the chain is verified by itself then.
  }
}
