import { WebSocket } from 'ws';
import type { Random } from '../chaos/random.ts';
import type { FuzzTarget } from './fuzz-http.ts';
import { codeIn, SERVER_FAULT, type Findings } from './fuzz-result.ts';
import { hostileOperation } from './hostile-bodies.ts';
import { hostileName, hostileText, hostileValue, mutated } from './hostile-values.ts';

const PATIENCE_MS = 20_000;
/** Closed by us for what the client did; anything else below 4400 or a 4500 is ours. */
const INTERNAL_CODES = new Set([1011, 4500]);

/** Sends that many hostile messages over so many sockets at once; a socket that is closed for one is opened anew. */
export async function fuzzSockets(target: FuzzTarget, random: Random, count: number, width: number, findings: Findings): Promise<void> {
  let left = count;
  const work = async (): Promise<void> => {
    let socket: HostileSocket | null = null;
    while (left > 0) {
      left--;
      if (socket === null || !socket.isOpen) socket = await HostileSocket.open(target, random, findings);
      if (socket === null) return;
      await socket.send(hostileMessage(random, target));
      findings.result.messages++;
    }
    socket?.end();
  };
  await Promise.all(Array.from({ length: width }, work));
}

function hostileMessage(random: Random, { honest }: FuzzTarget): string | Buffer {
  const kind = random.below(50);
  const id = (): unknown => random.pick<unknown>(['1', '2', '3', '', 7, null, hostileName(random), 'x'.repeat(500)]);
  const json = (value: unknown): string => {
    try {
      return JSON.stringify(value);
    } catch {
      return '[';
    }
  };
  if (kind === 0) return json({ type: hostileText(random), id: id(), payload: hostileValue(random) });
  if (kind === 1) return json(hostileValue(random));
  if (kind === 2) return mutated(random, json({ type: 'subscribe', id: '1', payload: { query: random.pick(honest) } }));
  if (kind === 3) return Buffer.from(Array.from({ length: random.below(200) }, () => random.below(256)));
  if (kind === 4) return json({ type: 'complete', id: id() });
  if (kind === 5) return json({ type: random.pick(['ping', 'pong']), payload: hostileValue(random) });
  if (kind === 6)
    return json({
      type: random.pick(['next', 'error', 'connection_ack', 'connection_init', 'start', 'stop']),
      id: id(),
      payload: hostileValue(random),
    });
  return json({
    type: 'subscribe',
    id: random.fraction() < 0.99 ? String(random.below(1_000_000)) : id(),
    payload: random.fraction() < 0.99 ? hostileOperation(random, honest) : hostileValue(random),
  });
}

/** A socket whose every message is followed by a ping: the pong says that the message was dealt with. */
class HostileSocket {
  isOpen = true;
  private readonly socket: WebSocket;
  private readonly findings: Findings;
  private pings = 0;
  private answered: (() => void) | null = null;

  private constructor(socket: WebSocket, findings: Findings) {
    this.socket = socket;
    this.findings = findings;
  }

  /** Null when the server lets nobody in. */
  static async open({ url, token }: FuzzTarget, random: Random, findings: Findings): Promise<HostileSocket | null> {
    // Some never say who they are, and some do not wait to be let in.
    const payload = random.fraction() < 0.9 ? { authorization: `Bearer ${token}` } : {};
    const introduces = random.fraction() < 0.95;
    const waits = introduces && random.fraction() < 0.95;
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    const hostile = new HostileSocket(socket, findings);
    const opened = await new Promise<boolean>((resolve) => {
      socket.on('error', () => resolve(false));
      socket.on('close', () => resolve(false));
      socket.on('open', () => {
        if (introduces) socket.send(JSON.stringify({ type: 'connection_init', payload }));
        if (waits) socket.once('message', () => resolve(true));
        else resolve(true);
      });
    });
    if (!opened) {
      findings.result.crashes++;
      return null;
    }
    socket.on('message', (data: Buffer) => hostile.heard(data.toString('utf8')));
    socket.on('close', (code) => hostile.closed(code));
    return hostile;
  }

  async send(message: string | Buffer): Promise<void> {
    const describe = (): string => `socket ${message.toString()}`;
    const started = performance.now();
    const ping = ++this.pings;
    const dealtWith = new Promise<boolean>((resolve) => {
      const patience = setTimeout(() => resolve(false), PATIENCE_MS);
      this.answered = () => {
        clearTimeout(patience);
        resolve(true);
      };
    });
    this.socket.send(message);
    this.socket.send(JSON.stringify({ type: 'ping', payload: { ping } }));
    if (!(await dealtWith)) this.findings.failed('no pong', describe);
    this.findings.timed(performance.now() - started, describe);
    if (this.fault !== null) this.findings.failed(this.fault, describe);
    this.fault = null;
  }

  end(): void {
    this.isOpen = false;
    this.socket.terminate();
  }

  private fault: string | null = null;

  private heard(text: string): void {
    const code = codeIn(text);
    if (code !== '') this.findings.count(`told ${code}`);
    if (SERVER_FAULT.test(text)) this.fault = text.slice(0, 300);
    if (text.startsWith('{"type":"pong"') && text.includes(`"ping":${this.pings}}`)) this.answered?.();
  }

  private closed(code: number): void {
    this.isOpen = false;
    this.findings.count(`closed ${code}`);
    if (INTERNAL_CODES.has(code)) this.fault = `closed ${code}`;
    this.answered?.();
  }
}
