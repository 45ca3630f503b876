import { expect, test } from 'vitest';
import { fieldOf, fromUrl, namesIn, toUrl } from './postgres-url.ts';

test('any password survives the way into the URL and back', () => {
  const fields = {
    host: 'db.example.com',
    port: '6432',
    database: 'sales data',
    user: 'reader',
    password: 'p@ss:w/ör d#?%',
    sslmode: 'require',
  };
  expect(fromUrl(toUrl(fields))).toEqual(fields);
});

test('ports have a default, addresses of six parts their brackets, and no password no colon', () => {
  expect(toUrl({ host: '::1', port: '', database: 'a', user: 'u', password: '', sslmode: '' })).toBe('postgres://u@[::1]:5432/a');
  expect(fromUrl('postgresql://u@[::1]/a')).toMatchObject({ host: '::1', port: '5432', password: '' });
});

test('what is no PostgreSQL URL fills nothing in', () => {
  expect(fromUrl('db.example.com')).toBeNull();
  expect(fromUrl('mysql://a@b/c')).toBeNull();
  expect(fromUrl('postgres://[')).toBeNull();
});

test('schemas are names between commas or blanks', () => {
  expect(namesIn(' public, sales  sales\narchive ')).toEqual(['public', 'sales', 'archive']);
  expect(namesIn('  ')).toEqual([]);
});

test('a refusal stands beside the field that it is about', () => {
  expect(fieldOf({ field: 'url', code: 'POSTGRES_LOGIN_REFUSED' })).toBe('password');
  expect(fieldOf({ field: 'input.schemas', code: 'INVALID_INPUT' })).toBe('schemas');
  expect(fieldOf({ field: null, code: 'POSTGRES_UNREACHABLE' })).toBe('host');
  expect(fieldOf({ field: 'url', code: 'POSTGRES_TLS_REQUIRED' })).toBe('sslmode');
  expect(fieldOf({ field: null, code: 'SOMETHING_ELSE' })).toBeNull();
});
