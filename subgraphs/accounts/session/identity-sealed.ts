import type { SealedColumn } from '../../kernel/vault/sealed-column.ts';
import { secondFactorPurpose } from '../second-factor/second-factor.service.ts';
import { SINGLE_SIGN_ON_PURPOSE } from '../single-sign-on/single-sign-on.service.ts';

/** What the vault sealed for logging in. */
export const identitySealed: readonly SealedColumn[] = [
  { table: 'second_factor', column: 'sealed_secret', rowId: ['user_id'], purposeOf: secondFactorPurpose },
  { table: 'single_sign_on', column: 'sealed_secret', rowId: [], purposeOf: () => SINGLE_SIGN_ON_PURPOSE },
];
