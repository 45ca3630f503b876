import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '../../../../tests/testkit/eventually.ts';
import { BUTTONS, type Decision } from './press.ts';

export const SIGNING_SECRET = 'a-signing-secret-of-32-characters';
export const BOT_TOKEN = 'xoxb-a-token-of-a-slack-app';
const TEAM = 'T0HOME';

/** Somebody in Slack. */
export interface SlackPerson {
  id: string;
  teamId: string;
  name: string;
}

/** A message as it came to Slack. */
export interface SlackMessage {
  text: string;
  replace_original?: boolean;
  response_type?: string;
  attachments?: {
    blocks?: { elements?: { action_id?: string; value?: string; url?: string; text?: unknown }[]; text?: { text: string } }[];
  }[];
}

/** Slack as we meet it: a webhook that takes messages, addresses that take replies, and what it knows of people. */
export interface SlackStandIn extends AsyncDisposable {
  /** Base address of its web API. */
  api: string;
  /** An incoming webhook. */
  webhook: string;
  /** What came over the webhook. */
  posted: SlackMessage[];
  /** Somebody new; by `email` the web API knows them. */
  person(known: { email?: string; teamId?: string }): SlackPerson;
  /** Signs and sends what Slack would when somebody presses. @returns the status, and what is said of it afterwards */
  press(
    at: string,
    who: SlackPerson,
    what: { decision: Decision; approvalId: string },
  ): Promise<{ status: number; said: () => Promise<SlackMessage> }>;
}

/** A body as Slack sends it. */
export function pressedBody(
  who: SlackPerson,
  { decision, approvalId }: { decision: Decision; approvalId: string },
  replyUrl: string,
): string {
  const actions = [{ type: 'button', action_id: BUTTONS[decision], value: approvalId }];
  const user = { id: who.id, team_id: who.teamId, username: who.name };
  return new URLSearchParams({
    payload: JSON.stringify({ type: 'block_actions', user, team: { id: TEAM }, actions, response_url: replyUrl }),
  }).toString();
}

/** A request with Slack's signature. */
export function signed(body: string, { secret = SIGNING_SECRET, ageSeconds = 0 } = {}): RequestInit {
  const seconds = Math.floor(Date.now() / 1_000) - ageSeconds;
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  };
}

export async function startSlack(): Promise<SlackStandIn> {
  const posted: SlackMessage[] = [];
  const replies = new Map<string, SlackMessage>();
  const people = new Map<string, { email: string | null; teamId: string }>();
  const answer = async (request: IncomingMessage): Promise<object> => {
    const url = new URL(request.url ?? '/', 'http://slack');
    if (request.method === 'POST') {
      const message = JSON.parse(await textOf(request)) as SlackMessage;
      if (url.pathname === '/webhook') posted.push(message);
      else replies.set(url.pathname, message);
      return { ok: true };
    }
    if (request.headers.authorization !== `Bearer ${BOT_TOKEN}`) return { ok: false, error: 'invalid_auth' };
    if (url.pathname === '/api/auth.test') return { ok: true, team_id: TEAM };
    const person = people.get(url.searchParams.get('user') ?? '');
    return person === undefined
      ? { ok: false }
      : { ok: true, user: { team_id: person.teamId, is_bot: false, profile: { email: person.email } } };
  };
  const server = createServer((request, response) => {
    void answer(request).then((reply) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply)));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    api: `${here}/api`,
    webhook: `${here}/webhook`,
    posted,
    person({ email, teamId = TEAM }) {
      const id = `U${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
      people.set(id, { email: email ?? null, teamId });
      return { id, teamId, name: `name-of-${id}` };
    },
    async press(at, who, what) {
      const path = `/reply/${randomUUID()}`;
      const { status } = await fetch(at, signed(pressedBody(who, what, here + path)));
      return {
        status,
        async said() {
          await eventually('a reply in Slack', () => replies.has(path));
          return replies.get(path) ?? { text: '' };
        },
      };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
