/** The code with one of its guards gone. */
export interface SourceMutant {
  name: string;
  file: string;
  /** Stands in the file once. */
  find: string;
  replace: string;
  /** The tests that have to find it, as arguments of vitest: files, and `-t` with a part of the name. */
  caughtBy: readonly string[];
}

const SUITE = 'tests/isolation/isolation.test.ts';
const TURNED_AWAY = [SUITE, '-t', 'turned away'];

/** Every one of these is taken away once, alone: a suite that stays green without a guard does not guard it. */
export const SOURCE_MUTANTS: readonly SourceMutant[] = [
  {
    name: 'sessions are read without their signature',
    file: 'subgraphs/kernel/viewer/session-token.ts',
    find: "const { payload } = await jwtVerify(token, secret, { audience: AUDIENCE, algorithms: ['HS256'], currentDate: now });",
    replace: 'const payload = decodeJwt(token); void jwtVerify; void now; void secret;',
    caughtBy: TURNED_AWAY,
  },
  {
    name: 'sessions never expire',
    file: 'subgraphs/kernel/viewer/session-token.ts',
    find: 'currentDate: now });',
    replace: 'currentDate: new Date(0) }); void now;',
    caughtBy: TURNED_AWAY,
  },
  {
    name: 'sessions for others are taken',
    file: 'subgraphs/kernel/viewer/session-token.ts',
    find: '{ audience: AUDIENCE, algorithms',
    replace: '{ algorithms',
    caughtBy: TURNED_AWAY,
  },
  {
    name: 'what was revoked goes on',
    file: 'gateway/door/access-watch.ts',
    find: 'if (revoked.includes(viewer, proof?.madeAt ?? null)) return',
    replace: 'if (viewer.userId === "" && revoked.includes(viewer, proof?.madeAt ?? null)) return',
    caughtBy: TURNED_AWAY,
  },
  {
    name: 'subgraphs take any signature',
    file: 'subgraphs/kernel/viewer/signed-viewer.ts',
    find: ' || !timingSafeEqual(given, right))',
    replace: ')',
    caughtBy: TURNED_AWAY,
  },
  {
    name: 'subgraphs take signatures for ever',
    file: 'subgraphs/kernel/viewer/signed-viewer.ts',
    find: 'if (found.until <= Date.now())',
    replace: 'if (found.until <= 0)',
    caughtBy: TURNED_AWAY,
  },
  {
    name: 'subgraphs take what was signed for others',
    file: 'subgraphs/kernel/viewer/signed-viewer.ts',
    find: 'aud: z.literal(AUDIENCE)',
    replace: 'aud: z.string()',
    caughtBy: TURNED_AWAY,
  },
  {
    name: 'units of work are not of their tenant',
    file: 'subgraphs/kernel/database/database.ts',
    find: "em.addFilter({ name: 'tenant', cond: { tenantId }",
    replace: "em.addFilter({ name: 'tenant', cond: {}",
    caughtBy: ['subgraphs/kernel/database/tenant-filter.test.ts'],
  },
  {
    name: 'generated SQL runs as the app, not as its tenant',
    file: 'subgraphs/kernel/database/unit-of-work.ts',
    find: 'await become(db, name, name);',
    replace: 'await become(db, APP_LOGIN, name);',
    caughtBy: ['subgraphs/kernel/database/unit-of-work.test.ts'],
  },
  {
    name: 'a subgraph tells of anybody’s event',
    file: 'subgraphs/kernel/federation/execute-subgraph.ts',
    find: "if (event !== undefined && (viewer.kind !== 'user' || viewer.tenantId !== event.tenantId))",
    replace: 'if (false)',
    caughtBy: ['tests/isolation/fences.test.ts'],
  },
  {
    name: 'the gateway asks for no permission',
    file: 'gateway/plugins/authorization-check.ts',
    find: 'guardOf(schema).judge(document, operationName, context.grants).refusal;',
    replace: '(guardOf(schema).judge(document, operationName, context.grants), null);',
    caughtBy: ['tests/isolation/fences.test.ts'],
  },
  {
    name: 'a subgraph checks no document',
    file: 'subgraphs/kernel/federation/documents.ts',
    find: 'if (refusal !== null) throw refusal;',
    replace: '',
    caughtBy: ['tests/isolation/fences.test.ts'],
  },
  {
    name: 'limits let everybody through',
    file: 'gateway/limits/limits.errors.ts',
    find: 'return allowed ? null :',
    replace: 'return allowed || retryAfterMs >= 0 ? null :',
    caughtBy: ['tests/limits.test.ts', '-t', 'reads and writes'],
  },
  {
    name: 'idempotency keys are everybody’s of a tenant',
    file: 'gateway/idempotency/once.ts',
    find: 'const { tenantId, userId: actorId } = viewer;',
    replace: 'const { tenantId } = viewer; const actorId = tenantId;',
    caughtBy: ['tests/idempotency.test.ts', '-t', 'another person'],
  },
  {
    name: 'a key needs no secret',
    file: 'subgraphs/kernel/api-keys/api-keys.ts',
    find: 'if (key === null || !isSecretOf(given, key.secretHash) ||',
    replace: 'if (key === null || given.length === 0 || !isSecretOf(key.secretHash, key.secretHash) ||',
    caughtBy: ['subgraphs/accounts/api-key/api-key.test.ts', '-t', 'is refused when'],
  },
  {
    name: 'keys are limited by no scopes',
    file: 'subgraphs/kernel/permissions/actions.ts',
    find: 'return rights.scopes === null || rights.scopes.has(name);',
    replace: 'return name !== "";',
    caughtBy: ['subgraphs/accounts/api-key/api-key.test.ts', '-t', 'does what its scopes'],
  },
  {
    name: 'keys do what only people do',
    file: 'subgraphs/kernel/permissions/actions.ts',
    find: 'if (action.inPerson === true && !rights.inPerson) return false;',
    replace: '',
    caughtBy: ['subgraphs/accounts/api-key/api-key.test.ts', '-t', 'makes no keys'],
  },
  {
    name: 'somebody’s own keys are rotated by others',
    file: 'subgraphs/accounts/api-key/api-key.service.ts',
    find: 'throw keyErrors.API_KEY_NOT_YOURS({});',
    replace: 'void keyErrors.API_KEY_NOT_YOURS;',
    caughtBy: ['subgraphs/accounts/api-key/key-rights.test.ts', '-t', 'nobody else reads'],
  },
  {
    name: 'a subgraph’s resolvers are behind no shield',
    file: 'subgraphs/kernel/permissions/permission-shield.ts',
    find: 'if (refusal === null) return true;',
    replace: 'return true;',
    caughtBy: ['tests/isolation/fences.test.ts'],
  },
  {
    name: 'archives about persons are handed to everybody in the tenant',
    file: 'subgraphs/accounts/privacy/export/export.route.ts',
    find: "if (!permits('privacy.persons', action, rightsOf(user))) throw commonErrors.FORBIDDEN({ action: action.description });",
    replace: 'void permits; void rightsOf; void commonErrors; void action;',
    caughtBy: ['tests/privacy/centre.test.ts', '-t', 'handed out'],
  },
  {
    name: 'the journal is handed out to whoever asks',
    file: 'subgraphs/accounts/journal/export.route.ts',
    find: "if (!permits('journal.read', action, rightsOf(user)))",
    replace: "if (!permits('journal.read', { ...action, audience: ['PUBLIC'] }, rightsOf(user)))",
    caughtBy: ['subgraphs/accounts/journal/journal.test.ts', '-t', 'only owners and admins'],
  },
  {
    name: 'webhooks are taken from whoever sends them',
    file: 'subgraphs/kernel/webhooks/signatures.ts',
    find: 'if (!fits) throw webhookErrors.INBOUND_SIGNATURE_INVALID({});',
    replace: 'void fits;',
    caughtBy: ['subgraphs/connectors/inbound/inbound.test.ts'],
  },
  {
    name: 'a webhook that was caught on its way can be sent again for ever',
    file: 'subgraphs/kernel/webhooks/signatures.ts',
    find: '<= REPLAY_WINDOW_MINUTES * 60))',
    replace: '<= REPLAY_WINDOW_MINUTES * 60_000_000))',
    caughtBy: ['subgraphs/connectors/inbound/inbound.test.ts'],
  },
  {
    name: 'sources are called directly where that is forbidden',
    file: 'subgraphs/connectors/planes/plane-gate.ts',
    find: 'if (crossesNetwork(kind) && !rules.directAllowed)',
    replace: "if (kind === '' && !rules.directAllowed)",
    caughtBy: ['subgraphs/connectors/planes/plane-policy.test.ts'],
  },
  {
    name: 'calls go through planes that are not allowed',
    file: 'subgraphs/connectors/planes/plane-gate.ts',
    find: 'if (rules.allowedKinds !== null && !rules.allowedKinds.includes(kind))',
    replace: 'if (rules.allowedKinds?.length === 99)',
    caughtBy: ['subgraphs/connectors/planes/plane-policy.test.ts'],
  },
  {
    name: 'changes of money are repaired without asking',
    file: 'subgraphs/connectors/drift/decide.ts',
    find: 'if (policy.criticalMoney && depends.some(({ money }) => money))',
    replace: 'if (depends.length > 9_999)',
    caughtBy: ['tests/drift/drift.test.ts', '-t', 'money'],
  },
  {
    name: 'buttons in Slack are taken from anybody',
    file: 'subgraphs/accounts/notification/slack/signature.ts',
    find: "if (!timingSafeEqual(expected, Buffer.from(given, 'hex'))) throw",
    replace: "if (timingSafeEqual(expected, expected) && given === '') throw",
    caughtBy: ['tests/slack-decisions.test.ts', '-t', 'signed'],
  },
  {
    name: 'a button in Slack that was caught on its way can be pressed again',
    file: 'subgraphs/accounts/notification/slack/presses.service.ts',
    find: 'if (!(await this.#isFirst(channel.tenantId, digest))) throw',
    replace: 'if ((await this.#isFirst(channel.tenantId, digest)) && digest === "") throw',
    caughtBy: ['tests/slack-decisions.test.ts', '-t', 'signed'],
  },
  {
    name: 'guests from other workspaces of Slack are whom they say they are',
    file: 'subgraphs/accounts/notification/slack/slack-directory.ts',
    find: 'home === undefined || user.team_id !== home)',
    replace: 'home === undefined)',
    caughtBy: ['tests/slack-decisions.test.ts', '-t', 'very workspace'],
  },
];
