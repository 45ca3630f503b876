import { expect, test } from 'vitest';
import { companyAsOf } from '../company/company.ts';
import { liveCompany } from '../company/live-company.ts';
import { netsuiteTables } from './netsuite/data.ts';
import { vendorRecords } from './records.ts';

const A_MONTH = Array.from({ length: 31 }, (_, day) => new Date(Date.UTC(2026, 10, 5 + day)));

test.each(A_MONTH)('of a company as of %o, what the next day changes is newer than all there was', (day) => {
  const live = liveCompany(companyAsOf(day));
  const records = vendorRecords(live, netsuiteTables);
  const newest = Math.max(...records.all('transaction').map(({ updated }) => updated.getTime()));
  live.advance(1);
  expect(records.changes.filter(({ at }) => at.getTime() <= newest)).toEqual([]);
});
