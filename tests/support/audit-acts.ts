import { driftActs } from './audit-acts-drift.ts';
import { modelActs } from './audit-acts-model.ts';
import { planeActs } from './audit-acts-planes.ts';

/** Sends one operation as the owner of a tenant; throws when it has errors. */
export type Run = (query: string, variables?: object, authorization?: string | null) => Promise<Record<string, never>>;

const PROBLEMS = '__typename ... on InputRefused { problems { code } }';
const PASSWORD = 'correct horse battery';
const NEW_PASSWORD = 'battery horse correct staple';

/** Closes the tenant, without an export. */
export async function close(run: Run, tenantName: string): Promise<void> {
  await run(`mutation ($name: String!) { closeTenant(confirm: $name, withoutExport: true) { ${PROBLEMS} } }`, { name: tenantName });
}

/** What an owner does beside the story of a tenant, each in its simplest form. */
export async function act(run: Run, owner: { email: string; userId: string }): Promise<void> {
  await run('mutation { setTenantTimeZone(timeZone: "Europe/Oslo") { __typename } }');
  await run('mutation { setRetentionRule(kind: QUARANTINE, days: 90) { __typename } }');
  await run('mutation { setPersonalDataPolicy(input: { source: ANY, action: WARN, type: EMAIL }) { __typename } }');
  await run('mutation { runRetention(dryRun: true) { __typename } }');
  await driftActs(run);
  await planeActs(run);
  await modelActs(run);
  await run('mutation { removeMappingPairs { autoAccept } }');
  await sessions(run, owner.email);
  await members(run, owner.userId);
  const { rowRules } = await run('{ rowRules { nodes { id } } }');
  for (const { id } of (rowRules as never as { nodes: { id: string }[] }).nodes)
    await run(`mutation ($id: ID!) { removeDataRule(id: $id) { ${PROBLEMS} } }`, { id });
  await jobs(run);
  const { dashboards } = await run('{ dashboards(first: 5) { nodes { id } } }');
  for (const { id } of (dashboards as never as { nodes: { id: string }[] }).nodes)
    await run('mutation ($id: ID!) { deleteDashboard(id: $id) { __typename } }', { id });
  await run(`mutation { restoreMetric(name: "kept_records", version: 1) { ${PROBLEMS} } }`);
  await run(`mutation { removeMetric(name: "kept_records") { ${PROBLEMS} } }`);
  await run('mutation { removeSingleSignOn { __typename } }');
  const model = { baseUrl: 'http://127.0.0.1:9/v1', models: ['m'], apiKey: 'k' };
  await run('mutation ($input: ModelProviderInput!) { setModelProvider(input: $input) { __typename } }', { input: model });
  await run('mutation { removeModelProvider { removed } }');
  await run('mutation { createDemoWorkspace { __typename } }');
  await run('mutation { deleteDemoWorkspace { __typename } }');
  await run(`mutation ($old: String!, $new: String!) { changePassword(oldPassword: $old, newPassword: $new) { ${PROBLEMS} } }`, {
    old: PASSWORD,
    new: NEW_PASSWORD,
  });
}

/** Failed work is put away, and a source is compared with what landed of it. */
async function jobs(run: Run): Promise<void> {
  const { failedJobs, connections } = await run(
    '{ failedJobs(first: 1) { nodes { id } } connections(first: 100) { nodes { id kind location } } }',
  );
  for (const { id } of (failedJobs as never as { nodes: { id: string }[] }).nodes)
    await run(`mutation ($id: ID!) { discardJob(id: $id) { ${PROBLEMS} } }`, { id });
  const { nodes } = connections as never as { nodes: { id: string; kind: string; location: string }[] };
  const id = nodes.find(({ kind, location }) => kind === 'FILES' && !location.startsWith('upload:'))?.id ?? '';
  await run('mutation ($id: ID!) { reconcileConnection(id: $id) { __typename } }', { id });
  await run(`mutation ($id: ID!) { setWatching(connectionId: $id, watching: true) { ${PROBLEMS} } }`, { id });
}

async function sessions(run: Run, email: string): Promise<void> {
  const { createLogInLink } = await run('mutation { createLogInLink { code } }');
  const { code } = createLogInLink as never as { code: string };
  await run('mutation ($code: String!) { logInWithLink(code: $code) { __typename } }', { code }, null);
  await run('mutation ($email: String!) { requestPasswordReset(email: $email) { __typename } }', { email }, null);
  const input = { tenantName: 'Other', email: 'other@example.com', displayName: 'Other', password: PASSWORD };
  const register = 'mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) { ... on Session { token refreshToken } } }';
  const { registerTenant } = await run(register, { input }, null);
  const { refreshToken } = registerTenant as never as { refreshToken: string };
  const refresh = 'mutation ($t: String!) { refreshSession(refreshToken: $t) { __typename ... on Session { token } } }';
  const { refreshSession } = await run(refresh, { t: refreshToken }, null);
  const { token } = refreshSession as never as { token: string };
  const demo = 'mutation { createDemoWorkspace { ... on Session { viewer { tenant { id } } } } }';
  const { createDemoWorkspace } = await run(demo, {}, token);
  const { id } = (createDemoWorkspace as never as { viewer: { tenant: { id: string } } }).viewer.tenant;
  await run('mutation ($id: ID!) { switchWorkspace(tenantId: $id) { __typename } }', { id }, token);
  await run('mutation { logOut { __typename } }', {}, token);
}

async function members(run: Run, ownerId: string): Promise<void> {
  await run('mutation { inviteMember(email: "late@example.com", role: VIEWER) { __typename } }');
  const { tenant } = await run('{ tenant { invitations(first: 10) { nodes { id } } members { nodes { id role } } } }');
  const { invitations, members: people } = tenant as never as {
    invitations: { nodes: { id: string }[] };
    members: { nodes: { id: string; role: string }[] };
  };
  for (const { id } of invitations.nodes) await run(`mutation ($id: ID!) { revokeInvitation(id: $id) { ${PROBLEMS} } }`, { id });
  const other = people.nodes.find(({ id, role }) => id !== ownerId && role !== 'OWNER' && role !== 'AGENT');
  if (other === undefined) return;
  const { id } = other;
  await run(`mutation ($id: ID!) { changeMemberRole(userId: $id, role: ANALYST) { ${PROBLEMS} } }`, { id });
  await run(`mutation ($id: ID!) { removeMember(userId: $id) { ${PROBLEMS} } }`, { id });
}
