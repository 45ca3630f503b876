/** Why we close a socket, beyond the codes that graphql-ws gives (graphql-transport-ws). The reason is the code of the error catalogue. */
export const CLOSE = {
  /** Nothing was under way for long; nobody is to come back for that. */
  IDLE: 1000,
  /** The gateway stops: come back, elsewhere or here. */
  GOING_AWAY: 1001,
  /** Events came faster than they were read. */
  SLOW_READER: 1013,
  /** A message that is none of the protocol's, or not for a client to send. */
  BAD_MESSAGE: 4400,
  /** The session has ended, or never was one. */
  UNAUTHENTICATED: 4401,
  /** The user may nothing any more. */
  FORBIDDEN: 4403,
  TOO_MANY: 4429,
  INTERNAL: 4500,
} as const;
