import type { SealedColumn } from '../kernel/vault/sealed-column.ts';
import { secretContext } from './connections/source-of.ts';
import { planeSecretContext } from './planes/plane-ref.ts';

/** The passwords of sources and of fabric planes. */
export const connectorsSealed: readonly SealedColumn[] = [
  { table: 'connection', column: 'secret', rowId: ['id'], purposeOf: (id = '') => secretContext({ id, tenantId: '' }).purpose },
  {
    table: 'inbound_endpoint',
    column: 'previous_secret',
    rowId: ['connection_id'],
    purposeOf: (id = '') => secretContext({ id, tenantId: '' }).purpose,
  },
  { table: 'fabric_plane', column: 'secret', rowId: ['id'], purposeOf: (id = '') => planeSecretContext({ id, tenantId: '' }).purpose },
];
