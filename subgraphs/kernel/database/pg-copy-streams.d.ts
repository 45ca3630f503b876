declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** A stream into `copy … from stdin`, to be handed to `client.query`; it finishes once the server has taken everything. */
  export function from(statement: string): Writable & Submittable;
}
