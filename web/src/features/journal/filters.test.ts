import { expect, test } from 'vitest';
import { auditFilter, exportPath, journalFilter } from './filters.ts';

test('the address says which requests; days count whole, and what is unknown does not count', () => {
  const filter = journalFilter(new URLSearchParams('kind=MUTATION&result=failed&from=2026-11-20&to=2026-11-21&operation=Con'));
  expect(filter).toMatchObject({ kinds: ['MUTATION'], failed: true, outcome: null, operation: 'Con' });
  expect([filter.from, filter.to]).toEqual(['2026-11-20T00:00:00.000Z', '2026-11-22T00:00:00.000Z']);
  expect(journalFilter(new URLSearchParams('kind=nonsense&from=yesterday&result=forbidden'))).toMatchObject({
    kinds: null,
    from: null,
    failed: null,
    outcome: 'FORBIDDEN',
  });
});

test('the export has the same filters', () => {
  const search = new URLSearchParams('user=u1&action=connection.&kind=QUERY');
  expect(auditFilter(search)).toMatchObject({ userId: 'u1', action: 'connection.' });
  expect(exportPath('CHANGES', 'csv', search)).toBe('/journal/export?format=csv&chain=CHANGES&userId=u1&action=connection.');
  expect(exportPath('REQUESTS', 'ndjson', search)).toBe('/journal/export?format=ndjson&chain=REQUESTS&kind=QUERY&userId=u1');
});
