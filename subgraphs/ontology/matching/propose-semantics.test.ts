import { expect, test } from 'vitest';
import { mapped, proposed, semantics, table } from './propose.testkit.ts';

test('what numbers mean follows from their names: prices are no amounts, ratings no quantities, years no measures', () => {
  const result = proposed([
    table(
      'trips',
      {
        trip_id: '#',
        unit_price: '~.5',
        total_cost: '~.5',
        seats: '~',
        rating: '4.~',
        discount_rate: '0.~',
        built_year: '19#|2001',
        zip: '10001|90210',
        contact_email: 'a#@x.org',
      },
      'trip_id',
    ),
  ]);
  expect(semantics(result.get('trips'))).toMatchObject({
    trip_id: 'IDENTIFIER',
    unit_price: 'PRICE',
    total_cost: 'AMOUNT',
    seats: 'QUANTITY',
    rating: 'RATE',
    discount_rate: 'RATE',
    zip: 'PLACE',
    contact_email: 'EMAIL',
  });
});

test('whole numbers that are codes, places and years are nothing to add up', () => {
  const columns = {
    visit_key: '#',
    scrape_id: '2024010~',
    reason_code: '1|2|3',
    reason_code_2: '7|8',
    office: '1|2|4',
    postcode: '10115|80331',
    latitude: '52.~',
    longitude: '-13.~',
    year: '2019|2020',
    department: '3|5|9',
    Store: '1|2|3|4',
    type: '1|2|3',
    stores: '10~',
    score_2: '3|4|5',
  };
  expect(semantics(proposed([table('visits', columns, 'visit_key')]).get('visits'))).toEqual({
    visit_key: 'IDENTIFIER',
    scrape_id: 'IDENTIFIER',
    reason_code: 'IDENTIFIER',
    reason_code_2: 'IDENTIFIER',
    office: 'PLACE',
    postcode: 'PLACE',
    latitude: 'PLACE',
    longitude: 'PLACE',
    year: 'CATEGORY',
    department: 'CATEGORY',
    Store: 'CATEGORY',
    type: 'CATEGORY',
    stores: 'QUANTITY',
    score_2: 'RATE',
  });
});

test('labels are as the source writes them: accents, acronyms, nested names, its own spelling; abbreviations are written out', () => {
  const labels = (columns: readonly string[]): string[] =>
    (proposed([table('probe_log', Object.fromEntries(columns.map((name) => [name, 'x|y'])))]).get('probe_log')?.fields ?? []).map(
      ({ label }) => label,
    );
  expect(labels(['Q1 Units', 'Avg. CPC', 'CTR', 'Eröffnet am', 'StreamingTV', 'address.street', 'ORGANIZATION', 'cust_qty', 'IATA_CODE'])).toEqual([
    'Q1 units', 'Average CPC', 'CTR', 'Eröffnet am', 'Streaming TV', 'Address street', 'Organization', 'Customer quantity', 'IATA code',
  ]); // prettier-ignore
});

test('yes or no is no status', () => {
  const result = proposed([
    table('employees', { employee_id: '#', first_name: 'A|B', hire_date: '2020-01-1~', attrition: 'yes|no' }, 'employee_id'),
  ]);
  expect(mapped(result.get('employees'))['attrition']).toBe('attrition');
});

test('a code that is a key identifies, the name beside it names; a state of a country is a place, one of a process is not', () => {
  const result = proposed([
    table('airlines', { IATA_CODE: 'A#', AIRLINE: 'Air #' }, 'IATA_CODE'),
    table('stores', { store_no: '#', state: 'Bavaria|Hesse|Saxony', opened_at: '11:38:36 AM|9:05' }, 'store_no'),
    table('jobs', { job_no: '#', state: 'open|done|failed' }, 'job_no'),
  ]);
  expect(semantics(result.get('airlines'))).toEqual({ IATA_CODE: 'IDENTIFIER', AIRLINE: 'NAME' });
  expect(semantics(result.get('stores'))).toMatchObject({ state: 'PLACE', opened_at: 'CATEGORY' });
  expect(semantics(result.get('jobs'))['state']).toBe('STATUS');
});

test('what customers paid in all is not the revenue of their own business; sales are amounts', () => {
  const churn = proposed([
    table('customers', { customer_id: 'C#', total_revenue: '1~.5', churned: 'yes|no', plan: 'a|b', city: 'Elm|Oak' }, 'customer_id'),
  ]).get('customers');
  expect(churn?.entity).toBe('Account');
  expect(mapped(churn)['total_revenue']).toBe('totalRevenue');
  const store = proposed([table('superstore', { row_id: '#', Sales: '1~.25', Profit: '-1~.5', Discount: '0.2|0.3' }, 'row_id')]).get(
    'superstore',
  );
  expect(semantics(store)).toMatchObject({ Sales: 'AMOUNT', Profit: 'AMOUNT', Discount: 'RATE' });
});
