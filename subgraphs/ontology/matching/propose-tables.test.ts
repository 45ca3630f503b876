import { expect, test } from 'vitest';
import type { TestTable } from './discovered.testkit.ts';
import { mapped, proposed, table } from './propose.testkit.ts';

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

test('a name that other things go by too counts where the columns say which is meant', () => {
  const columns = { contract_id: 'C#', account_id: 'A10~', status: 'Active|Cancelled', start_date: '2024-01-1~' };
  const accounts = table('accounts', { account_id: 'A#', account_name: 'Firm #', industry: 'a|b' }, 'account_id');
  const sold = (more: Record<string, string>) =>
    proposed([accounts, table('contracts', { ...columns, ...more }, 'contract_id', { account_id: 'accounts.account_id' })]).get(
      'contracts',
    );
  expect(sold({ mrr: '1~' })).toMatchObject({ canonical: 'Subscription' });
  expect(sold({ notice_days: '3~' })?.canonical ?? null).toBeNull();
});
