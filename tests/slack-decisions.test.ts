import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, newCompany, type Company, type Person } from '../subgraphs/accounts/api-key/api-key.testkit.ts';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import {
  BOT_TOKEN,
  pressedBody,
  signed,
  SIGNING_SECRET,
  startSlack,
  type SlackMessage,
  type SlackStandIn,
} from '../subgraphs/accounts/notification/slack/slack.testkit.ts';
import { agentsEntities } from '../subgraphs/agents/entities.ts';
import { createAgents } from '../subgraphs/agents/index.ts';
import { connectorsEntities } from '../subgraphs/connectors/entities.ts';
import { createConnectors } from '../subgraphs/connectors/index.ts';
import { openIdempotency } from '../subgraphs/kernel/idempotency/idempotency.ts';
import { eventually } from './testkit/eventually.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

let slack: SlackStandIn;
let t: TestSystem;
let gateway: TestGateway;
const opened = new AsyncDisposableStack();
beforeAll(async () => {
  slack = opened.use(await startSlack());
  t = opened.use(
    await startTestSystem([
      { create: (system) => createAccounts(system, { slackApi: slack.api }), entities: accountsEntities },
      { create: createAgents, entities: agentsEntities },
      { create: createConnectors, entities: connectorsEntities },
    ]),
  );
  const { database, logger, secrets } = t.system;
  const idempotency = opened.adopt(openIdempotency({ database, vault: secrets.vault, logger }), (open) => open.close());
  gateway = opened.use(await startTestGateway(t, 'in process', {}, { idempotency }));
});
afterAll(() => opened.disposeAsync());

async function graph<Data>({ headers }: Person, query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await ask<Data>(gateway, headers, query, variables);
  if (data == null || errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** A channel of Slack. @returns where its buttons are sent */
async function newChannel(owner: Person, app: { signingSecret?: string; botToken?: string }): Promise<string> {
  const { createNotificationChannel: made } = await graph<{
    createNotificationChannel: { channel: { id: string; actionsUrl: string; takesDecisions: boolean } };
  }>(
    owner,
    `mutation ($input: CreateNotificationChannelInput!) { createNotificationChannel(input: $input) {
      ... on NotificationChannelMade { channel { id actionsUrl takesDecisions } } } }`,
    { input: { kind: 'SLACK', name: 'approvals', url: slack.webhook, ...app } },
  );
  expect(made.channel.takesDecisions).toBe(app.signingSecret !== undefined);
  expect(made.channel.actionsUrl).toBe(`${t.system.config.publicUrl}/slack/actions/${made.channel.id}`);
  return `${gateway.url}/slack/actions/${made.channel.id}`;
}

interface Asked {
  runId: string;
  approvalId: string;
  statusOf: () => Promise<string>;
}

/** A run that waits for a person. */
async function newQuestion(owner: Person, raci?: object): Promise<Asked> {
  const name = `ask-${randomUUID()}`;
  const step = {
    id: 'ask', title: `Cancel <seats> ${name}`, kind: 'APPROVAL', intent: 'Twelve seats go.', evidence: {}, onExpiry: 'REJECT', dependsOn: [], onError: 'FAIL',
    ...(raci === undefined ? {} : { raci: { responsible: [], accountable: [], consulted: [], informed: [], ...raci } }),
  }; // prettier-ignore
  const text = JSON.stringify({ name, title: name, description: 'x', input: {}, onFailure: 'STOP', steps: [step] });
  const { saveWorkflow } = await graph<{ saveWorkflow: { version: { version: number } } }>(
    owner,
    'mutation ($text: String!) { saveWorkflow(text: $text) { ... on WorkflowSaved { version { version } } } }',
    { text },
  );
  const { version } = saveWorkflow.version;
  await graph(owner, 'mutation ($name: String!, $version: Int!) { publishWorkflow(workflow: $name, version: $version) { __typename } }', {
    name,
    version,
  });
  const { agents } = await graph<{ agents: { nodes: { id: string }[] } }>(owner, '{ agents { nodes { id } } }');
  const runId = randomUUID();
  const input = { id: runId, workflow: name, agentId: agents.nodes[0]?.id, input: {} };
  await graph(owner, 'mutation ($input: StartWorkflowInput!) { startWorkflow(input: $input) { __typename } }', { input });
  const waiting = 'query ($runId: ID!) { approvals(runId: $runId) { nodes { id } } run(id: $runId) { status } }';
  const look = () => graph<{ approvals: { nodes: { id: string }[] }; run: { status: string } }>(owner, waiting, { runId });
  let approvalId = '';
  await eventually('the run asks', async () => (approvalId = (await look()).approvals.nodes[0]?.id ?? '') !== '');
  return { runId, approvalId, statusOf: async () => (await look()).run.status };
}

const postedFor = (approvalId: string): SlackMessage | undefined =>
  slack.posted.find((message) => JSON.stringify(message).includes(approvalId));
const emailOf = ({ viewer }: Person): string => `${viewer.userId}@example.com`;
const codeIn = ({ text }: SlackMessage): string => /[?]code=([\w.-]+)/u.exec(text)?.[1] ?? '';

async function setUp(
  app = { signingSecret: SIGNING_SECRET, botToken: BOT_TOKEN },
): Promise<{ company: Company; owner: Person; at: string }> {
  const company = await newCompany(t);
  const owner = await company.person('OWNER');
  return { company, owner, at: await newChannel(owner, app) };
}

test('whoever Slack knows by the e-mail of a member approves with a button; the run goes on, the message says who, the journal that it was over Slack', async () => {
  const { company, owner, at } = await setUp();
  const operator = await company.person('OPERATOR');
  const { approvalId, statusOf } = await newQuestion(owner);
  await eventually('the question in Slack', () => postedFor(approvalId) !== undefined);
  const blocks = postedFor(approvalId)?.attachments?.[0]?.blocks ?? [];
  expect(blocks[0]?.text?.text).toContain('Cancel &lt;seats&gt;');
  expect(blocks[1]?.elements?.map(({ value = 'leads' }) => value)).toEqual([approvalId, approvalId, 'leads']);
  const pressed = await slack.press(at, slack.person({ email: emailOf(operator).toUpperCase() }), { decision: 'APPROVE', approvalId });
  expect(pressed.status).toBe(200);
  const said = await pressed.said();
  expect(said).toMatchObject({ replace_original: true });
  expect(JSON.stringify(said)).toContain('Approved by OPERATOR person');
  await eventually('the run is through', async () => (await statusOf()) === 'SUCCEEDED');
  const { approval } = await graph<{ approval: object }>(owner, 'query ($id: ID!) { approval(id: $id) { status decidedBy { id } } }', {
    id: approvalId,
  });
  expect(approval).toEqual({ status: 'APPROVED', decidedBy: { id: operator.viewer.userId } });
  await t.system.journal.settled();
  const { rows } = await t.system.database.unitOfWork(company.tenantId, (unit) =>
    sql`select user_id, outcome from journal_request where operation = 'DecideFromSlack'`.execute(unit.sql),
  );
  expect(rows).toEqual([{ user_id: operator.viewer.userId, outcome: 'OK' }]);
});

test('what was decided before, elsewhere or by another press, is shown as it was decided', async () => {
  const { company, owner, at } = await setUp();
  const [first, second] = [await company.person('OPERATOR'), await company.person('ADMIN')];
  const { approvalId, statusOf } = await newQuestion(owner);
  const presses = [
    await slack.press(at, slack.person({ email: emailOf(first) }), { decision: 'REJECT', approvalId }),
    await slack.press(at, slack.person({ email: emailOf(second) }), { decision: 'REJECT', approvalId }),
  ];
  const said = await Promise.all(presses.map((pressed) => pressed.said()));
  expect(new Set(said.map((message) => JSON.stringify(message))).size).toBe(1);
  expect(JSON.stringify(said[0])).toMatch(/Rejected by (?:OPERATOR|ADMIN) person/u);
  await eventually('the run has failed', async () => (await statusOf()) === 'FAILED');
});

test('whoever is not known says once who they are; the link works for nobody of another company, and can be taken away', async () => {
  const { company, owner, at } = await setUp({ signingSecret: SIGNING_SECRET, botToken: '' });
  const [operator, other, stranger] = [
    await company.person('OPERATOR'),
    await company.person('OPERATOR'),
    await (await newCompany(t)).person('OWNER'),
  ];
  const { approvalId, statusOf } = await newQuestion(owner);
  const ada = slack.person({ email: emailOf(operator) });
  const press = async (): Promise<SlackMessage> => (await slack.press(at, ada, { decision: 'APPROVE', approvalId })).said();
  const asked = await press();
  expect(asked).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  const code = codeIn(asked);
  const offerOf = async (person: Person, given = code): Promise<unknown> =>
    (
      await graph<{ slackLinkOffer: unknown }>(person, 'query ($code: String!) { slackLinkOffer(code: $code) { name slackUserId } }', {
        code: given,
      })
    ).slackLinkOffer;
  expect(await offerOf(operator)).toEqual({ name: ada.name, slackUserId: ada.id });
  expect(await offerOf(stranger)).toBeNull();
  expect(await offerOf(operator, `${code}x`)).toBeNull();
  const LINK = `mutation ($code: String!) { linkSlackUser(code: $code) {
    ... on SlackUserLinked { slackUser { id way member { id } } } ... on InputRefused { problems { code field } } } }`;
  type Linked = { linkSlackUser: { slackUser?: { id: string }; problems?: object[] } };
  const link = async (person: Person): Promise<Linked['linkSlackUser']> => (await graph<Linked>(person, LINK, { code })).linkSlackUser;
  expect(await link(stranger)).toEqual({ problems: [{ code: 'SLACK_LINK_INVALID', field: 'code' }] });
  const linked = await link(operator);
  expect(linked).toMatchObject({ slackUser: { way: 'CONFIRMED', member: { id: operator.viewer.userId } } });
  expect(await link(other)).toEqual({ problems: [{ code: 'SLACK_USER_TAKEN', field: 'code' }] });
  expect(JSON.stringify(await press())).toContain('Approved by OPERATOR person');
  await eventually('the run is through', async () => (await statusOf()) === 'SUCCEEDED');
  const countOf = async (person: Person): Promise<number> =>
    (await graph<{ slackUsers: { totalCount: number } }>(person, '{ slackUsers { totalCount } }')).slackUsers.totalCount;
  expect([await countOf(operator), await countOf(other), await countOf(owner)]).toEqual([1, 0, 1]);
  const unlink = async (person: Person): Promise<boolean> =>
    (await graph<{ unlinkSlackUser: boolean }>(person, 'mutation ($id: ID!) { unlinkSlackUser(id: $id) }', { id: linked.slackUser?.id }))
      .unlinkSlackUser;
  expect([await unlink(other), await unlink(stranger), await unlink(owner), await unlink(owner)]).toEqual([false, false, true, false]);
  expect(codeIn(await press())).not.toBe('');
});

test('an e-mail is believed only of people in the very workspace of the app', async () => {
  const { company, owner, at } = await setUp();
  const operator = await company.person('OPERATOR');
  const { approvalId, statusOf } = await newQuestion(owner);
  const guest = slack.person({ email: emailOf(operator), teamId: 'T0ELSEWHERE' });
  const pressed = await slack.press(at, guest, { decision: 'APPROVE', approvalId });
  expect(codeIn(await pressed.said())).not.toBe('');
  expect(await statusOf()).toBe('WAITING');
});

test('who may not decide is told so and nothing happens; who is accountable may, whatever their role', async () => {
  const { company, owner, at } = await setUp();
  const [operator, viewer] = [await company.person('OPERATOR'), await company.person('VIEWER')];
  const { approvalId, statusOf } = await newQuestion(owner, { accountable: [{ kind: 'USER', id: viewer.viewer.userId }] });
  const press = async (person: Person): Promise<SlackMessage> =>
    (await slack.press(at, slack.person({ email: emailOf(person) }), { decision: 'APPROVE', approvalId })).said();
  expect(await press(operator)).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('accountable') as string });
  expect(await press(owner)).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('reason') as string });
  expect(await statusOf()).toBe('WAITING');
  expect(JSON.stringify(await press(viewer))).toContain('Approved by VIEWER person');
});

test('what Slack has not signed, or long ago, or what came before, is not taken', async () => {
  const { company, owner, at } = await setUp();
  const operator = slack.person({ email: emailOf(await company.person('OPERATOR')) });
  const { approvalId, statusOf } = await newQuestion(owner);
  const body = pressedBody(operator, { decision: 'APPROVE', approvalId }, `${slack.webhook}/reply`);
  const codeOf = async (reply: Promise<Response>): Promise<[number, string | null]> => {
    const { status, text } = await reply.then(async (got) => ({ status: got.status, text: await got.text() }));
    return [status, /SLACK_\w+/u.exec(text)?.[0] ?? null];
  };
  const none = at.replace(/[^/]+$/u, randomUUID());
  expect(await codeOf(fetch(at, signed(body, { secret: 'another secret' })))).toEqual([401, 'SLACK_SIGNATURE_INVALID']);
  expect(await codeOf(fetch(at, { method: 'POST', body }))).toEqual([401, 'SLACK_SIGNATURE_INVALID']);
  expect(await codeOf(fetch(at, signed(body, { ageSeconds: 400 })))).toEqual([401, 'SLACK_TOO_OLD']);
  expect(await codeOf(fetch(at, signed(body, { ageSeconds: -400 })))).toEqual([401, 'SLACK_TOO_OLD']);
  expect(await codeOf(fetch(none, signed(body)))).toEqual([404, 'SLACK_NOT_FOUND']);
  expect(await codeOf(fetch(`${at}x`, signed(body)))).toEqual([404, 'SLACK_NOT_FOUND']);
  expect(await codeOf(fetch(await newChannel(owner, {}), signed(body)))).toEqual([404, 'SLACK_NOT_FOUND']);
  expect(await codeOf(fetch(at, signed('payload={')))).toEqual([400, 'SLACK_MESSAGE_INVALID']);
  expect(await codeOf(fetch(at, signed('nothing')))).toEqual([400, 'SLACK_MESSAGE_INVALID']);
  const leads = pressedBody(operator, { decision: 'APPROVE', approvalId }, slack.webhook).replaceAll('autonomos-approve', 'somewhere');
  expect(await codeOf(fetch(at, signed(leads)))).toEqual([200, null]);
  expect(await statusOf()).toBe('WAITING');
  const caught = signed(body, { ageSeconds: 100 });
  expect(await codeOf(fetch(at, caught))).toEqual([200, null]);
  expect(await codeOf(fetch(at, caught))).toEqual([409, 'SLACK_PRESSED_BEFORE']);
  await eventually('it was taken', async () => (await statusOf()) === 'SUCCEEDED');
});
