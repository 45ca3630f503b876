import { z } from 'zod';
import type { Party, Raci } from '../workflows/definition/definition.ts';

/** Roles of people; agents are named one by one. */
export const PartyRole = { OWNER: 'OWNER', ADMIN: 'ADMIN', OPERATOR: 'OPERATOR', ANALYST: 'ANALYST', VIEWER: 'VIEWER' } as const;
export type PartyRole = (typeof PartyRole)[keyof typeof PartyRole];

export const PartyKind = { USER: 'USER', ROLE: 'ROLE', AGENT: 'AGENT' } as const;
export type PartyKind = (typeof PartyKind)[keyof typeof PartyKind];

const MAX_PARTIES = 20;

const partySchema: z.ZodType<Party> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('USER'), id: z.uuid() }),
  z.object({ kind: z.literal('ROLE'), role: z.enum(PartyRole) }),
  z.object({ kind: z.literal('AGENT'), id: z.uuid() }),
]);
const partiesSchema = z.array(partySchema).max(MAX_PARTIES);

/** Who answers for an action, as it is kept. */
export const raciSchema: z.ZodType<Raci> = z.object({
  responsible: partiesSchema,
  accountable: partiesSchema,
  consulted: partiesSchema,
  informed: partiesSchema,
});

/** What holds until somebody says otherwise: the agent does it, and those who run the tenant answer for it. */
export const USUAL_RACI: Raci = {
  responsible: [],
  accountable: [
    { kind: 'ROLE', role: 'OWNER' },
    { kind: 'ROLE', role: 'ADMIN' },
    { kind: 'ROLE', role: 'OPERATOR' },
  ],
  consulted: [],
  informed: [],
};
