/** A column of a chain, as it is written, hashed and read. */
export interface ChainColumn {
  name: string;
  type: 'uuid' | 'text' | 'text[]' | 'int' | 'bigint' | 'timestamptz';
}

/** The two chains of a tenant: what was asked of the product, and what changed in it. */
export type ChainName = 'REQUESTS' | 'CHANGES';

export interface ChainSpec {
  name: ChainName;
  table: string;
  /** All that is hashed, in this order; beside it stand `tenant_id`, `sequence`, `segment` and `hash`. */
  columns: readonly ChainColumn[];
  /** Columns behind `content_hash`: they can be erased, and the chain still holds. */
  erasable: readonly string[];
}

const text = (name: string): ChainColumn => ({ name, type: 'text' });
const uuid = (name: string): ChainColumn => ({ name, type: 'uuid' });
const ORIGIN = [uuid('id'), { name: 'at', type: 'timestamptz' }, text('request_id'), text('trace_id'), uuid('user_id')] as const;
const CREDENTIAL = [text('credential_kind'), uuid('credential_id')] as const;

export const CHAINS: Readonly<Record<ChainName, ChainSpec>> = {
  REQUESTS: {
    name: 'REQUESTS',
    table: 'journal_request',
    columns: [
      ...ORIGIN,
      ...CREDENTIAL,
      text('address'),
      text('transport'),
      text('kind'),
      text('operation'),
      text('document_hash'),
      text('outcome'),
      { name: 'cost', type: 'int' },
      { name: 'duration_us', type: 'bigint' },
      { name: 'touched', type: 'text[]' },
    ],
    erasable: [],
  },
  CHANGES: {
    name: 'CHANGES',
    table: 'audit_entry',
    columns: [...ORIGIN, ...CREDENTIAL, text('action'), text('subject_type'), text('subject_id'), text('content_hash')],
    erasable: ['before', 'after'],
  },
};
