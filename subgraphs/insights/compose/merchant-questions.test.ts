import { expect, test } from 'vitest';
import { assembleKnowledge, read } from '../answer/knowledge.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { loadMetricDefinitions } from '../metrics/load-metrics.ts';
import { testEntity, testModel, testProfile } from '../model.testkit.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/** A maker of lamps: firms of several kinds, orders with lines and promises, invoices part paid, suppliers, staff by month, shifts. Invented. */
const account = testEntity({
  name: 'Account',
  plural: 'Accounts',
  canonical: true,
  synonyms: ['customer', 'company'],
  title: 'name',
  attributes: [
    ['name', 'Name', 'TEXT', 'NAME'],
    ['standing', 'Standing', 'TEXT', 'STATUS'],
    ['region', 'Region', 'TEXT', 'CATEGORY'],
    ['creditLimit', 'Credit limit', 'MONEY', 'AMOUNT'],
  ],
  records: [
    { name: 'Brook Halls', standing: 'Customer', region: 'North', creditLimit: 900 },
    { name: 'Cove Inns', standing: 'Prospect', region: 'South', creditLimit: 100 },
  ],
});
const product = testEntity({
  name: 'Product',
  plural: 'Products',
  canonical: true,
  title: 'name',
  attributes: [
    ['name', 'Name', 'TEXT', 'NAME'],
    ['family', 'Family', 'TEXT', 'CATEGORY', ['category']],
    ['onHand', 'On hand', 'INTEGER', 'QUANTITY'],
    ['reorderLevel', 'Reorder level', 'INTEGER', 'QUANTITY'],
  ],
  records: [{ name: 'Desk lamp', family: 'Lamps', onHand: 4, reorderLevel: 10 }],
});
const order = testEntity({
  name: 'Order',
  plural: 'Orders',
  canonical: true,
  title: 'externalId',
  attributes: [
    ['externalId', 'Order ID', 'TEXT', 'IDENTIFIER'],
    ['orderDate', 'Order date', 'DATE', 'DATE'],
    ['promisedDate', 'Promised ship', 'DATE', 'DATE'],
    ['shipDate', 'Ship date', 'DATE', 'DATE', ['shipped']],
    ['status', 'Status', 'TEXT', 'STATUS'],
    ['depot', 'Depot', 'TEXT', 'CATEGORY'],
  ],
  relations: [['account', 'Account', 'Account', ['customer']]],
  records: [
    {
      externalId: 'O1',
      orderDate: '2023-02-01',
      promisedDate: '2023-02-05',
      shipDate: '2023-02-07',
      status: 'Shipped',
      depot: 'East',
      account: 'Brook Halls',
    },
    {
      externalId: 'O2',
      orderDate: '2023-05-20',
      promisedDate: '2023-05-30',
      shipDate: null,
      status: 'Backorder',
      depot: 'West',
      account: 'Cove Inns',
    },
  ],
});
const line = testEntity({
  name: 'OrderLine',
  plural: 'Order lines',
  canonical: false,
  title: null,
  attributes: [
    ['line', 'Line', 'INTEGER', 'QUANTITY'],
    ['quantity', 'Quantity', 'INTEGER', 'QUANTITY'],
    ['lineTotal', 'Line total', 'MONEY', 'AMOUNT'],
  ],
  relations: [
    ['order', 'Order', 'Order'],
    ['product', 'Product', 'Product'],
  ],
  records: [{ line: 1, quantity: 2, lineTotal: 80, order: 'O1', product: 'Desk lamp' }],
});
const invoice = testEntity({
  name: 'Revenue',
  plural: 'Invoices',
  canonical: true,
  synonyms: ['invoice'],
  title: 'externalId',
  attributes: [
    ['externalId', 'Invoice ID', 'TEXT', 'IDENTIFIER'],
    ['date', 'Invoice date', 'DATE', 'DATE'],
    ['amount', 'Amount', 'MONEY', 'AMOUNT'],
    ['amountPaid', 'Amount paid', 'MONEY', 'AMOUNT', ['paid']],
    ['paidDate', 'Paid date', 'DATE', 'DATE', ['paid']],
  ],
  relations: [['account', 'Account', 'Account', ['customer']]],
  records: [{ externalId: 'I1', date: '2023-02-08', amount: 96, amountPaid: 40, paidDate: null, account: 'Brook Halls' }],
});
const supplier = testEntity({
  name: 'Supplier',
  plural: 'Suppliers',
  canonical: false,
  title: 'name',
  attributes: [
    ['name', 'Name', 'TEXT', 'NAME'],
    ['country', 'Country', 'TEXT', 'PLACE'],
  ],
  records: [{ name: 'Filo', country: 'Italy' }],
});
const purchase = testEntity({
  name: 'PurchaseOrder',
  plural: 'Purchase orders',
  canonical: false,
  title: null,
  attributes: [
    ['ordered', 'Ordered', 'DATE', 'DATE'],
    ['amount', 'Amount', 'MONEY', 'AMOUNT'],
  ],
  relations: [['supplier', 'Supplier', 'Supplier']],
  records: [{ ordered: '2023-01-10', amount: 500, supplier: 'Filo' }],
});
const staff = testEntity({
  name: 'Headcount',
  plural: 'Headcounts',
  canonical: false,
  title: null,
  attributes: [
    ['month', 'Month', 'DATE', 'DATE'],
    ['site', 'Site', 'TEXT', 'CATEGORY'],
    ['headcount', 'Headcount', 'INTEGER', 'QUANTITY'],
    ['overtimeHours', 'Overtime hours', 'INTEGER', 'QUANTITY'],
    ['sickDays', 'Sick days', 'INTEGER', 'QUANTITY'],
  ],
  records: [
    { month: '2023-04-01', site: 'Mill', headcount: 12, overtimeHours: 30, sickDays: 2 },
    { month: '2023-05-01', site: 'Mill', headcount: 13, overtimeHours: 20, sickDays: 4 },
  ],
});
const shift = testEntity({
  name: 'Shift',
  plural: 'Shifts',
  canonical: false,
  title: null,
  attributes: [
    ['date', 'Date', 'DATE', 'DATE'],
    ['hall', 'Hall', 'TEXT', 'CATEGORY'],
    ['unitsMade', 'Units made', 'INTEGER', 'QUANTITY'],
    ['unitsScrapped', 'Units scrapped', 'INTEGER', 'QUANTITY'],
  ],
  records: [{ date: '2023-05-03', hall: 'A', unitsMade: 100, unitsScrapped: 3 }],
});
const ledger = testEntity({
  name: 'Ledger',
  plural: 'Ledgers',
  canonical: false,
  title: null,
  attributes: [
    ['month', 'Month', 'DATE', 'DATE'],
    ['lineItem', 'Line item', 'TEXT', 'CATEGORY'],
    ['actual', 'Actual', 'MONEY', 'AMOUNT'],
    ['budget', 'Budget', 'MONEY', 'AMOUNT'],
  ],
  records: [
    { month: '2023-05-01', lineItem: 'Showroom rent', actual: 8, budget: 7 },
    { month: '2023-05-01', lineItem: 'Repair revenue', actual: 20, budget: 22 },
    { month: '2023-05-01', lineItem: 'Fair costs', actual: 3, budget: 3 },
  ],
});
const company = [account, product, order, line, invoice, supplier, purchase, staff, shift, ledger];
const profile = testProfile(company);
const figures = ['Showroom rent', 'Repair revenue', 'Fair costs'].map((name) => ({ name, unit: null, min: 1, max: 30, grains: [] }));
Object.assign(profile.entities['Ledger'] ?? {}, { lines: figures });
const knowledge = await assembleKnowledge(testModel(company), loadMetricDefinitions(), profile);

const reading = (question: string) => read(knowledge, question, '2023-06-01');
function plan(question: string): QueryPlan {
  const found = reading(question);
  if (found.kind === 'refused') throw new Error(`${question}: ${found.refusal.text}`);
  return found.interpretation.plan;
}
const bicycles = bicycleSeller();
const sellers = await assembleKnowledge(testModel(bicycles), loadMetricDefinitions(), testProfile(bicycles));
function seller(question: string): QueryPlan {
  const found = read(sellers, question, '2022-06-01');
  if (found.kind === 'refused') throw new Error(`${question}: ${found.refusal.text}`);
  return found.interpretation.plan;
}
const isRefused = (question: string): boolean => reading(question).kind === 'refused';

test('what invoices say as one sum is told by product from the lines of orders', () => {
  expect(plan('revenue in 2023').sources).toMatchObject([{ entity: 'Revenue' }]);
  expect(plan('sales by family in 2023').sources).toMatchObject([{ entity: 'OrderLine' }]);
});

test('an order is worth its lines, and the average order is their sum for each order', () => {
  expect(plan('total order value in 2023').measures).toMatchObject([
    { metric: 'order_value', expression: { function: 'sum', of: { field: { attribute: 'lineTotal' } } } },
  ]);
  expect(plan('aov').measures[0]?.expression).toMatchObject({ operator: '/', right: { function: 'countDistinct' } });
});

test('lines are records and never numbers to add up', () => {
  expect(JSON.stringify(plan('average number of lines per order').measures)).not.toContain('"line"');
});

test('what was bought is money of purchase orders, not how many sold it to us', () => {
  expect(plan('how much did we buy from suppliers in Italy in 2023')).toMatchObject({
    measures: [{ metric: 'purchases' }],
    sources: [{ entity: 'PurchaseOrder', filters: [{ values: ['Italy'] }] }],
  });
  expect(plan('top 3 suppliers by spend').measures).toMatchObject([{ metric: 'purchases' }]);
});

test('what customers owe is what they were billed less what they paid', () => {
  expect(plan('how much is outstanding').measures[0]?.expression).toMatchObject({
    of: { operator: '-', left: { field: { attribute: 'amount' } }, right: { field: { attribute: 'amountPaid' } } },
  });
});

test('what has not been paid has no date of payment', () => {
  expect(plan('how many invoices have not been paid').sources[0]?.filters).toMatchObject([
    { kind: 'blank', field: { attribute: 'paidDate' } },
  ]);
});

test('late is what was sent after it was promised', () => {
  const late = { kind: 'compare', of: { from: { attribute: 'promisedDate' }, to: { attribute: 'shipDate' } }, operator: '>' };
  expect(plan('how many orders were shipped late').sources[0]?.filters).toMatchObject([late]);
  expect(plan('on-time rate by depot')).toMatchObject({ measures: [{ metric: 'on_time_delivery', unit: 'PERCENT' }] });
});

test('what was spoilt is told as a share of what was made', () => {
  expect(plan('scrap rate by hall').measures[0]?.expression).toMatchObject({ kind: 'combine', operator: '/' });
});

test('a monthly sheet with one figure that is known is a sheet: people stand, hours and sick days add up', () => {
  expect(plan('hc?').measures[0]?.expression).toMatchObject({ overTime: 'last' });
  expect(plan('hc mill').measures).toMatchObject([{ metric: 'headcount' }]);
  expect(plan('sick days by site').measures[0]?.expression).toMatchObject({ function: 'sum' });
  expect(plan('ot hours in May 2023').measures[0]?.expression).toMatchObject({ function: 'sum' });
});

test('records that others had none of in a period are looked for in that period', () => {
  expect(plan('which customers placed no order in 2023').sources[0]).toMatchObject({
    entity: 'Account',
    filters: [
      { kind: 'related', entity: 'Order', negated: true, filters: [{ kind: 'time', from: '2023-01-01' }] },
      { values: ['Customer'] },
    ],
  });
});

test('a noun that is one of the kinds which its table tells apart means those', () => {
  expect(plan('how many customers are in the North').sources[0]?.filters).toContainEqual(
    expect.objectContaining({ kind: 'equals', values: ['Customer'] }),
  );
  expect(JSON.stringify(plan('how many companies are in the North').sources)).not.toContain('Customer');
});

test('one column is held against another', () => {
  expect(plan('which products are below their reorder level').sources[0]?.filters).toMatchObject([
    { kind: 'compare', of: { operator: '-', left: { field: { attribute: 'onHand' } } }, operator: '<', value: 0 },
  ]);
});

test('states alone count the one kind of records that has them', () => {
  expect(plan('backorders?')).toMatchObject({ shape: 'value', sources: [{ entity: 'Order', filters: [{ values: ['Backorder'] }] }] });
});

test('a customer is not judged by the credit it has, nor a supplier by what we sell', () => {
  expect(JSON.stringify(plan('who is our biggest customer'))).not.toContain('creditLimit');
  expect(isRefused('worst supplier')).toBe(true);
});

test('spending on a cost that a sheet reports is that cost, and going over budget is judged by its own', () => {
  expect(plan('what did we spend on showroom rent in May 2023').measures).toMatchObject([{ metric: 'showroom_rent', unit: 'MONEY' }]);
  const over = reading('did showroom rent go over budget in 2023?');
  expect(over.kind === 'understood' ? over.interpretation.wishes?.verdict : null).toEqual({ kind: 'PLANNED', wants: 'BEYOND' });
});

test('what a count of records comes to is their money, on average as in all', () => {
  const worth = { of: { kind: 'field', field: { attribute: 'amount' } } };
  expect(seller('how much did we win in 2021').measures[0]?.expression).toMatchObject({ function: 'sum', ...worth });
  expect(seller('average size of won deals').measures[0]?.expression).toMatchObject({ function: 'average', ...worth });
});

test('days to an act are of the records that a name of their own tells', () => {
  expect(seller('how many days does it take on average to close a won deal')).toMatchObject({
    measures: [{ unit: 'DAYS', expression: { of: { from: { attribute: 'createdDate' }, to: { attribute: 'closeDate' } } } }],
    sources: [{ filters: [{ values: ['WON'] }] }],
  });
});

test('which of their kinds have so many records counts the records of each', () => {
  expect(seller('which offices have more than 15 employees')).toMatchObject({
    sources: [{ entity: 'Employee', keys: [{ attribute: 'location' }] }],
    having: [{ operator: '>', value: 15 }],
  });
});

test('a date whose name stands apart in the sentence places the records', () => {
  expect(plan('orders promised to ship in 2023').sources).toMatchObject([{ timeField: { attribute: 'promisedDate' } }]);
});

test('words that would change the answer are never dropped', () => {
  for (const question of ['overtime pay in 2023', 'customers in trouble', 'is Brook Halls keeping up?'])
    expect(isRefused(question)).toBe(true);
});
