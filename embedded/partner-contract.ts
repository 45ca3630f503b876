import type { Contract } from '../gateway/authorization/contract/contract.ts';

/** What partners are promised of the graph; printed to schema/partner.graphql. */
export const PARTNER_CONTRACT: Contract = { include: [], exclude: ['internal'] };
