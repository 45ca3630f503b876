import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Role } from '../../kernel/viewer/viewer.ts';
import type { Persona } from './persona.ts';

export const UserRow = defineEntity({
  name: 'UserRow',
  tableName: 'user_account',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    /** Lower case, trimmed. */
    email: p.string(),
    displayName: p.string(),
    role: p.string().$type<Role>(),
    /** Argon2id; null for people who only come in by link or local key. */
    passwordHash: p.string().nullable().hidden(),
    /** Whom it stands for, when it is somebody of another tenant in this workspace. */
    homeTenantId: p.uuid().nullable(),
    homeUserId: p.uuid().nullable(),
    /** A program, which only comes in by API keys, is no person. */
    kind: p.string().$type<'PERSON' | 'SERVICE'>().default('PERSON'),
    /** Who made a service account. */
    createdBy: p.uuid().nullable(),
    /** How they look at the company; a preference, no permission. */
    persona: p.string().$type<Persona>().nullable(),
    createdAt: p.datetime(),
  },
});
export type UserRow = InferEntity<typeof UserRow>;
