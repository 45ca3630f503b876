import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRACE_MS, judgeToken, type Family, type Verdict } from './refresh-family.ts';
import { firstToken, hashOfToken, nextToken, readToken, writeToken, type RefreshToken } from './refresh-token.ts';

const KEY = randomBytes(32);
const DAY_MS = 86_400_000;

/** A session's tokens as a server keeps them, and a clock. */
class Server {
  now = 0;
  readonly first = firstToken(randomUUID(), randomUUID());
  family: Family = {
    generation: 0,
    refreshHash: hashOfToken(this.first),
    rotatedAt: new Date(0),
    expiresAt: new Date(30 * DAY_MS),
    revokedAt: null,
  };

  /** What the holder of a token gets for it. */
  exchange(token: RefreshToken): { verdict: Verdict; next: RefreshToken | null } {
    const next = nextToken(token, KEY);
    const presented = { generation: token.generation, hash: hashOfToken(token), nextHash: hashOfToken(next) };
    const verdict = judgeToken(this.family, presented, new Date(this.now));
    if (verdict === 'ROTATE')
      this.family = { ...this.family, generation: next.generation, refreshHash: hashOfToken(next), rotatedAt: new Date(this.now) };
    if (verdict === 'REUSED') this.family = { ...this.family, revokedAt: new Date(this.now) };
    return { verdict, next: verdict === 'ROTATE' || verdict === 'REPEAT' ? next : null };
  }
}

const steps = fc.array(fc.record({ who: fc.nat(1), waitMs: fc.oneof(fc.nat(GRACE_MS * 2), fc.nat(DAY_MS)), replyLost: fc.boolean() }), {
  minLength: 1,
  maxLength: 40,
});

test('windows that share their token, and lose replies for less than the time of grace, are never thrown out', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const server = new Server();
      let shared = server.first;
      for (const { waitMs, replyLost } of sequence) {
        server.now += waitMs;
        const { verdict, next } = server.exchange(shared);
        // Another window asked with the same token just before it was told of the new one.
        const other = server.exchange(shared);
        if (server.now >= server.family.expiresAt.getTime()) return expect(verdict).toBe('ENDED');
        expect(verdict).toBe('ROTATE');
        expect(other.verdict).toBe('REPEAT');
        expect(other.next).toEqual(next);
        if (replyLost) {
          server.now += GRACE_MS - 1;
          expect(server.exchange(shared)).toEqual({ verdict: 'REPEAT', next });
        }
        shared = next ?? shared;
      }
    }),
  );
});

test('of an owner and a thief who go on with copies of one token, neither refreshes on for longer than it takes both to come once', () => {
  fc.assert(
    fc.property(steps, fc.nat(5), (sequence, before) => {
      const server = new Server();
      let stolen = server.first;
      for (let i = 0; i < before; i++) stolen = server.exchange(stolen).next ?? stolen;
      const held = [stolen, stolen];
      let lastWho: number | null = null;
      for (const { who, waitMs } of sequence) {
        server.now += GRACE_MS + 1 + waitMs;
        const { verdict, next } = server.exchange(held[who] ?? stolen);
        // Whoever comes after the other one has: both were told apart, and the session is over for both.
        if (lastWho !== null && who !== lastWho) {
          expect(['REUSED', 'ENDED']).toContain(verdict);
          expect(server.exchange(held[1 - who] ?? stolen).verdict).toBe('ENDED');
          return;
        }
        if (next !== null) held[who] = next;
        lastWho = who;
      }
    }),
  );
});

test('what comes back later than grace ends the session, however old, and nothing revives it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), (rotations, pick) => {
      const server = new Server();
      const tokens = [server.first];
      for (let i = 0; i < rotations; i++) tokens.push(server.exchange(tokens.at(-1) ?? server.first).next ?? server.first);
      server.now += GRACE_MS + 1;
      expect(server.exchange(tokens[pick % rotations] ?? server.first).verdict).toBe('REUSED');
      for (const token of tokens) expect(server.exchange(token).verdict).toBe('ENDED');
    }),
  );
});

test('a token that was not made with our key is not read, and a guessed one of ours changes nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(100), fc.nat(120), (secret, generation, position) => {
      const server = new Server();
      const genuine = writeToken(server.first, KEY);
      expect(readToken(genuine, KEY)).toEqual(server.first);
      expect(readToken(writeToken(server.first, randomBytes(32)), KEY)).toBeNull();
      const at = 5 + (position % (genuine.length - 6));
      const changed = genuine.slice(0, at) + (genuine[at] === 'A' ? 'B' : 'A') + genuine.slice(at + 1);
      expect(readToken(changed, KEY)).toBeNull();
      const guessed = { ...server.first, generation: generation + 1, secret: Buffer.from(secret) };
      expect(server.exchange(guessed).verdict).toBe('REFUSED');
      expect(server.exchange(server.first).verdict).toBe('ROTATE');
    }),
  );
});
