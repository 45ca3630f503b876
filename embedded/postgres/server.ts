import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import type { Backend } from './backend.ts';
import { createVerifiers } from './handshake.ts';
import type { Verifiers } from './handshake.ts';
import { Scheduler } from './scheduler.ts';
import type { SchedulerLimits } from './scheduler.ts';
import { Session } from './session.ts';
import { backendKeyData, errorResponse, parameterStatus, readyForQuery } from './wire/messages.ts';

export interface ServerOptions extends SchedulerLimits {
  readonly logins: readonly { readonly name: string; readonly password: string }[];
  /** 0 lets the system choose. */
  readonly port: number;
  readonly maxConnections: number;
}

const TOO_MANY = { sqlState: '53300', message: 'sorry, too many clients already' };
const SHUTTING_DOWN = { sqlState: '57P01', message: 'terminating connection due to administrator command' };
/** The port may still be in someone's hands right after a restart. */
const LISTEN_ATTEMPTS = 40;
const LISTEN_RETRY_MS = 100;

/** The front door: accepts connections on the loopback address and hands their units to the scheduler. */
export class PostgresServer {
  readonly #sessions = new Set<Session>();
  readonly #server: Server;
  readonly #scheduler: Scheduler;
  readonly #backend: Backend;
  readonly #verifiers: Verifiers;
  readonly #options: ServerOptions;
  #lastId = 0;

  constructor(backend: Backend, options: ServerOptions, onLost: (error: Error) => void) {
    this.#backend = backend;
    this.#options = options;
    this.#verifiers = createVerifiers(options.logins);
    this.#scheduler = new Scheduler(backend, this.#sessions, options, onLost);
    this.#server = createServer((socket) => {
      if (this.#sessions.size >= options.maxConnections) {
        socket.on('error', () => socket.destroy());
        socket.end(errorResponse(TOO_MANY, 'FATAL'));
        return;
      }
      this.#lastId += 1;
      const session = new Session(this.#lastId, socket, this.#verifiers, {
        admitted: (admitted) => this.#welcome(admitted),
        ready: (ready) => this.#scheduler.ready(ready),
        active: (active) => this.#scheduler.active(active),
        closed: (closed) => {
          this.#sessions.delete(closed);
          this.#scheduler.leave(closed);
        },
      });
      this.#sessions.add(session);
    });
  }

  get unitsRun(): number {
    return this.#scheduler.unitsRun;
  }
  get connections(): number {
    return this.#sessions.size;
  }

  /** Gives the port. Throws the listening error when the port stays taken. */
  async listen(): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#listenOnce();
      } catch (error) {
        const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
        if (!taken || attempt >= LISTEN_ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, LISTEN_RETRY_MS));
      }
    }
  }

  /** Takes no more connections, finishes the unit at work, tells the clients (57P01) and lets the database go. */
  async stop(): Promise<void> {
    this.#server.close();
    await this.#scheduler.stop();
    for (const session of this.#sessions) session.terminate(SHUTTING_DOWN);
    await this.#backend.close();
  }

  #listenOnce(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#options.port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve((this.#server.address() as AddressInfo).port);
      });
    });
  }

  #welcome(session: Session): Buffer {
    const own = new Map(this.#backend.openingParameters);
    for (const [name, value] of [
      ['session_authorization', session.login],
      ['is_superuser', 'off'],
    ] as const)
      own.set(name, value);
    for (const [name, value] of session.settings.initial()) own.set(matchName(own, name), value);
    return Buffer.concat([
      ...[...own].map(([name, value]) => parameterStatus(name, value)),
      backendKeyData(session.id),
      readyForQuery('I'),
    ]);
  }
}

/** Start-up parameters come in any case; PostgreSQL reports `TimeZone`, `DateStyle` as it spells them. */
function matchName(reported: ReadonlyMap<string, string>, name: string): string {
  for (const known of reported.keys()) if (known.toLowerCase() === name.toLowerCase()) return known;
  return name;
}
