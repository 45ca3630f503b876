import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { GraphQLError, OperationTypeNode, buildSchema, parse, type ExecutionResult } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { createMetrics } from '../../../subgraphs/kernel/telemetry/metrics.ts';
import { ANONYMOUS } from '../../../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from '../../../tests/testkit/eventually.ts';
import type { GatewayContext, OpenedStream } from '../../context.ts';
import { httpSource } from '../remote/http-source.ts';
import type { FetchResult, Source } from '../source.ts';

const schema = buildSchema('type Query { ok: Int } type Subscription { told(of: String): Int }');
const TOLD = parse('subscription ($of: String) { told(of: $of) }');
const operation = {
  text: 'subscription ($of: String) { told(of: $of) }',
  name: null,
  kind: OperationTypeNode.SUBSCRIPTION,
  document: TOLD,
};

/** A partner's subgraph that tells what it is told to, to everybody who follows it. */
class Partner implements AsyncDisposable {
  readonly handshakes: IncomingMessage[] = [];
  readonly parameters: unknown[] = [];
  readonly sockets = new Set<Socket>();
  following = 0;
  refusal: GraphQLError | null = null;
  private readonly listeners = new Set<(told: number | null) => void>();
  private server: Server = createServer();
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  async start(): Promise<this> {
    this.server = createServer();
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    useServer(
      {
        schema,
        onConnect: ({ connectionParams, extra }) => {
          this.parameters.push(connectionParams);
          this.handshakes.push(extra.request);
        },
        onSubscribe: () => (this.refusal === null ? undefined : [this.refusal]),
        subscribe: () => this.tellings(),
      },
      new WebSocketServer({ server: this.server, path: '/graphql' }),
    );
    await new Promise<void>((resolve) => {
      this.server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (this.server.address() as AddressInfo).port;
    return this;
  }

  tell(told: number | null): void {
    for (const listener of this.listeners) listener(told);
  }

  /** Everybody who is connected is cut off. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.cut();
    await closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.server.listening) await this.stop();
  }

  private tellings(): AsyncIterableIterator<ExecutionResult> {
    const waiting: (number | null)[] = [];
    let wake = (): void => undefined;
    const listener = (told: number | null): void => {
      waiting.push(told);
      wake();
    };
    this.listeners.add(listener);
    this.following += 1;
    const done = { done: true as const, value: undefined };
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next() {
        while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        const told = waiting.shift() ?? null;
        return told === null ? done : { done: false, value: { data: { told } } };
      },
      return: () => {
        this.listeners.delete(listener);
        this.following -= 1;
        waiting.push(null);
        wake();
        return Promise.resolve(done);
      },
    };
  }
}

let opened = new AsyncDisposableStack();
afterEach(async () => {
  await opened.disposeAsync();
  opened = new AsyncDisposableStack();
});

async function start(): Promise<{ partner: Partner; source: Source }> {
  const partner = opened.use(await new Partner().start());
  const source = httpSource(
    {
      name: 'partner',
      url: partner.url,
      viewerSecret: null,
      headers: { 'x-key': 'configured' },
      limits: { reconnectMs: 10, longestReconnectMs: 20, reconnects: 5, pingMs: 200 },
    },
    createMetrics({ processMetrics: false }),
  );
  opened.defer(() => source.close());
  return { partner, source };
}

const grants = { key: '', role: 'PUBLIC', authenticated: false, scopes: new Set<string>(), policies: new Set<string>() };
const contextOf = (forwarded: Record<string, string> = {}): GatewayContext => ({
  viewer: ANONYMOUS,
  requestId: 'r',
  localOwner: false,
  clientAddress: null,
  clientAgent: null,
  subscription: null,
  grants,
  forwarded,
});

async function open(source: Source, context = contextOf()): Promise<Extract<OpenedStream, { kind: 'UPSTREAM' }>> {
  const stream = await source.open(operation, { of: 'all' }, context);
  if (stream.kind !== 'UPSTREAM') throw new Error('a partner has no event log');
  return stream;
}

const told = (value: number): IteratorResult<FetchResult> => ({ done: false, value: { data: { told: value }, errors: [] } });
const INTERRUPTED = { done: false, value: { data: null, errors: [{ extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } }] } };

describe('a partner’s subscription', () => {
  test('begins when it is followed, tells what comes, and ends when the partner ends it', async () => {
    const { partner, source } = await start();
    const stream = await open(source);
    expect(partner.handshakes).toHaveLength(0);
    const events = stream.follow(new AbortController().signal);
    await eventually('following', () => partner.following === 1);
    partner.tell(1);
    partner.tell(2);
    expect([await events.next(), await events.next()]).toEqual([told(1), told(2)]);
    partner.tell(null);
    expect(await events.next()).toMatchObject({ done: true });
    expect(await events.next()).toMatchObject({ done: true });
  });

  test('shares a connection with what the same caller follows, and with nobody else', async () => {
    const { partner, source } = await start();
    const { signal } = new AbortController();
    const mine = contextOf({ authorization: 'Bearer mine' });
    const followed = [await open(source, mine), await open(source, mine), await open(source, contextOf({ authorization: 'Bearer other' }))];
    for (const { follow } of followed) follow(signal);
    await eventually('three followers', () => partner.following === 3);
    expect(partner.handshakes.map(({ headers }) => String(headers.authorization)).toSorted()).toEqual(['Bearer mine', 'Bearer other']);
    expect(partner.handshakes[0]?.headers['x-key']).toBe('configured');
    expect(partner.parameters).toContainEqual({ authorization: 'Bearer mine' });
    expect(followed[0]?.identity).toBe(followed[2]?.identity);
  });

  test('is left at once while nothing comes, by the signal and by return', async () => {
    const { partner, source } = await start();
    const stopping = new AbortController();
    const [bySignal, byReturn] = [(await open(source)).follow(stopping.signal), (await open(source)).follow(new AbortController().signal)];
    const waiting = [bySignal.next(), byReturn.next()];
    await eventually('two followers', () => partner.following === 2);
    stopping.abort();
    await byReturn.return?.();
    expect(await Promise.all(waiting)).toMatchObject([{ done: true }, { done: true }]);
    await eventually('nobody left', () => partner.following === 0);
  });

  test('goes on after the connection was lost, and says that something may be missing', async () => {
    const { partner, source } = await start();
    const events = (await open(source)).follow(new AbortController().signal);
    await eventually('following', () => partner.following === 1);
    for (let lost = 1; lost <= 3; lost++) {
      partner.cut();
      expect(await events.next()).toMatchObject(INTERRUPTED);
      await eventually('following again', () => partner.handshakes.length === lost + 1 && partner.following === 1);
      partner.tell(lost);
      expect(await events.next()).toEqual(told(lost));
    }
  });

  test('goes on over another connection when the one there is falls silent', async () => {
    const { partner, source } = await start();
    const events = (await open(source)).follow(new AbortController().signal);
    await eventually('following', () => partner.following === 1);
    for (const socket of partner.sockets) socket.pause();
    expect(await events.next()).toMatchObject(INTERRUPTED);
  });

  test('is given up when the partner stays away', async () => {
    const { partner, source } = await start();
    const events = (await open(source)).follow(new AbortController().signal);
    await eventually('following', () => partner.following === 1);
    await partner.stop();
    await expect(events.next()).rejects.toMatchObject({ extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } });
    expect(await events.next()).toMatchObject({ done: true });
  });

  test('that the partner refuses says why', async () => {
    const { partner, source } = await start();
    partner.refusal = new GraphQLError('not you', { extensions: { code: 'NOT_YOU' } });
    const events = (await open(source)).follow(new AbortController().signal);
    await expect(events.next()).rejects.toMatchObject({ message: 'not you', extensions: { code: 'NOT_YOU' } });
  });

  test('goes on after its source was closed, until it is over by itself', async () => {
    const { partner, source } = await start();
    const events = (await open(source)).follow(new AbortController().signal);
    await eventually('following', () => partner.following === 1);
    await source.close();
    partner.tell(1);
    expect(await events.next()).toEqual(told(1));
    await events.return?.();
    await eventually('the connection closed', () => partner.sockets.size === 0);
  });
});
