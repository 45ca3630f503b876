import { expect, test } from 'vitest';
import { loadCanonicalOntology } from '../canonical/load.ts';
import { loadVendorMappings } from '../vendors/load.ts';
import { type TestTable, discover } from './discovered.testkit.ts';
import { createMatcher } from './matcher.ts';
import type { Decisions, ProposedTable } from './proposal.ts';
import { propose } from './propose.ts';

const ontology = loadCanonicalOntology();
const matcher = createMatcher(ontology, loadVendorMappings(ontology));

/** `column: values` written short: `#` counts up, `a|b` alternates, `~` varies. */
function table(name: string, columns: Record<string, string>, key?: string, references?: Record<string, string>): TestTable {
  const rows = Array.from({ length: 30 }, (_, i) =>
    Object.values(columns).map((pattern) => {
      const choices = pattern.split('|');
      return (choices[i % choices.length] ?? '').replace('#', String(100 + i)).replace('~', String((i * 7) % 13));
    }),
  );
  return {
    name,
    columns: Object.keys(columns),
    rows,
    ...(key === undefined ? {} : { key }),
    ...(references === undefined ? {} : { references }),
  };
}

function proposed(tables: readonly TestTable[], decisions?: Decisions): Map<string, ProposedTable> {
  const result = propose(matcher, {
    connectionName: 'books',
    objects: discover(tables),
    ...(decisions === undefined ? {} : { decisions }),
  });
  return new Map(result.map((entry) => [entry.objectName, entry]));
}

const mapped = (entry: ProposedTable | undefined): Record<string, string> =>
  Object.fromEntries(
    (entry?.fields ?? []).map((field) => [field.column, `${field.attribute}${field.relation ? `>${field.relation.target}` : ''}`]),
  );
const semantics = (entry: ProposedTable | undefined): Record<string, string> =>
  Object.fromEntries((entry?.fields ?? []).map((field) => [field.column, field.semantic]));

test('tables that share a prefix are known by the rest of their names', () => {
  const result = proposed([
    table('zeta_accounts', { account_id: 'A#', account_name: 'Firm #', industry: 'a|b' }, 'account_id'),
    table(
      'zeta_subscriptions',
      { subscription_id: 'S#', account_id: 'A10~', mrr_amount: '1~', start_date: '2024-01-1~' },
      'subscription_id',
      { account_id: 'zeta_accounts.account_id' },
    ),
    table('zeta_support_tickets', { ticket_id: 'T#', priority: 'low|high|urgent', submitted_at: '2024-01-01 10:00:00' }, 'ticket_id'),
    table('zeta_churn_events', { churn_event_id: 'C#', reason_code: 'x|y' }, 'churn_event_id'),
  ]);
  expect([...result.values()].map((entry) => [entry.entity, entry.canonical !== null])).toEqual([
    ['Account', true],
    ['Subscription', true],
    ['Ticket', true],
    ['ChurnEvent', false],
  ]);
  expect(mapped(result.get('zeta_subscriptions'))).toMatchObject({ mrr_amount: 'mrr' });
});

test("a company's own revenue and head count are attributes of the account, never the tenant's revenue or a link to employees", () => {
  const result = proposed([
    table('companies', { company: 'Firm #', revenue: '1#.5', employees: '1~' }, 'company', { employees: 'employees.id' }),
    table('employees', { id: '#', name: 'Ann Lee|Bo Ray' }, 'id'),
  ]);
  expect(mapped(result.get('companies'))).toEqual({ company: 'name', revenue: 'annualRevenue', employees: 'employeeCount' });
});

test('compounds are what their last word says: types, items and histories are no products, orders or accounts', () => {
  const result = proposed([
    table('product_types', { product_type_id: '#', label: 'x|y' }, 'product_type_id'),
    table('order_items', { order_item_id: '#', quantity: '~', price: '~.5' }, 'order_item_id'),
    table('account_history', { id: '#', account_id: 'a|b', name: 'n|m' }, 'id'),
    table('bank_accounts', { iban: 'X#', balance: '~.1' }, 'iban'),
  ]);
  expect([...result.values()].map((entry) => entry.canonical)).toEqual([null, null, null, null]);
  expect([...result.keys()].map((name) => result.get(name)?.entity)).toEqual(['ProductType', 'OrderItem', 'AccountHistory', 'BankAccount']);
});

test('nothing is dropped: every column of every table becomes an attribute or a link, each name once', () => {
  const result = proposed([
    table(
      'deals',
      { 'Deal ID': '#', 'Deal  Name': 'Deal #', Stage: 'Won|Lost|Talk', Amount: '~', amount2: '~', '': 'x', 'Ünusual §': 'y|z', id: 'k#' },
      'Deal ID',
    ),
  ]);
  const names = (result.get('deals')?.fields ?? []).map((field) => field.attribute);
  expect(names).toHaveLength(8);
  expect(new Set(names).size).toBe(8);
});

test('an adopted table links to what it names, under the name of the column', () => {
  const result = proposed([
    table('pies', { pie_id: 'p#', pie_kind_id: 'k10~', price: '~.5' }, 'pie_id', { pie_kind_id: 'pie_kinds.pie_kind_id' }),
    table('pie_kinds', { pie_kind_id: 'k#', kind: 'sweet|savoury' }, 'pie_kind_id'),
  ]);
  expect(mapped(result.get('pies'))).toEqual({ pie_id: 'pieId', pie_kind_id: 'pieKind>PieKind', price: 'price' });
});

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

test('a stage is known by its values even when its name says nothing', () => {
  const result = proposed([
    table('opportunities', { opportunity_id: '#', phase_x: 'Won|Lost|Negotiation', amount: '~' }, 'opportunity_id'),
  ]);
  expect(mapped(result.get('opportunities'))['phase_x']).toBe('stage');
});

test("a vendor's documented columns are taken at its word", () => {
  const result = proposed([
    table(
      'Opportunity',
      {
        Id: '006#',
        Name: 'D #',
        StageName: 'Closed Won|Prospecting',
        Amount: '~',
        CloseDate: '2024-01-1~',
        LeadSource: 'Web|Fair',
        AccountId: '001~',
        IsWon: 'true|false',
        ForecastCategoryName: 'Commit|Omitted',
        NextStep: 'call',
        Type: 'New|Old',
        Probability: '~',
      },
      'Id',
    ),
  ]);
  const stage = result.get('Opportunity')?.fields.find((field) => field.column === 'StageName');
  expect(stage).toMatchObject({ attribute: 'stage', confidence: 0.98 });
  expect(stage?.evidence[0]).toContain('salesforce');
});

test('two tables of one entity in a connection both feed it only when they are of one kind', () => {
  const columns = { account_id: 'A#', account_name: 'Firm #', industry: 'a|b' };
  const same = proposed([
    table('accounts', columns, 'account_id'),
    table('customers', { ...columns, account_id: 'B#', account_name: 'Shop #' }, 'account_id'),
  ]);
  expect([...same.values()].map((entry) => entry.entity)).toEqual(['Account', 'Account']);
  const other = proposed([
    table('accounts', columns, 'account_id'),
    table('clients', { client_no: '#', birth_date: '1990-01-01' }, 'client_no'),
  ]);
  expect(other.get('clients')).toMatchObject({ entity: 'Client', canonical: null });
});

test('what a person decided is followed with full confidence, and the rest is matched around it', () => {
  const tables = [table('deals', { deal_id: '#', stage: 'Won|Lost', value: '~', booked: '~' }, 'deal_id')];
  const decisions = {
    tables: new Map(),
    fields: new Map([
      [
        'deals.csv',
        new Map([
          ['booked', 'amount'],
          ['stage', 'mood'],
        ]),
      ],
    ]),
  };
  const result = proposed(tables, decisions).get('deals');
  expect(mapped(result)).toMatchObject({ booked: 'amount', stage: 'mood' });
  expect(mapped(result)['value']).not.toBe('amount');
  expect(result?.fields.find((field) => field.column === 'booked')?.confidence).toBe(1);
});

test('proposals are deterministic', () => {
  const tables = [
    table('deals', { deal_id: '#', stage: 'Won|Lost', value: '~' }, 'deal_id'),
    table('stores', { store_id: '#', city: 'A|B' }, 'store_id'),
  ];
  expect(proposed(tables)).toEqual(proposed(tables));
});

test("a table's own key and name are no links to where they happen to occur", () => {
  const result = proposed([
    table('orders', { 'Row ID': '#', 'Order ID': 'O#', 'Order Date': '2024-01-1~' }, 'Row ID', { 'Order ID': 'returns.Order ID' }),
    table('returns', { 'Order ID': 'O#', reason: 'late|broken' }, 'Order ID'),
    table('shippers', { shipper_id: '#', company_name: 'Firm #' }, 'shipper_id', { company_name: 'customers.company_name' }),
    table('customers', { customer_id: 'c#', company_name: 'Firm #', account_owner: '1~' }, 'customer_id'),
  ]);
  for (const entry of result.values()) expect(entry.fields.filter((field) => field.relation !== null)).toEqual([]);
});

test('an id called after another table is a link although discovery found none', () => {
  const result = proposed([
    table('deals', { dealid: '5#', dealstage: 'Won|Lost', amount: '~', associatedcompanyid: '1#' }, 'dealid'),
    table('companies', { companyid: '1#', name: 'Firm #', domain: 'f#.org' }, 'companyid'),
  ]);
  expect(mapped(result.get('deals'))['associatedcompanyid']).toBe('account>Account');
});

test("files that are parts of one table become one entity, canonical or the tenant's own; copies and snapshots do not", () => {
  const sales = (year: number, ids: string) =>
    table(`sales_${year}`, { order_id: `${ids}#`, order_date: `${year}-01-1~`, quantity: '1~', sales: '2~' }, 'order_id');
  const trips = (name: string, ids: string) => table(name, { trip_ref: `${ids}#`, distance: '1~', started: '2024-01-1~' }, 'trip_ref');
  const entities = (tables: readonly TestTable[]): string[] => [...proposed(tables).values()].map((entry) => entry.entity);
  expect(entities([sales(2022, 'A'), sales(2023, 'B')])).toEqual(['Order', 'Order']);
  expect(entities([trips('trips-jan', 'J'), trips('trips-feb', 'F')])).toEqual(['Trip', 'Trip']);
  expect(entities([trips('trips', 'J'), trips('trips (1)', 'J')])).toEqual(['Trip', 'BooksTrip']);
  const [first, second] = [...proposed([trips('trips_2021', 'J'), trips('trips_2022', 'F')]).values()];
  expect(first?.entity).toBe('Trip');
  expect(second?.fields.map((field) => field.attribute)).toEqual(first?.fields.map((field) => field.attribute));
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

test('what most tables start with is no part of their names, unless it names one of them', () => {
  const names = (tables: readonly string[]): string[] =>
    [...proposed(tables.map((name) => table(name, { mood: 'x|y', size: '1~' }))).values()].map((entry) => entry.entity);
  expect(names(['zeta_walks_dataset', 'zeta_dogs_dataset', 'zeta_leads_dataset', 'zeta_bowls_dataset', 'breed_name_translation'])).toEqual([
    'Walk',
    'Dog',
    'Lead',
    'Bowl',
    'BreedNameTranslation',
  ]);
  expect(names(['dog_walks', 'dog_bowls', 'dog_toys', 'dogs'])).toEqual(['DogWalk', 'DogBowl', 'DogToy', 'Dog']);
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

test('a table whose name says nothing is called after its connection', () => {
  const columns = { mood: 'x|y', size: '1~' };
  expect(
    [...proposed([table('2018', columns), table('2019', { ...columns, height: '2~' })]).values()].map(({ entity, label }) => [
      entity,
      label,
    ]),
  ).toEqual([
    ['Books2018', 'Books 2018'],
    ['Books2019', 'Books 2019'],
  ]);
  expect([...proposed([table('data', columns)]).values()].map(({ entity }) => entity)).toEqual(['Book']);
});
