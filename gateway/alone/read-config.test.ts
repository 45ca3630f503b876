import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ConfigError } from '../../subgraphs/kernel/config/config.ts';
import { DEFAULT_CONFIG, parseConfig } from './read-config.ts';

const read = (text: string, environment: Record<string, string> = {}) => parseConfig(text, 'gateway.yaml', environment);

describe('a gateway.yaml', () => {
  test('may be empty', () => {
    expect(read('')).toEqual(DEFAULT_CONFIG);
    expect(read('# nothing\n')).toEqual(DEFAULT_CONFIG);
  });

  test('may hold everything that the guide shows, and the guide shows everything', () => {
    const guide = readFileSync(new URL('../../docs/guides/gateway.md', import.meta.url), 'utf8');
    const [, example = ''] = /```yaml\n([^]*?)```/.exec(guide) ?? [];
    const config = read(example, { PRODUCTS_KEY: 'k' });
    expect(config.subgraphs['products']?.headers).toEqual({ 'x-api-key': 'k' });
    expect(Object.keys(config).toSorted()).toEqual(Object.keys(parse(example) as object).toSorted());
    expect(new Set(Object.keys(config))).toEqual(new Set([...Object.keys(DEFAULT_CONFIG), 'jwt', 'contract', 'tracing']));
  });

  test('has the environment’s values where it names them', () => {
    expect(read('jwt: { secret: "${ONE}-${ONE}" }', { ONE: 'x'.repeat(20) }).jwt?.secret).toBe(`${'x'.repeat(20)}-${'x'.repeat(20)}`);
  });

  test.each([
    ['that is no YAML', 'a: [', /^gateway\.yaml is not YAML: .* line 1/],
    ['with a key nobody knows', 'subgraph: {}', /  subgraph is not a setting\. Known here: subgraphs, forwardHeaders/],
    [
      'with such a key further in',
      'subgraphs: { a: { urll: x } }',
      /  subgraphs\.a\.urll is not a setting\. Known here: url, websocketUrl/,
    ],
    [
      'with an address that is none',
      'subgraphs: { a: { url: "localhost:4000" } }',
      /subgraphs\.a\.url is not an http:\/\/ or https:\/\/ address/,
    ],
    ['that names a variable that is not set', 'jwt: { secret: "${NOPE}" }', /the environment has no NOPE/],
    ['with a secret that can be guessed', 'jwt: { secret: short }', /jwt\.secret has fewer than 32 characters/],
    ['with two kinds of keys', `jwt: { secret: ${'x'.repeat(40)}, jwks: "https://x/" }`, /jwt needs either jwks or secret/],
    ['that would forward what belongs to the connection', 'forwardHeaders: [Host]', /forwardHeaders\.0 is set by the gateway itself/],
    ['that limits to nothing', 'limits: { depth: 0 }', /limits\.depth/],
    ['with documents of no file', 'persisted: { mode: require }', /persisted needs a manifest/],
    ['that is a list', '- 1', /the file: /],
  ])('%s is refused with what is wrong', (_name, text, message) => {
    expect(() => read(text)).toThrowError(ConfigError);
    expect(() => read(text)).toThrowError(message);
  });

  test('is told all that is wrong with it at once', () => {
    const faults = 'foo: 1\ndrainMs: -1\nforwardHeaders: ["a b"]';
    expect(() => read(faults)).toThrowError(/drainMs[^]*|foo[^]*|forwardHeaders[^]*/);
    expect(() => read(faults)).toThrowError(/foo is not a setting/);
    expect(() => read(faults)).toThrowError(/drainMs/);
  });
});
