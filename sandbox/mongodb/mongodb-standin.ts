import { type Server, type Socket, createServer } from 'node:net';
import { type Binary, type Document, ObjectId } from 'mongodb';
import { Commands } from './commands.ts';
import { CommandError } from './cursor.ts';
import { ScramLogin } from './scram.ts';
import { Store, type StoredCollection } from './store.ts';
import { Messages, type Request, replyTo } from './wire.ts';

/** What a stand-in is like. */
export interface StandinOptions {
  /** Who may log in; left out: everybody may do everything. */
  logins?: Readonly<Record<string, string>>;
  /** Changes can be followed. */
  replicaSet?: boolean;
}

/** A server that speaks as much of MongoDB's wire protocol as readers of data need. It keeps everything in memory. */
export interface MongodbStandin extends AsyncDisposable {
  port: number;
  /** Breaks off all connections, as a server that goes away does. */
  breakOff(): void;
  /** A collection by `database.name`; made when it is not there. */
  collection(namespace: string, kind?: 'collection' | 'view'): StoredCollection;
  drop(namespace: string): void;
  /** Forgets what has changed so far: no stream goes on from before. */
  forget(): void;
  /** Names of the commands that came, the latest last. */
  commands: string[];
}

const OPEN = new Set(['hello', 'ismaster', 'isMaster', 'ping', 'saslStart', 'saslContinue', 'endSessions']);

/** Starts one on a free port of the machine itself. */
export async function startMongodbStandin({ logins, replicaSet = false }: StandinOptions = {}): Promise<MongodbStandin> {
  const store = new Store();
  const sockets = new Set<Socket>();
  const commands: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    serve(socket, { store, logins, replicaSet, commands, port: () => portOf(server) });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const breakOff = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: portOf(server),
    commands,
    breakOff,
    collection: (namespace, kind) => store.collection(namespace, kind),
    drop: (namespace) => store.drop(namespace),
    forget: () => void (store.forgottenTo = store.log.at(-1)?.at ?? 0),
    async [Symbol.asyncDispose]() {
      breakOff();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

interface Serving {
  store: Store;
  logins: Readonly<Record<string, string>> | undefined;
  replicaSet: boolean;
  commands: string[];
  port: () => number;
}

function serve(socket: Socket, serving: Serving): void {
  const messages = new Messages();
  const session = new Commands(serving.store, serving.replicaSet);
  let login: ScramLogin | null = null;
  let known = serving.logins === undefined;
  const answer = (request: Request): Document => {
    const { command } = request;
    const name = Object.keys(command)[0] ?? '';
    serving.commands.push(name);
    if (!known && !OPEN.has(name)) throw new CommandError(13, `command ${name} requires authentication`);
    switch (name) {
      case 'hello':
      case 'ismaster':
      case 'isMaster':
        return greeting(serving);
      case 'saslStart':
        login = new ScramLogin((user) => serving.logins?.[user] ?? null);
        return login.start((command['payload'] as Binary).value());
      case 'saslContinue': {
        const finished = login?.finish((command['payload'] as Binary).value()) ?? null;
        if (finished === null) throw new CommandError(18, 'Authentication failed.');
        known = true;
        return finished;
      }
      default:
        return session.run(name, command);
    }
  };
  socket.on('data', (chunk) => {
    try {
      for (const request of messages.push(chunk)) socket.write(replyTo(request, answered(request, answer)));
    } catch {
      socket.destroy();
    }
  });
}

function answered(request: Request, answer: (request: Request) => Document): Document {
  try {
    return answer(request);
  } catch (error) {
    if (error instanceof CommandError) return { ok: 0, errmsg: error.message, code: error.code, codeName: `Code${error.code}` };
    const message = error instanceof Error ? error.message : String(error);
    return { ok: 0, errmsg: message, code: 8 };
  }
}

function greeting({ replicaSet, port }: Serving): Document {
  const me = `127.0.0.1:${port()}`;
  return {
    ismaster: true, isWritablePrimary: true, maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000,
    localTime: new Date(), logicalSessionTimeoutMinutes: 30, connectionId: 1, minWireVersion: 0, maxWireVersion: 21, readOnly: false,
    ...(replicaSet ? { setName: 'standin', setVersion: 1, hosts: [me], primary: me, me, electionId: new ObjectId('7fffffff0000000000000001') } : {}),
    saslSupportedMechs: ['SCRAM-SHA-256'],
    ok: 1,
  }; // prettier-ignore
}

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};
