import type { Client } from 'urql';
import { afterEach, expect, test, vi } from 'vitest';
import { createGraphClient } from './client.ts';
import type { LiveSocket } from './live-socket.ts';

const silent: LiveSocket = { status: () => 'idle', watch: () => () => {}, subscribe: () => () => {}, close: () => {} };
const APPROVALS = 'query Approvals { approvals { totalCount nodes { id status comment } } }';
const DECIDE = `mutation DecideApproval($id: ID!, $decision: Decision!, $comment: String) {
  decideApproval(id: $id, decision: $decision, comment: $comment) {
    __typename
    ... on ApprovalDecided { approval { id status comment } }
    ... on InputRefused { problems { code } }
  }
}`;
const INBOX = 'query Inbox { unreadNotifications notifications(first: 5) { nodes { id readAt } } }';
const READ = 'mutation MarkNotificationsRead($ids: [ID!]) { markNotificationsRead(ids: $ids) }';

const approvals = (status: string) => ({
  data: {
    approvals: {
      __typename: 'ApprovalConnection',
      totalCount: 1,
      nodes: [{ __typename: 'Approval', id: '1', status, comment: null }],
    },
  },
});
const inbox = (readAt: string | null) => ({
  data: {
    unreadNotifications: readAt === null ? 2 : 1,
    notifications: {
      __typename: 'NotificationConnection',
      nodes: ['1', '2'].map((id) => ({ __typename: 'Notification', id, readAt: id === '1' ? readAt : null })),
    },
  },
});

/** A server that answers reads by `reads`, and changes only when it is told what to say. */
function talkTo(reads: unknown) {
  let say: (reply: unknown) => void = () => {};
  const send: typeof fetch = (_input, init) => {
    const body = typeof init?.body === 'string' ? init.body : '';
    const reply = body.includes('mutation ') ? new Promise((resolve) => (say = resolve)) : Promise.resolve(reads);
    return reply.then((said) => {
      if (said instanceof Error) throw said;
      return Response.json(said);
    });
  };
  const client: Client = createGraphClient(send, silent);
  return { client, answer: (reply: unknown) => say(reply) };
}

/** What a query shows, the latest last. */
function watch(client: Client, query: string): () => unknown {
  const seen: unknown[] = [];
  client.query<unknown>(query, {}).subscribe(({ data }) => {
    if (data) seen.push(data);
  });
  return () => seen.at(-1);
}

interface Inbox {
  unreadNotifications: number;
  notifications: { nodes: { readAt: string | null }[] };
}
interface Shown {
  approvals: { nodes: { status: string }[] };
}
afterEach(() => vi.restoreAllMocks());

async function deciding() {
  const { client, answer } = talkTo(approvals('PENDING'));
  const shown = watch(client, APPROVALS);
  const status = () => (shown() as Shown | undefined)?.approvals.nodes[0]?.status;
  await vi.waitFor(() => expect(status()).toBe('PENDING'));
  const outcome = client.mutation(DECIDE, { id: '1', decision: 'APPROVE', comment: null }).toPromise();
  await vi.waitFor(() => expect(status()).toBe('APPROVED'));
  return { answer, outcome, status };
}

test.for([
  ['the server cannot be reached', new TypeError('no network')],
  ['the server fails', { errors: [{ message: 'no', extensions: { code: 'INTERNAL' } }] }],
  [
    'the server refuses it',
    {
      data: {
        decideApproval: { __typename: 'InputRefused', problems: [{ __typename: 'InputProblem', code: 'APPROVAL_ALREADY_DECIDED' }] },
      },
    },
  ],
] as const)('a decision is on screen at once, and taken back when %s', async ([, reply]) => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const { answer, outcome, status } = await deciding();
  answer(reply);
  const { error, data } = await outcome;
  expect(error !== undefined || data?.decideApproval.__typename === 'InputRefused').toBe(true);
  await vi.waitFor(() => expect(status()).toBe('PENDING'));
});

test('what has been read is read at once and counted no more; when that fails it is unread again', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const { client, answer } = talkTo(inbox(null));
  const seen = watch(client, INBOX);
  const shown = () => seen() as Inbox | undefined;
  await vi.waitFor(() => expect(shown()?.unreadNotifications).toBe(2));
  const outcome = client.mutation(READ, { ids: ['1'] }).toPromise();
  await vi.waitFor(() => expect(shown()?.unreadNotifications).toBe(1));
  expect(shown()?.notifications.nodes.map(({ readAt }) => readAt === null)).toEqual([false, true]);
  answer(new TypeError('no network'));
  expect((await outcome).error).toBeDefined();
  await vi.waitFor(() => expect(shown()?.unreadNotifications).toBe(2));
  expect(shown()?.notifications.nodes.every(({ readAt }) => readAt === null)).toBe(true);
});
