import { idempotencyErrors } from '../../subgraphs/kernel/idempotency/idempotency.errors.ts';

/** The key of a request; null when it has none. @param header of its head; undefined: none @throws IDEMPOTENCY_KEY_INVALID when there are two, or none that is a text */
export function keyOf(header: string | undefined, extensions: Readonly<Record<string, unknown>> | null | undefined): string | null {
  const own = extensions?.['idempotencyKey'] ?? null;
  if (own !== null && (typeof own !== 'string' || (header !== undefined && header !== own)))
    throw idempotencyErrors.IDEMPOTENCY_KEY_INVALID({});
  return own ?? header ?? null;
}
