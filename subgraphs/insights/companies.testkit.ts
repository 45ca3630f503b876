import { testEntity } from './model.testkit.ts';
import type { TestEntity } from './model.testkit.ts';

/** A seller of bicycles to firms: five accounts, three products, deals won, lost and open in 2021 and 2022. All of it is invented. */
export function bicycleSeller(): TestEntity[] {
  const account = testEntity({
    name: 'Account',
    plural: 'Accounts',
    canonical: true,
    synonyms: ['customer', 'client', 'company'],
    title: 'name',
    attributes: [
      ['name', 'Name', 'TEXT', 'NAME', ['account name']],
      ['industry', 'Industry', 'TEXT', 'CATEGORY', ['sector']],
      ['country', 'Country', 'TEXT', 'PLACE', ['location']],
      ['employeeCount', 'Employees', 'INTEGER', 'QUANTITY', ['employees', 'number of employees']],
      ['annualRevenue', 'Annual revenue', 'MONEY', 'AMOUNT', ['revenue', 'turnover']],
    ],
    records: [
      { name: 'Alder Post', industry: 'courier', country: 'Norway', employeeCount: 120, annualRevenue: 900 },
      { name: 'Birch Bakers', industry: 'retail', country: 'Norway', employeeCount: 40, annualRevenue: 300 },
      { name: 'Cedar Tours', industry: 'tourism', country: 'Peru', employeeCount: 15, annualRevenue: 80 },
      { name: 'Dogwood Foods', industry: 'retail', country: 'Peru', employeeCount: 900, annualRevenue: 7_000 },
      { name: 'Elm Express', industry: 'courier', country: 'Kenya', employeeCount: 60, annualRevenue: null },
    ],
  });
  const product = testEntity({
    name: 'Product',
    plural: 'Products',
    canonical: true,
    synonyms: ['item'],
    title: 'name',
    attributes: [
      ['name', 'Name', 'TEXT', 'NAME', ['product name']],
      ['family', 'Family', 'TEXT', 'CATEGORY', ['series', 'category']],
      ['price', 'Price', 'MONEY', 'PRICE', ['list price']],
    ],
    records: [
      { name: 'Cargo One', family: 'cargo', price: 4_000 },
      { name: 'Cargo Two', family: 'cargo', price: 6_000 },
      { name: 'City', family: 'city', price: 1_500 },
    ],
  });
  const employee = testEntity({
    name: 'Employee',
    plural: 'Employees',
    canonical: true,
    synonyms: ['sales rep', 'salesperson'],
    title: 'name',
    attributes: [
      ['name', 'Name', 'TEXT', 'PERSON'],
      ['location', 'Location', 'TEXT', 'PLACE', ['office']],
    ],
    records: [
      { name: 'Ana Lund', location: 'North' },
      { name: 'Ben Okoro', location: 'South' },
      { name: 'Cy Quispe', location: 'South' },
    ],
  });
  const opportunity = testEntity({
    name: 'Opportunity',
    plural: 'Opportunities',
    canonical: true,
    synonyms: ['deal', 'opp'],
    title: 'externalId',
    attributes: [
      ['externalId', 'Opportunity ID', 'TEXT', 'IDENTIFIER'],
      ['stage', 'Stage', 'TEXT', 'STATUS', ['deal stage']],
      ['outcome', 'Outcome', 'TEXT', 'STATUS'],
      ['amount', 'Amount', 'MONEY', 'AMOUNT', ['value', 'deal value']],
      ['createdDate', 'Created', 'DATE', 'DATE', ['engage date']],
      ['closeDate', 'Close date', 'DATE', 'DATE', ['closed date']],
    ],
    relations: [
      ['account', 'Account', 'Account', ['customer', 'company']],
      ['product', 'Product', 'Product'],
      ['owner', 'Owner', 'Employee', ['sales agent', 'sales rep', 'rep']],
    ],
    records: [
      deal('D1', 'Won', 10_000, '2021-01-10', '2021-03-01', 'Alder Post', 'Cargo One', 'Ana Lund'),
      deal('D2', 'Won', 4_000.5, '2021-04-02', '2021-05-20', 'Birch Bakers', 'City', 'Ben Okoro'),
      deal('D3', 'Lost', null, '2021-04-10', '2021-06-30', 'Cedar Tours', 'City', 'Ben Okoro'),
      deal('D4', 'Won', 20_000, '2021-05-01', '2021-08-15', 'Dogwood Foods', 'Cargo Two', 'Ana Lund'),
      deal('D5', 'Won', 6_000, '2021-09-01', '2021-11-11', 'Alder Post', 'City', 'Ana Lund'),
      deal('D6', 'Lost', null, '2021-09-05', '2021-12-01', 'Dogwood Foods', 'Cargo One', 'Ben Okoro'),
      deal('D7', 'Won', 9_000, '2021-10-01', '2021-12-31', 'Birch Bakers', 'Cargo Two', 'Ben Okoro'),
      deal('D8', 'Won', 12_000, '2022-01-05', '2022-02-10', 'Alder Post', 'Cargo One', 'Ana Lund'),
      deal('D9', 'Proposal', 8_000, '2022-02-01', null, 'Cedar Tours', 'Cargo One', 'Ben Okoro'),
      deal('D10', 'Proposal', 2_500, '2022-02-20', null, 'Birch Bakers', 'City', 'Ana Lund'),
      deal('D11', 'Prospect', null, '2022-03-01', null, null, 'City', 'Ben Okoro'),
    ],
  });
  return [account, product, employee, opportunity];
}

function deal(
  externalId: string,
  stage: string,
  amount: number | null,
  createdDate: string,
  closeDate: string | null,
  account: string | null,
  product: string,
  owner: string,
) {
  const outcome = stage === 'Won' ? 'WON' : stage === 'Lost' ? 'LOST' : 'OPEN';
  return { externalId, stage, outcome, amount, createdDate, closeDate, account, product, owner };
}

/** A tea shop with orders, order lines and teas, adopted as it came: nothing of it is canonical. All of it is invented. */
export function teaShop(): TestEntity[] {
  const order = testEntity({
    name: 'TeaOrder',
    plural: 'Tea orders',
    canonical: false,
    synonyms: ['order'],
    title: 'orderId',
    attributes: [
      ['orderId', 'Order ID', 'TEXT', 'IDENTIFIER'],
      ['orderDate', 'Order date', 'DATE', 'DATE'],
      ['city', 'City', 'TEXT', 'PLACE'],
    ],
    records: [
      { orderId: 'T1', orderDate: '2023-01-05', city: 'Bergen' },
      { orderId: 'T2', orderDate: '2023-01-20', city: 'Lima' },
      { orderId: 'T3', orderDate: '2023-02-11', city: 'Lima' },
      { orderId: 'T4', orderDate: '2023-03-03', city: 'Mombasa' },
    ],
  });
  const tea = testEntity({
    name: 'Tea',
    plural: 'Teas',
    canonical: false,
    title: 'name',
    attributes: [
      ['name', 'Name', 'TEXT', 'NAME', ['tea name']],
      ['kind', 'Kind', 'TEXT', 'CATEGORY'],
      ['unitPrice', 'Unit price', 'MONEY', 'PRICE', ['price']],
    ],
    records: [
      { name: 'Assam', kind: 'black', unitPrice: 4.5 },
      { name: 'Sencha', kind: 'green', unitPrice: 6 },
      { name: 'Ceylon', kind: 'black', unitPrice: 5 },
      { name: 'Oolong', kind: 'blue', unitPrice: 9 },
    ],
  });
  const line = testEntity({
    name: 'OrderLine',
    plural: 'Order lines',
    canonical: false,
    synonyms: ['line'],
    title: null,
    attributes: [['quantity', 'Quantity', 'INTEGER', 'QUANTITY']],
    relations: [
      ['order', 'Order', 'TeaOrder'],
      ['tea', 'Tea', 'Tea'],
    ],
    records: [
      { quantity: 2, order: 'T1', tea: 'Assam' },
      { quantity: 1, order: 'T1', tea: 'Sencha' },
      { quantity: 3, order: 'T2', tea: 'Ceylon' },
      { quantity: 4, order: 'T3', tea: 'Assam' },
      { quantity: 1, order: 'T3', tea: 'Sencha' },
      { quantity: 10, order: 'T4', tea: 'Sencha' },
    ],
  });
  return [order, tea, line];
}
