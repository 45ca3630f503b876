import { nameBasedUuid } from '../../kernel/ids/name-based-uuid.ts';

/** The id of the asset that stands for a source: a connection, or one of its objects. */
export function assetIdOf(tenantId: string, sourceId: string): string {
  return nameBasedUuid(tenantId, `asset:${sourceId}`);
}

/** The id of the asset that stands for what runs under a key: a registrable domain, or a name. */
export function applicationIdOf(tenantId: string, key: string): string {
  return nameBasedUuid(tenantId, `asset:application:${key}`);
}
