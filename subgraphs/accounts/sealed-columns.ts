import type { SealedColumn } from '../kernel/vault/sealed-column.ts';
import { CHANNEL_SECRETS, channelSecretContext } from './notification/channel-secrets.ts';

/** What accounts keeps sealed for longer than a day; a test finds what is missing. */
export const accountsSealed: readonly SealedColumn[] = [
  ...CHANNEL_SECRETS.map((part) => ({
    table: 'notification_channel',
    column: `${part}_sealed`,
    rowId: ['id'],
    purposeOf: (id = '') => channelSecretContext({ id, tenantId: '' }, part).purpose,
  })),
  { table: 'second_factor', column: 'sealed_secret', rowId: ['user_id'], purposeOf: (userId) => `second-factor:${userId}` },
  { table: 'single_sign_on', column: 'sealed_secret', rowId: [], purposeOf: () => 'single-sign-on' },
  { table: 'personal_data_key', column: 'sealed', rowId: [], purposeOf: () => 'personal-data-key' },
  { table: 'erasure_request', column: 'identifiers', rowId: ['id'], purposeOf: (id) => `erasure:${id}` },
  { table: 'person_export', column: 'identifiers', rowId: ['id'], purposeOf: (id) => `person-export:${id}` },
];
