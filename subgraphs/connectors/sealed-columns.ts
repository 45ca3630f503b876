import type { SealedColumn } from '../kernel/vault/sealed-column.ts';
import { secretContext } from './connections/source-of.ts';

/** The passwords of sources. */
export const connectorsSealed: readonly SealedColumn[] = [
  { table: 'connection', column: 'secret', rowId: ['id'], purposeOf: (id = '') => secretContext({ id, tenantId: '' }).purpose },
  {
    table: 'inbound_endpoint',
    column: 'previous_secret',
    rowId: ['connection_id'],
    purposeOf: (id = '') => secretContext({ id, tenantId: '' }).purpose,
  },
];
