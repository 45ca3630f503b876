import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { textFrame } from './text-frame.ts';
import type { Turns } from './turns.ts';

/** Bytes that wait for their turn at most. */
const MAX_WAITING = 64 * 1024;

/**
 * Results on their way to one socket, past the WebSocket library and straight to the connection: whole frames may be written at any time where
 * nothing is compressed. What comes before there is a turn leaves in one write, so that the busier it gets, the less each result costs.
 */
export class Outgoing {
  private readonly socket: WebSocket;
  private readonly connection: Socket;
  private readonly turns: Turns;
  private readonly flushNow = (): void => this.flush();
  private frames: Buffer[] = [];
  private bytes = 0;

  constructor(socket: WebSocket, connection: Socket, turns: Turns) {
    this.socket = socket;
    this.connection = connection;
    this.turns = turns;
  }

  /** @param head @param tail the two parts of the message, UTF-8 */
  push(head: Buffer, tail: Buffer): void {
    const frame = textFrame(head, tail);
    this.bytes += frame.length;
    if (this.frames.push(frame) === 1) this.turns.take(this.flushNow);
    if (this.bytes > MAX_WAITING) this.flush();
  }

  /** Writes what waits. To be called before anything else is sent. */
  flush(): void {
    const { frames, bytes } = this;
    const [first] = frames;
    if (first === undefined) return;
    this.frames = [];
    this.bytes = 0;
    // Nothing may follow the frame that closes.
    if (this.socket.readyState === this.socket.OPEN) this.connection.write(frames.length === 1 ? first : Buffer.concat(frames, bytes));
  }

  /** Nothing more can be written. */
  drop(): void {
    this.frames = [];
    this.bytes = 0;
  }
}
