import { WebSocket } from 'ws';

/** What is known of an event that a subscriber was told. */
export interface FeedEvent {
  cursor: string;
  title: string;
}

/** One subscriber of the feed on a socket of its own: graphql-transport-ws by hand, because thousands of clients share this process. */
export interface FeedSocket {
  socket: WebSocket;
  /** Resolves when the connection is no more, with the code it was closed with. */
  closed: Promise<number>;
}

const CURSOR = '"cursor":"';
const TITLE = '“';
const TITLE_END = '”';

/**
 * Opens a socket, says who it is and subscribes.
 * @param query has `cursor` first and a variable `$after`
 */
export function feedSocket(
  at: { url: string; token: string },
  subscription: { query: string; after: string | null },
  told: (event: FeedEvent) => void,
): Promise<FeedSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${at.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', { perMessageDeflate: false });
    const closed = new Promise<number>((over) => socket.once('close', over));
    socket.once('error', reject);
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${at.token}` } })));
    socket.on('message', (data) => {
      const text = (data as Buffer).toString('utf8');
      if (text.includes('"type":"next"')) {
        const event = eventIn(text);
        if (event !== null) told(event);
      } else if (text.includes('"connection_ack"')) {
        const payload = { query: subscription.query, variables: { after: subscription.after } };
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
        resolve({ socket, closed });
      } else if (text.includes('"error"')) {
        reject(new Error(`a subscription was refused: ${text}`));
        socket.terminate();
      }
    });
  });
}

/** Reads without parsing: the reader is not what is measured. */
function eventIn(text: string): FeedEvent | null {
  const cursor = text.indexOf(CURSOR) + CURSOR.length;
  const title = text.indexOf(TITLE);
  if (cursor < CURSOR.length || title < 0) return null;
  return { cursor: text.slice(cursor, text.indexOf('"', cursor)), title: text.slice(title + 1, text.indexOf(TITLE_END, title)) };
}
