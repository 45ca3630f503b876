import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createVerifier, ScramExchange } from './scram.ts';

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** A client by the letter of RFC 5802, section 3. */
function clientFinal(password: string, firstBare: string, serverFirst: string): string {
  const [, nonce, salt, iterations] = /^r=(.*),s=(.*),i=(\d+)$/.exec(serverFirst)!;
  const salted = pbkdf2Sync(password, Buffer.from(salt!, 'base64'), Number(iterations), 32, 'sha256');
  const clientKey = hmac(salted, 'Client Key');
  const unproved = `c=biws,r=${nonce}`;
  const signature = hmac(createHash('sha256').update(clientKey).digest(), `${firstBare},${serverFirst},${unproved}`);
  return `${unproved},p=${Buffer.from(clientKey.map((byte, index) => byte ^ signature[index]!)).toString('base64')}`;
}

describe('ScramExchange', () => {
  const verifier = createVerifier('pencil');
  const begin = () => {
    const exchange = new ScramExchange(verifier);
    return { exchange, serverFirst: exchange.first('n,,n=,r=abc')! };
  };
  it('accepts the right password', () => {
    const { exchange, serverFirst } = begin();
    expect(exchange.final(clientFinal('pencil', 'n=,r=abc', serverFirst))).toMatch(/^v=/);
  });
  it('refuses a wrong one, a replayed one and a malformed one', () => {
    const first = begin();
    expect(first.exchange.final(clientFinal('pen', 'n=,r=abc', first.serverFirst))).toBeNull();
    const second = begin();
    expect(second.exchange.final(clientFinal('pencil', 'n=,r=abc', first.serverFirst))).toBeNull();
    expect(begin().exchange.final('p=')).toBeNull();
    expect(new ScramExchange(verifier).first('y,,r=abc')).toBeNull();
  });
});
