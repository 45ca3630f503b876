import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHost } from './host.ts';

describe('an address', () => {
  test.each([
    ['https://user@app.Acme.co.uk:8443/path?q=1#x', 'app.acme.co.uk', 'acme.co.uk'],
    ['*.notion.so', 'notion.so', 'notion.so'],
    ['*.*.mail.example.com.', 'mail.example.com', 'example.com'],
    ['münchen.de', 'xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
    ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
    ['someone@mail.example.org', 'mail.example.org', 'example.org'],
    ['shop.myshopify.com', 'shop.myshopify.com', 'myshopify.com'],
    ['bucket.s3.amazonaws.com', 'bucket.s3.amazonaws.com', 'amazonaws.com'],
    ['_dmarc.example.com', '_dmarc.example.com', 'example.com'],
  ])('%s is of its registered domain', (text, host, domain) => {
    expect(readHost(text)).toEqual({ kind: 'DOMAIN', host, domain });
  });

  test.each(['10.0.0.1', 'http://192.168.1.7:8080/', '[2001:db8::1]:443', '2001:db8::1', '12345', '0x7f.1'])(
    '%s is one of the network',
    (text) => {
      expect(readHost(text)).toMatchObject({ kind: 'ADDRESS' });
    },
  );

  test.each(['db-01.corp.internal', 'printer', 'intranet.local', 'com', 'co.uk'])('%s is known to no registry', (text) => {
    expect(readHost(text)).toMatchObject({ kind: 'UNLISTED' });
  });

  test.each(['', '   ', 'https://', '*.', '.', 'two words', `${'a'.repeat(3_000)}.com`])('%j is none', (text) => {
    expect(readHost(text)).toBeNull();
  });

  test('whatever is written, reading ends, and what is read reads as itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain(), fc.ipV4(), fc.ipV6()), (text) => {
        const read = readHost(text);
        expect(read?.kind === 'DOMAIN' ? readHost(read.host) : read).toEqual(read);
      }),
    );
  });
});
