import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import { ResponseData } from '../engine/response/response-data.ts';
import { CallFailed } from '../sources/remote/call-failed.ts';
import { whatCameOfIt } from './what-came-of-it.ts';

const data = (value: unknown) => new ResponseData(JSON.stringify(value)) as never;
const error = (path: (string | number)[], extensions: Record<string, unknown>, originalError?: Error) =>
  new GraphQLError('no', { path, extensions, ...(originalError === undefined ? {} : { originalError }) });
const TODO = { todo: 'Again.' };
const call = (kind: 'LATE' | 'REFUSED') => commonErrors.UNAVAILABLE({ what: 'It' }, { cause: new CallFailed(kind, 'no reply') });

test.each([
  ['a value', { data: data({ save: { id: 1 } }) }, 'KEEP'],
  ['nothing, and no error', { data: data({ save: null }) }, 'KEEP'],
  ['wrong variables', { errors: [new GraphQLError('no')] }, 'FORGET'],
  ['problems with its input', { data: data({ save: { problems: [{ code: 'NAME_INVALID' }] } }) }, 'FORGET'],
  ['a refusal by its name', { data: data({ save: { __typename: 'InputRefused' } }) }, 'FORGET'],
  ['a list that is called problems and is empty', { data: data({ save: { problems: [] } }) }, 'KEEP'],
  ['one refused, one carried out', { data: data({ one: { problems: [{ code: 'X' }] }, other: { id: 1 } }) }, 'KEEP'],
  ['a refusal that may be tried again', { data: null, errors: [error(['save'], { ...TODO, retry: true })] }, 'FORGET'],
  ['a refusal for good', { data: null, errors: [error(['save'], { ...TODO, retry: false })] }, 'KEEP'],
  [
    'one carried out, one to be tried again',
    { data: data({ one: { id: 1 }, other: null }), errors: [error(['other'], { ...TODO, retry: true })] },
    'KEEP',
  ],
  ['an error below what was carried out', { data: null, errors: [error(['save', 'name'], {})] }, 'KEEP'],
  ['what nobody foresaw', { data: null, errors: [error(['save'], {})] }, 'DOUBT'],
  ['a call that broke off', { data: null, errors: [error(['save'], { ...TODO, retry: true }, call('LATE'))] }, 'DOUBT'],
  ['a call that never went out', { data: null, errors: [error(['save'], { ...TODO, retry: true }, call('REFUSED'))] }, 'FORGET'],
] as const)('%s', (_what, result, fate) => {
  expect(whatCameOfIt(result as never)).toBe(fate);
});
