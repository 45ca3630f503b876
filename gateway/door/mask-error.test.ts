import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { cappedErrors, maskError, type MaskOptions } from './mask-error.ts';

const HIDDEN: MaskOptions = { subgraphMessages: 'MASK', hideSuggestions: true };

function shown(error: GraphQLError, options: MaskOptions = HIDDEN) {
  const lines: string[] = [];
  const formatted = maskError(error.toJSON(), error, createLogger('info', { write: (line) => void lines.push(line) }), options);
  return { ...formatted, logged: lines.length };
}

describe('what a caller is shown of an error', () => {
  test('a foreseen one as it is, wherever it comes from', () => {
    const domain = commonErrors.NOT_FOUND({ what: 'run' });
    const extensions = { code: 'NOT_FOUND', todo: domain.extensions.todo, retry: false };
    const wrapped = new GraphQLError('validation says', {
      originalError: new GraphQLError('inner', { originalError: domain }),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    const remote = new GraphQLError(domain.message, { path: ['run'], extensions: { ...domain.extensions, serviceName: 'agents' } });
    expect(shown(wrapped)).toEqual({ message: domain.message, extensions, logged: 0 });
    expect(shown(remote)).toEqual({ message: domain.message, path: ['run'], extensions, logged: 0 });
  });

  test('one of the protocol with advice, without names that come near', () => {
    const error = new GraphQLError('Value "RUNING" does not exist in "Status" enum. Did you mean the enum value "RUNNING"?', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(shown(error)).toMatchObject({
      message: 'Value "RUNING" does not exist in "Status" enum.',
      extensions: { code: 'BAD_USER_INPUT', todo: expect.any(String) },
    });
    expect(shown(error, { ...HIDDEN, hideSuggestions: false }).message).toContain('RUNNING');
  });

  test('of anything else only that it happened; the log has the rest', () => {
    const canary = new GraphQLError('password=canary', { path: ['a'], extensions: { code: 'POSTGRES_42', detail: 'canary' } });
    const masked = shown(canary);
    expect(masked).toMatchObject({ path: ['a'], extensions: { code: 'INTERNAL', retry: true }, logged: 1 });
    expect(JSON.stringify(masked)).not.toContain('canary');
  });

  test('in development mode what failed and where, and otherwise never', () => {
    const error = new GraphQLError('masked', { originalError: new Error('the inside') });
    expect(shown(error, { ...HIDDEN, debug: true }).extensions).toMatchObject({ code: 'INTERNAL', debug: { message: 'the inside' } });
    expect(shown(error).extensions).not.toHaveProperty('debug');
  });

  test('what a subgraph says, where that is to be shown', () => {
    const error = new GraphQLError('out of stock', { path: ['buy'], extensions: { code: 'SOLD_OUT', left: 0, serviceName: 'shop' } });
    expect(shown(error).extensions).toMatchObject({ code: 'INTERNAL' });
    expect(shown(error, { ...HIDDEN, subgraphMessages: 'SHOW' })).toEqual({ ...error.toJSON(), logged: 0 });
  });

  test('at most three, each told once', () => {
    const errors = ['a', 'a', 'b', 'c', 'd'].map((message) => ({ message }));
    expect(cappedErrors(errors)).toEqual([{ message: 'a' }, { message: 'b' }, { message: 'c' }]);
    expect(
      cappedErrors([
        { message: 'a', path: ['x', 0] },
        { message: 'a', path: ['x', 1] },
      ]),
    ).toHaveLength(2);
  });
});
