import { describe, expect, test } from 'vitest';
import { FORMATS } from './catalogue.ts';
import { formatOf } from './format-of.ts';
import { readText, SAMPLES } from './formats.testkit.ts';

describe('a file is told by what it begins with', () => {
  test.each(SAMPLES)('%s is %s, and nothing in it is refused', async (name, code, text) => {
    const { code: found, records } = await readText(text, name);
    expect(found).toBe(code);
    expect(records.filter((record) => record.kind === 'REFUSED' && record.problem !== 'DUPLICATE_ID')).toEqual([]);
  });

  test('whatever it is called', async () => {
    for (const [, code, text] of SAMPLES) expect((await readText(text, 'download')).code).toBe(code);
  });

  test('and every format has a sample', () => {
    const sampled = new Set(SAMPLES.map(([, code]) => code));
    expect(FORMATS.map(({ code }) => code).filter((code) => !sampled.has(code))).toEqual([]);
  });

  test('snapshots are told from all of them', () => {
    expect(formatOf('{"meta":{"as_of":"2026-10-01"},"planes":{"idp":{"objects":[', 'x').kind).toBe('SNAPSHOT');
  });

  test('with only the first bytes of a large one', () => {
    for (const [name, code, text] of SAMPLES.filter(([, , each]) => each.length > 2_500))
      expect({ name, code: Object(formatOf(text.slice(0, 2_000), name))['code'] }).toEqual({ name, code });
  });
});

describe('a file that is none of them', () => {
  test.each([
    ['prose.txt', 'Dear all,\nplease find attached.\n'],
    ['numbers.csv', 'a,b,c\n1,2,3\n'],
    ['other.json', '{"glossary":{"title":"x"}}'],
    ['list.json', '[1,2,3]'],
    ['empty.json', '[]'],
    ['broken.json', '{"Records"'],
    ['page.html', '<!doctype html><title>Log in</title>'],
  ])('%s is one refusal that lists what can be read', async (name, text) => {
    const { code, records } = await readText(text, name);
    expect(code).toBeNull();
    expect(records).toMatchObject([{ kind: 'REFUSED', problem: 'UNKNOWN_FORMAT', says: expect.stringContaining('AWS CloudTrail') }]);
  });

  test('columns that fit two formats equally are not guessed at: the name decides, or nobody does', () => {
    const text = 'App name,Client ID,SSO,Scopes\nX,1,SAML,mail.read\n';
    expect(formatOf(text, 'export.csv')).toMatchObject({ kind: 'UNKNOWN', says: expect.stringContaining('equally') });
    expect(formatOf(text, 'oauth-grants.csv')).toMatchObject({ kind: 'TABLE', code: 'OAUTH_APPS' });
  });
});
