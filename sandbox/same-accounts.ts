import type { Company } from './company/company.ts';
import { hubspotId } from './vendors/hubspot/data.ts';
import { nameBasedId } from './vendors/name-based-id.ts';
import { salesforceId } from './vendors/salesforce/data.ts';
import { customerId } from './vendors/stripe/ids.ts';
import { ORGANIZATION } from './vendors/zendesk/data.ts';

/** Which account each record of a customer is about, by its key in whichever system: those that repeat another are about that one. */
export function sameAccounts({ accounts }: Pick<Company, 'accounts'>): ReadonlyMap<string, number> {
  return new Map(
    accounts.flatMap(({ index, of }) => {
      const keys = [
        salesforceId('Account', index),
        customerId(index),
        String(ORGANIZATION + index),
        hubspotId('companies', index),
        nameBasedId(`customer ${index}`),
      ];
      return keys.map((key): [string, number] => [key, of ?? index]);
    }),
  );
}
