import { expect, test } from 'vitest';
import { findConnectors } from './find-connectors.ts';

const ALL = [
  { label: 'Stripe', description: 'Customers, subscriptions and invoices', category: 'BILLING' },
  { label: 'Salesforce', description: 'Accounts and opportunities', category: 'CRM' },
  { label: 'HubSpot', description: 'Contacts, companies and deals', category: 'CRM' },
];
const labels = (find: string, group = '') => findConnectors(ALL, find, group).map((each) => each.label);

test('connectors are found by name, group and what is read, in order of name', () => {
  expect(labels('')).toEqual(['HubSpot', 'Salesforce', 'Stripe']);
  expect(labels('invoices')).toEqual(['Stripe']);
  expect(labels('crm')).toEqual(['HubSpot', 'Salesforce']);
  expect(labels('', 'CRM')).toEqual(['HubSpot', 'Salesforce']);
  expect(labels('stripe', 'CRM')).toEqual([]);
});

test('a name that begins with the word comes before one that only speaks of it', () => {
  expect(labels('s')).toEqual(['Salesforce', 'Stripe', 'HubSpot']);
});
