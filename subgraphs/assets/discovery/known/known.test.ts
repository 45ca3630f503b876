import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standardOf } from './attestations.ts';
import { dataClassOf } from './data-classes.ts';
import { scopeRisk } from './scope-risk.ts';

test.each([
  ['google', 'https://www.googleapis.com/auth/gmail.readonly', 'MAIL', 'READ_ALL'],
  ['Google Workspace', 'https://mail.google.com/', 'MAIL', 'WRITE_ALL'],
  ['entra', 'https://graph.microsoft.com/Mail.Read', 'MAIL', 'READ_ALL'],
  ['microsoft', 'RoleManagement.ReadWrite.Directory', 'DIRECTORY', 'CONTROL'],
  ['slack', 'channels:history', 'CHAT', 'READ_ALL'],
  ['github', 'repo', 'CODE', 'WRITE_ALL'],
  ['salesforce', 'full', 'CUSTOMERS', 'CONTROL'],
  ['', 'openid', 'PROFILE', 'SIGN_IN'],
])('%s gives out %s, which reaches %s by %s', (provider, scope, reach, level) => {
  expect(scopeRisk(provider, scope)).toMatchObject({ reach, level, known: true });
});

test('scopes that nobody knows are judged by their words, and never as harmless as signing in without saying so', () => {
  expect(scopeRisk('acme', 'mailbox.readwrite.all')).toMatchObject({ reach: 'MAIL', level: 'WRITE_ALL', known: false });
  expect(scopeRisk('acme', 'zebra')).toMatchObject({ level: 'READ', known: false });
});

test('whatever a scope is called, its risk is between nothing and everything', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (provider, scope) => {
      const { risk } = scopeRisk(provider, scope);
      expect(risk >= 0 && risk <= 1).toBe(true);
    }),
  );
});

test.each([
  ['payroll', 'EMPLOYEES'], ['CRM', 'PERSONAL'], ['file_sharing', 'DOCUMENTS'], ['Patient records', 'HEALTH'], ['erp', 'FINANCIAL'], ['devops', 'SOURCE_CODE'],
])('%s is about %s', (words, dataClass) => {
  expect(dataClassOf(words)?.dataClass).toBe(dataClass);
}); // prettier-ignore

test('words that tell no sort of data tell none', () => {
  expect(dataClassOf('zebra')).toBeNull();
});

test('papers hold as long as their standards say', () => {
  expect(standardOf('ISO/IEC 27001:2022')).toEqual({ name: 'ISO 27001', months: 36, independent: true });
  expect(standardOf('soc2_type_ii')).toMatchObject({ name: 'SOC 2', months: 12 });
  expect(standardOf('Our own word')).toEqual({ name: 'Our own word', months: 12, independent: false });
});
