import type { EntitySchema } from '@mikro-orm/core';

const exempt = new Map<string, string>();

/** Leaves an entity out of the audit trail, and says why: it is made from something that is in it, or tells nothing anybody decided. */
export function exemptFromAudit(entity: EntitySchema, reason: string): void {
  exempt.set(entity.meta.className, reason);
}

/** Whether changes of this entity are in the audit trail. */
export function isAudited(className: string): boolean {
  return !exempt.has(className);
}
