import type { Session } from './session.ts';
import { quoteName } from './sql/quote.ts';
import type { Notification, Replies } from './replies.ts';

/** 16 MiB: a client that leaves so much unread gets no more notifications but its leave. */
const MAX_UNREAD_BYTES = 16 * 1024 * 1024;
const TOO_SLOW = { sqlState: '54000', message: 'terminating connection: notifications are not being read' };

/**
 * Who listens to which channel. The backend is one session and listens once for all; the gateway passes notifications on
 * to the clients that asked. A LISTEN counts from the commit of its transaction on, as in PostgreSQL.
 */
export class Listeners {
  readonly #sessions: Iterable<Session>;

  constructor(sessions: Iterable<Session>) {
    this.#sessions = sessions;
  }

  /** Takes over a finished unit's LISTEN and UNLISTEN. Gives SQL to run because other clients still listen where one stopped. */
  settle(session: Session, replies: Replies): string[] {
    const changes = session.listenChanges;
    if (changes.length === 0 || session.status !== 'I') return [];
    const committed = !replies.failed && !replies.rolledBack;
    const stopped: string[] = [];
    for (const change of committed ? changes : []) {
      if (change.kind === 'listen') session.listens.add(change.channel);
      else if (change.kind === 'unlisten') stopped.push(change.channel);
      else stopped.push(...session.listens, ...this.#channels());
      for (const channel of stopped) session.listens.delete(channel);
    }
    changes.length = 0;
    const wanted = this.#channels();
    return [...new Set(stopped)].filter((channel) => wanted.has(channel)).map((channel) => `listen ${quoteName(channel)}`);
  }

  /** SQL to run after a client left: channels nobody listens to any more. */
  leave(session: Session): string[] {
    const wanted = this.#channels();
    return [...session.listens].filter((channel) => !wanted.has(channel)).map((channel) => `unlisten ${quoteName(channel)}`);
  }

  deliver(notifications: readonly Notification[]): void {
    if (notifications.length === 0) return;
    for (const session of this.#sessions) {
      if (session.listens.size === 0) continue;
      const heard = notifications.filter(({ channel }) => session.listens.has(channel));
      if (heard.length > 0 && session.unreadBytes > MAX_UNREAD_BYTES) session.terminate(TOO_SLOW);
      else session.send(heard.map(({ bytes }) => bytes));
    }
  }

  #channels(): Set<string> {
    const channels = new Set<string>();
    for (const session of this.#sessions) for (const channel of session.listens) channels.add(channel);
    return channels;
  }
}
