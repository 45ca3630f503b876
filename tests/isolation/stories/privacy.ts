import type { Settler, Story } from './story.ts';

/** Note: a connection in which e-mail addresses were found. */
const WITH_ADDRESSES = 'a connection with addresses';

/** An address that is in one dashboard only: what becomes of it changes nothing else. */
const addressOf = (canary: string, what: string): string => `${what}.${canary}@example.net`;

async function saveDashboard({ canary, run }: Settler, what: string): Promise<void> {
  await run('mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { __typename } }', {
    input: {
      title: `${canary} about somebody`,
      sentence: `all about ${addressOf(canary, what)}`,
      widgets: [{ title: `${canary} orders`, kind: 'KPI', question: 'orders', layout: { x: 0, y: 0, w: 3, h: 2 } }],
    },
  });
}

async function request({ canary, run }: Settler, identifier: object): Promise<string> {
  const { requestErasure } = await run<{ requestErasure: { request: { id: string } } }>(
    'mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { ... on ErasureChanged { request { id } } } }',
    { input: { identifiers: [identifier], includeRelated: false, reason: `${canary} asked` } },
  );
  return requestErasure.request.id;
}

/** Policies, retention, consents; somebody forgotten, somebody who waits to be, somebody whose archive was made. */
export const privacy: Story = {
  name: 'privacy',
  async live(who) {
    const { canary, run, system, notes } = who;
    for (const what of ['gone', 'waiting', 'other']) await saveDashboard(who, what);
    const { connections } = await run<{ connections: { nodes: { id: string }[] } }>('{ connections { nodes { id } } }');
    const { personalDataReport } = await run<{ personalDataReport: { nodes: { connection: { id: string } | null }[] } }>(
      '{ personalDataReport(type: EMAIL) { nodes { connection { id } } } }',
    );
    notes.set(WITH_ADDRESSES, personalDataReport.nodes.flatMap(({ connection }) => connection?.id ?? [])[0] ?? '');
    for (const input of [
      { source: 'CONNECTION', connectionId: connections.nodes[0]?.id, type: 'IBAN', action: 'WARN' },
      { source: 'CONNECTIONS', connectionKind: 'FILES', type: 'CARD', action: 'WARN' },
    ])
      await run('mutation ($input: PersonalDataPolicyInput!) { setPersonalDataPolicy(input: $input) { __typename } }', { input });
    await run('mutation { setRetentionRule(kind: RUNS, days: 365) { __typename } }');
    await run('mutation { runRetention(dryRun: false) { runId } }');
    const consent = { legalBasis: 'CONSENT', source: `${canary} form`, evidence: `${canary} ticked the box` };
    for (const purpose of [`${canary} newsletter`, `${canary} calls`])
      await run('mutation ($input: ConsentInput!) { recordConsent(input: $input) { __typename } }', {
        input: { ...consent, subject: addressOf(canary, 'somebody'), purpose },
      });
    const { consents } = await run<{ consents: { nodes: { id: string }[] } }>('{ consents(first: 1) { nodes { id } } }');
    await run('mutation ($id: ID!) { withdrawConsent(id: $id, source: "letter", evidence: "a letter") { __typename } }', {
      id: consents.nodes[0]?.id,
    });
    const gone = await request(who, { kind: 'EMAIL', value: addressOf(canary, 'gone') });
    await request(who, { kind: 'EMAIL', value: `${canary}3@example.com` });
    await run('mutation ($identifiers: [IdentifierInput!]!) { exportPerson(identifiers: $identifiers) { __typename } }', {
      identifiers: [{ kind: 'EMAIL', value: addressOf(canary, 'other') }],
    });
    await system.settled();
    await run('mutation ($id: ID!) { confirmErasure(id: $id) { __typename } }', { id: gone });
    await system.settled();
    await request(who, { kind: 'EMAIL', value: addressOf(canary, 'waiting') });
    await system.settled();
  },
  recipes: ({ canary, notes }, known) => {
    const requests = known.of('ErasureRequest.id');
    return {
      'Query.erasureRequest.id': requests,
      'Query.erasureCertificate.requestId': requests,
      // The newest one: what it is about is in a dashboard alone. The one before it waits as well.
      'Mutation.confirmErasure.id': requests.slice(0, 1),
      'Mutation.cancelErasure.id': requests.slice(1, 2),
      'Mutation.withdrawConsent.id': known.of('Consent.id'),
      'Mutation.withdrawConsent.source': ['letter'],
      'Mutation.withdrawConsent.evidence': ['a letter'],
      'Mutation.withdrawConsent.at': [null],
      'Query.consents.subject': [null, addressOf(canary, 'somebody')],
      'Query.personalDataReport.connectionId': [null, ...known.of('Connection.id').slice(0, 2)],
      'PersonalDataPolicyInput.source': ['CONNECTION'],
      'PersonalDataPolicyInput.connectionId': [notes.get(WITH_ADDRESSES)],
      'PersonalDataPolicyInput.connectionKind': [null],
      'PersonalDataPolicyInput.type': ['EMAIL'],
      'PersonalDataPolicyInput.action': ['REDACT'],
      'Mutation.setRetentionRule.kind': ['RUNS'],
      'Mutation.setRetentionRule.days': [365],
      'Mutation.runRetention.dryRun': [true],
      'ConsentInput.subject': [addressOf(canary, 'somebody')],
      'ConsentInput.purpose': ['newsletter'],
      'ConsentInput.source': ['form'],
      'ConsentInput.evidence': ['a box'],
      'ConsentInput.at': [null],
      'IdentifierInput.kind': ['EMAIL'],
      'IdentifierInput.value': [addressOf(canary, 'nobody')],
      'IdentifierInput.table': [null],
      'RequestErasureInput.reason': ['asked'],
      'RequestErasureInput.includeRelated': [false],
      'RequestErasureInput.treatment': ['PSEUDONYMISE'],
    };
  },
  restless: {
    'Query.personalDataReport': 'questions that are asked are told of in it',
    'RetentionRule.due': 'grows with every request that is journalled',
  },
  last: [],
};
