import type { SourceRef } from '../kit/connector.ts';
import type { ConnectionRow } from './connection.entity.ts';

/** Where a connection leads, for its connector. */
export function sourceOf({ location, settings }: ConnectionRow): SourceRef {
  return { location, secret: null, settings };
}
