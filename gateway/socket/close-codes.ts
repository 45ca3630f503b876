/** Why we close a socket, beyond the codes of the protocol (graphql-transport-ws). The reason is the code of the error catalogue. */
export const CLOSE = {
  /** Events came faster than they were read. */
  SLOW_READER: 1013,
  /** The session has ended, or never was one. */
  UNAUTHENTICATED: 4401,
  /** The user may nothing any more. */
  FORBIDDEN: 4403,
  TOO_MANY: 4429,
} as const;
