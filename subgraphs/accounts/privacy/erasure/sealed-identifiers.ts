import { z } from 'zod';
import { type Identifier, IdentifierKind } from '../../../kernel/privacy/subject/identifier.ts';
import { openSecret, sealSecret, type VaultKey } from '../../../kernel/vault/vault.ts';

const identifiersSchema = z.array(
  z.object({ kind: z.enum(IdentifierKind), value: z.string(), table: z.string().nullable(), related: z.boolean() }),
);

/** Whose identifiers they are: they open in this place only. */
export interface SealedFor {
  tenantId: string;
  /** `erasure:<id>`, `person-export:<id>`. */
  purpose: string;
}

/** Identifiers as they are kept until a request is done. */
export const sealIdentifiers = (identifiers: readonly Identifier[], vault: VaultKey, place: SealedFor): string =>
  sealSecret(JSON.stringify(identifiers), vault, place);

export function openIdentifiers(sealed: string | null | undefined, vault: VaultKey, place: SealedFor): Identifier[] {
  if (sealed == null) throw new Error('the identifiers of this request are gone: it is done');
  return identifiersSchema.parse(JSON.parse(openSecret(sealed, vault, place)));
}
