import { describe, expect, test } from 'vitest';
import { evidenceOf, outcomesOf, readText } from '../formats.testkit.ts';
import { COMBINED, SQUID, W3C, ZEEK_CONN, ZEEK_DNS, ZEEK_HTTP_JSON, ZEEK_SSL, ZEEK_X509 } from '../samples/network.testkit.ts';

describe('Zeek', () => {
  test('queries that were answered are observations', async () => {
    const read = await readText(ZEEK_DNS);
    expect(outcomesOf(read)).toEqual(['DISCOVERY', 'REVERSE_LOOKUP', 'NO_SUCH_HOST', 'NO_HOST']);
    expect(evidenceOf(read)).toMatchObject([
      { host: 'app.notion.so', source: 'dns', at: 1_790_000_000_123, record: '9', details: { device: '10.0.0.5' } },
    ]);
  });

  test('server names and hosts are observations; connections know addresses only', async () => {
    expect(outcomesOf(await readText(ZEEK_SSL))).toEqual(['DISCOVERY', 'ADDRESS_ONLY']);
    expect(outcomesOf(await readText(ZEEK_CONN))).toEqual(['ADDRESS_ONLY']);
    const http = await readText(ZEEK_HTTP_JSON.map((line) => JSON.stringify(line)).join('\n'));
    expect(evidenceOf(http)).toMatchObject([{ host: 'updates.example.net', source: 'http', at: 1_790_000_000_250 }]);
  });

  test('a certificate is for each of its domains, until it expires; those of authorities are for none', async () => {
    const read = await readText(ZEEK_X509);
    expect(outcomesOf(read)).toEqual(['DISCOVERY DISCOVERY', 'NO_HOST']);
    const certificate = { subject: 'CN=*.acme.com,O=Acme', from: 1_780_000_000_000, to: 1_797_000_000_000 };
    expect(evidenceOf(read)).toMatchObject([
      { host: 'acme.com', details: { certificate } },
      { host: 'acme.de', source: 'certificate' },
    ]);
  });

  test('lines that are cut, and fields nobody knows', async () => {
    const lines = ZEEK_DNS.split('\n');
    expect(outcomesOf(await readText([...lines.slice(0, 8), '1790000000.1\tC1\t10.0', ...lines.slice(8)].join('\n')))[0]).toBe(
      'WRONG_WIDTH',
    );
    expect(evidenceOf(await readText(ZEEK_DNS.replaceAll('\tanswers', '\twhatever')))).toHaveLength(1);
  });
});

describe('proxies', () => {
  test('Squid: what went through is in use, with who and how much; what was denied is not', async () => {
    const read = await readText(SQUID);
    expect(outcomesOf(read)).toEqual(['DISCOVERY', 'DISCOVERY', 'FAILED']);
    expect(evidenceOf(read)).toMatchObject([
      {
        host: 'http://cdn.example.org/a.js',
        source: 'proxy',
        at: 1_790_000_000_129,
        details: { user: 'ana', device: '10.0.0.5', bytes: 12_345 },
      },
      { host: 'api.openai.com:443', details: { device: '10.0.0.6' } },
    ]);
  });

  test('Squid: a broken line is refused, and requests that never were have no host', async () => {
    const lines = SQUID.trimEnd().split('\n');
    const never = '1790000003.001 0 10.0.0.6 NONE_NONE/000 0 NONE error:transaction-end-before-headers - HIER_NONE/- -';
    expect(outcomesOf(await readText(['garbage', ...lines, never].join('\n')))).toEqual([
      'UNREADABLE_LINE',
      'DISCOVERY',
      'DISCOVERY',
      'FAILED',
      'NO_HOST',
    ]);
  });

  test('common and combined logs; requests to a server itself name no host', async () => {
    const read = await readText(COMBINED);
    expect(outcomesOf(read)).toEqual(['DISCOVERY', 'DISCOVERY', 'NO_HOST']);
    expect(evidenceOf(read)[0]).toMatchObject({
      host: 'http://docs.example.org/x?a=1',
      at: Date.parse('2026-10-01T11:55:36Z'),
      details: { user: 'ana' },
    });
  });

  test('W3C extended logs go by their fields', async () => {
    const read = await readText(W3C);
    expect(outcomesOf(read)).toEqual(['DISCOVERY', 'FAILED']);
    expect(evidenceOf(read)[0]).toMatchObject({
      host: 'app.asana.com',
      at: Date.parse('2026-10-01T08:00:00Z'),
      details: { user: 'ana', bytes: 512 },
    });
  });
});
