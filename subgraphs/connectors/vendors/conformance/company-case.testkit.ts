import { companyAsOf } from '../../../../sandbox/company/company.ts';
import { liveCompany } from '../../../../sandbox/company/live-company.ts';
import { ACCESS, vendorsOfCompany } from '../../../../sandbox/halyard.ts';
import { VENDORS, type VendorKind } from '../vendors.ts';
import type { ConformanceCase } from './case.testkit.ts';

const begin = companyAsOf(new Date());

/** A vendor as the systems of the simulated company have it. */
export const companyCase = (kind: VendorKind): ConformanceCase => ({
  ...VENDORS[kind],
  kind,
  secret: ACCESS[kind].secret,
  wrong: ['wrong', 'wrong:secret'],
  serve() {
    const growth = liveCompany(begin);
    const sandbox = vendorsOfCompany(growth).find(({ name }) => name === ACCESS[kind].path);
    if (sandbox === undefined) throw new Error(`nothing serves ${kind}`);
    return { sandbox, growth };
  },
});
