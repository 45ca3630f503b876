import { expect, test } from 'vitest';
import { mapped, proposed, table } from './propose.testkit.ts';

test("a company's own revenue and head count are attributes of the account, never the tenant's revenue or a link to employees", () => {
  const result = proposed([
    table('companies', { company: 'Firm #', revenue: '1#.5', employees: '1~' }, 'company', { employees: 'employees.id' }),
    table('employees', { id: '#', name: 'Ann Lee|Bo Ray' }, 'id'),
  ]);
  expect(mapped(result.get('companies'))).toEqual({ company: 'name', revenue: 'annualRevenue', employees: 'employeeCount' });
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
