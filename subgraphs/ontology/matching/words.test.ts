import fc from 'fast-check';
import { expect, test } from 'vitest';
import { camelCase, expand, labelOf, normalWords, pascalCase, plural, segment, singular, words } from './words.ts';

test.each([
  ['sf_AccountName2', ['sf', 'account', 'name', '2']],
  ['customerID', ['customer', 'id']],
  ['HTTPServer-url', ['http', 'server', 'url']],
  ['Região__c', ['regiao']],
  ['Sub-Category', ['sub', 'category']],
])('%s is split into its words', (name, expected) => {
  expect(words(name)).toEqual(expected);
});

test.each([
  ['companies', 'company'],
  ['statuses', 'status'],
  ['expenses', 'expense'],
  ['series', 'series'],
  ['boxes', 'box'],
  ['addresses', 'address'],
  ['people', 'person'],
])('the singular of %s is %s', (many, one) => {
  expect(singular(many)).toBe(one);
  expect(plural(one)).toBe(many);
});

test('abbreviations and spelling variants mean the same words', () => {
  expect(normalWords('cust_no')).toEqual(normalWords('Customer Number'));
  expect(normalWords('inv_amt')).toEqual(['invoice', 'amount']);
  expect(normalWords('E-mail address')).toEqual(['email']);
  expect(expand(['organization'])).toEqual(['organisation']);
});

test('run-together names are split by the vocabulary, known words are not', () => {
  const vocabulary = new Set(['number', 'employee', 'deal', 'stage', 'location', 'first', 'name']);
  expect(segment('numberofemployees', vocabulary)).toEqual(['number', 'of', 'employees']);
  expect(segment('dealstage', vocabulary)).toEqual(['deal', 'stage']);
  expect(segment('dealid', vocabulary)).toEqual(['deal', 'id']);
  expect(segment('location', vocabulary)).toEqual(['location']);
  expect(segment('unknownthing', vocabulary)).toEqual(['unknownthing']);
});

test('names and labels are made of words', () => {
  expect(pascalCase(['sales', 'team'])).toBe('SalesTeam');
  expect(labelOf(['customer', 'id'])).toBe('Customer ID');
  expect(camelCase(['2', 'nd'])).toBe('n2Nd');
});

test('whatever a column is called, its attribute has a name that GraphQL and SQL can carry', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(camelCase(words(name))).toMatch(/^[a-z][A-Za-z0-9]*$/);
    }),
  );
});
