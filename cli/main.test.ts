import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../tests/support/command-line.ts';
import { graphStandIn, type Answers } from '../tests/support/graph-stand-in.ts';
import { temporaryFolder } from '../tests/support/temporary-folder.ts';
import { EXIT } from './exit-codes.mjs';
import { writeServerFile } from './server/server-file.ts';

const LOGGED_IN: Answers = {
  LogInWithLocalKey: () => ({ data: { logInWithLocalKey: { __typename: 'Session', token: 'token-1' } } }),
  ConnectionCount: () => ({ data: { connections: { totalCount: 1 } } }),
};

const ANSWER = {
  __typename: 'Answer',
  id: 'a1',
  question: 'total won revenue',
  readAs: null,
  verdict: null,
  text: 'Won revenue is 10,005,534.',
  label: 'Won revenue',
  value: 10_005_534,
  unit: 'MONEY',
  formattedValue: '10,005,534',
  delta: null,
  trend: null,
  columns: [],
  rows: [],
  truncated: false,
  series: [],
  breakdown: [],
  confidence: { score: 0.9, tier: 'HIGH', reasons: [] },
  plan: { json: { metric: 'won_revenue' } },
  sql: 'select 1',
  lineage: [],
  followUps: [],
};

const DECLINED = {
  __typename: 'Declined',
  question: 'churn',
  reason: 'NOT_AVAILABLE',
  text: 'No churn here.',
  notUnderstood: [],
  missing: ['Subscription'],
  wouldHelp: ['subscriptions'],
  suggestions: [],
};

/** A data folder whose server.json points at a server that gives these replies. */
async function dataFolder(answers: Answers) {
  const folder = temporaryFolder();
  const server = await graphStandIn({ ...LOGGED_IN, ...answers });
  writeServerFile(folder, { pid: process.pid, url: server.url, version: '0.1.0', startedAt: new Date().toISOString() });
  writeFileSync(join(folder, 'owner.key'), 'key-1\n', { mode: 0o600 });
  return { ...server, folder };
}

describe('usage', () => {
  test.each([[['ask']], [['nonsense']], [['ask', 'x', '--persona', 'CEO']], [['up', '--port', 'abc']], [['connect', 'files']]])(
    '%j ends with USAGE and says why',
    async (args) => {
      const ended = await commandLine(args);
      expect(ended.code).toBe(EXIT.USAGE);
      expect(ended.stderr).toMatch(/^error: /m);
    },
  );

  test('help and version are no failures', async () => {
    const [help, version] = await Promise.all([commandLine(['--help']), commandLine(['--version'])]);
    expect([help.code, version.code]).toEqual([EXIT.OK, EXIT.OK]);
    expect(help.stdout).toContain('connect');
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('dashboard', () => {
  const DASHBOARD = {
    __typename: 'Dashboard',
    id: 'd',
    title: '2017 results',
    sentence: '2017 results',
    persona: 'CFO',
    text: 'All well.',
    widgets: [],
  };

  test('a dashboard goes to standard output as JSON, asked for with its persona', async () => {
    const { folder, received } = await dataFolder({ Dashboard: () => ({ data: { generateDashboard: DASHBOARD } }) });
    const ended = await commandLine(['dashboard', '2017 results', '--persona', 'CFO', '--json', '--data-folder', folder]);
    expect(ended.code).toBe(EXIT.OK);
    expect(JSON.parse(ended.stdout)).toMatchObject({ status: 'DASHBOARD', title: '2017 results', text: 'All well.', widgets: [] });
    expect(received.at(-1)).toMatchObject({ operation: 'Dashboard', variables: { sentence: '2017 results', persona: 'CFO' } });
  });

  test('a sentence without a dashboard ends with DECLINED and its reason', async () => {
    const { folder } = await dataFolder({ Dashboard: () => ({ data: { generateDashboard: DECLINED } }) });
    const ended = await commandLine(['dashboard', 'churn', '--data-folder', folder]);
    expect(ended.code).toBe(EXIT.DECLINED);
    expect(ended.stdout).toContain('No churn here.');
  });

  test('an overview asked as a question is printed as a dashboard', async () => {
    const { folder } = await dataFolder({ Ask: () => ({ data: { ask: DASHBOARD } }) });
    const ended = await commandLine(['ask', '2017 results', '--json', '--data-folder', folder]);
    expect(ended.code).toBe(EXIT.OK);
    expect(JSON.parse(ended.stdout)).toMatchObject({ question: '2017 results', status: 'DASHBOARD' });
  });
});

describe('ask', () => {
  test('an answer ends with OK; --json prints the documented shape and nothing else on standard output', async () => {
    const { folder, received } = await dataFolder({ Ask: () => ({ data: { ask: ANSWER } }) });
    const ended = await commandLine(['ask', 'total won revenue', '--persona', 'CFO', '--json', '--data-folder', folder]);
    expect(ended).toMatchObject({ code: EXIT.OK, stderr: '' });
    expect(JSON.parse(ended.stdout)).toMatchObject({
      question: 'total won revenue',
      status: 'ANSWERED',
      value: 10_005_534,
      unit: 'MONEY',
      sql: 'select 1',
      plan: { metric: 'won_revenue' },
    });
    expect(received.at(-1)?.variables).toEqual({ question: 'total won revenue', persona: 'CFO', after: null });
  });

  test('a declined question ends with DECLINED and is printed too', async () => {
    const { folder } = await dataFolder({ Ask: () => ({ data: { ask: DECLINED } }) });
    const [text, parsed] = await Promise.all([
      commandLine(['ask', 'churn', '--data-folder', folder]),
      commandLine(['ask', 'churn', '--json', '--data-folder', folder]),
    ]);
    expect([text.code, parsed.code]).toEqual([EXIT.DECLINED, EXIT.DECLINED]);
    expect(text.stdout).toContain('No churn here.');
    expect(JSON.parse(parsed.stdout)).toMatchObject({
      status: 'DECLINED',
      reason: 'NOT_AVAILABLE',
      missing: ['Subscription'],
      wouldHelp: ['subscriptions'],
      suggestions: [],
    });
  });

  test('every request after logging in carries the token, and every request the owner key', async () => {
    const { folder, received } = await dataFolder({ Ask: () => ({ data: { ask: ANSWER } }) });
    await commandLine(['ask', 'x', '--data-folder', folder]);
    expect(received.map(({ operation, headers }) => [operation, headers.authorization, headers['x-autonomos-local-key']])).toEqual([
      ['LogInWithLocalKey', undefined, 'key-1'],
      ['ConnectionCount', 'Bearer token-1', 'key-1'],
      ['Ask', 'Bearer token-1', 'key-1'],
    ]);
  });

  test('where nothing is connected the demo company is asked, and whoever asks is told', async () => {
    const { folder, received } = await dataFolder({
      ConnectionCount: () => ({ data: { connections: { totalCount: 0 } } }),
      Workspaces: () => ({ data: { workspaces: [{ id: 't-2', name: 'Some company', demo: true }] } }),
      SwitchWorkspace: () => ({ data: { it: { __typename: 'Session', token: 'token-2' } } }),
      Ask: () => ({ data: { ask: ANSWER } }),
    });
    const ended = await commandLine(['ask', 'x', '--json', '--data-folder', folder]);
    expect(JSON.parse(ended.stdout)).toMatchObject({ status: 'ANSWERED', workspace: 'demo' });
    expect(ended.stderr).toContain('Some company');
    expect(received.at(-1)).toMatchObject({ operation: 'Ask', headers: { authorization: 'Bearer token-2' } });
  });

  test('asking a demo company that is not there ends with FAILED and says how to load it', async () => {
    const { folder } = await dataFolder({ Workspaces: () => ({ data: { workspaces: [{ id: 't-1', name: 'Mine', demo: false }] } }) });
    const ended = await commandLine(['ask', 'x', '--demo', '--data-folder', folder]);
    expect([ended.code, ended.stderr]).toEqual([EXIT.FAILED, expect.stringContaining('npx autonomos demo load')]);
  });

  test('an error of the graph ends with FAILED and shows message, advice and code', async () => {
    const { folder } = await dataFolder({
      Ask: () => ({ errors: [{ message: 'Too much.', extensions: { code: 'QUERY_TOO_EXPENSIVE', todo: 'Ask for less.' } }] }),
    });
    const ended = await commandLine(['ask', 'x', '--data-folder', folder]);
    expect(ended.code).toBe(EXIT.FAILED);
    expect(ended.stderr).toBe('autonomos: Too much.\n  Ask for less. (QUERY_TOO_EXPENSIVE)\n');
  });

  test('a reply of another shape is a failure, never half an answer', async () => {
    const { folder } = await dataFolder({ Ask: () => ({ data: { ask: { __typename: 'Answer' } } }) });
    const ended = await commandLine(['ask', 'x', '--json', '--data-folder', folder]);
    expect(ended).toMatchObject({ code: EXIT.FAILED, stdout: '' });
  });

  test('a refused owner key ends with UNAUTHENTICATED', async () => {
    const problems = [{ code: 'CREDENTIALS_REFUSED', field: 'key', message: 'This key does not fit.', todo: 'Restart the server.' }];
    const { folder } = await dataFolder({
      LogInWithLocalKey: () => ({ data: { logInWithLocalKey: { __typename: 'InputRefused', problems } } }),
    });
    const ended = await commandLine(['ask', 'x', '--data-folder', folder]);
    expect(ended.code).toBe(EXIT.UNAUTHENTICATED);
    expect(ended.stderr).toContain('This key does not fit.');
  });
});

describe('connect files', () => {
  const sync = {
    id: 's1',
    status: 'SUCCEEDED',
    phase: 'FINISHED',
    recordsLanded: 3,
    recordsUnchanged: 0,
    recordsRemoved: 0,
    recordsQuarantined: 1,
    progress: 1,
    problem: null,
  };
  const proposal = (status: string) => ({
    id: 'p1',
    status,
    problem: null,
    recordsUnified: 3,
    tables: [
      {
        object: { name: 'orders', path: 'orders.csv' },
        entityName: 'Order',
        entityLabel: 'Order',
        adopted: false,
        confidence: 0.91,
        fields: [
          {
            column: 'amount',
            attribute: 'amount',
            attributeLabel: 'Amount',
            canonical: true,
            type: 'MONEY',
            relatesTo: null,
            confidence: 0.97,
          },
        ],
      },
    ],
  });
  const object = {
    name: 'orders',
    path: 'orders.csv',
    status: 'READY',
    statusReason: null,
    rowCount: 3,
    quarantinedCount: 1,
    quarantined: { nodes: [{ line: 4, code: 'TOO_FEW_COLUMNS', reason: '2 of 7 columns' }] },
  };
  const base: Answers = {
    KnownConnections: () => ({ data: { connections: { nodes: [{ id: 'c0', name: 'other', kind: 'FILES', location: '/other' }] } } }),
    ConnectFiles: () => ({
      data: {
        connectFiles: {
          __typename: 'ConnectionStarted',
          connection: { id: 'c1', name: 'orders' },
          sync: { ...sync, status: 'RUNNING', phase: 'LANDING', progress: 0.4 },
        },
      },
    }),
    SyncRun: () => ({ data: { syncRun: sync } }),
    SourceObjects: () => ({ data: { connection: { objects: { nodes: [object] } } } }),
    LatestProposal: () => ({ data: { connection: { mappingProposal: proposal('PROPOSED') } } }),
    MappingProposal: () => ({ data: { mappingProposal: proposal('PUBLISHED') } }),
    AcceptMapping: () => ({ data: { acceptMapping: { __typename: 'MappingAccepted' } } }),
    SampleQuestions: () => ({ data: { sampleQuestions: ['total order amount'] } }),
  };

  test('without --accept it proposes and changes nothing', async () => {
    const { folder, received } = await dataFolder(base);
    const ended = await commandLine(['connect', 'files', 'some/folder', '--data-folder', folder]);
    expect(ended.code).toBe(EXIT.OK);
    expect(ended.stdout).toContain('Order.amount');
    expect(ended.stdout).toContain('--accept');
    expect(received.map(({ operation }) => operation)).not.toContain('AcceptMapping');
  });

  test('with --accept it publishes, names the rows set aside with their reason, and offers questions', async () => {
    const { folder } = await dataFolder(base);
    const ended = await commandLine(['connect', 'files', 'some/folder', '--accept', '--data-folder', folder]);
    expect(ended.code).toBe(EXIT.OK);
    expect(ended.stdout).toMatch(/1 row was set aside[^]*line 4: 2 of 7 columns \(TOO_FEW_COLUMNS\)/);
    expect(ended.stdout).toContain('Published 1 entity type with 3 records');
    expect(ended.stdout).toContain('npx autonomos ask "total order amount"');
  });

  test('the folder is sent as an absolute path', async () => {
    const { folder, received } = await dataFolder(base);
    await commandLine(['connect', 'files', 'some/folder', '--name', 'Shop', '--data-folder', folder]);
    expect(received.find(({ operation }) => operation === 'ConnectFiles')?.variables).toEqual({
      input: { folder: `${process.cwd()}/some/folder`, name: 'Shop' },
    });
  });

  test('a folder that is connected already is read again instead of connected twice', async () => {
    const location = process.cwd();
    const { folder, received } = await dataFolder({
      ...base,
      KnownConnections: () => ({ data: { connections: { nodes: [{ id: 'c1', name: 'shop', kind: 'FILES', location }] } } }),
      SyncConnection: () => ({ data: { syncConnection: { sync } } }),
    });
    const ended = await commandLine(['connect', 'files', '.', '--accept', '--data-folder', folder]);
    expect(ended.code).toBe(EXIT.OK);
    expect(ended.stderr).toContain('reading it again');
    expect(received.map(({ operation }) => operation)).not.toContain('ConnectFiles');
  });

  test('a refused folder ends with FAILED and says what to do', async () => {
    const problems = [{ code: 'FOLDER_NOT_FOUND', field: 'folder', message: 'There is no such folder.', todo: 'Check the path.' }];
    const { folder } = await dataFolder({
      ...base,
      ConnectFiles: () => ({ data: { connectFiles: { __typename: 'InputRefused', problems } } }),
    });
    const ended = await commandLine(['connect', 'files', '/nowhere', '--data-folder', folder]);
    expect(ended).toMatchObject({ code: EXIT.FAILED, stdout: '' });
    expect(ended.stderr).toContain('There is no such folder.\n  Check the path. (FOLDER_NOT_FOUND)');
  });

  test('a synchronisation that fails ends with FAILED and its reason', async () => {
    const problem = { code: 'NO_TABLES', message: 'No file holds a table.', todo: 'Choose another folder.' };
    const { folder } = await dataFolder({ ...base, SyncRun: () => ({ data: { syncRun: { ...sync, status: 'FAILED', problem } } }) });
    const ended = await commandLine(['connect', 'files', '/x', '--data-folder', folder]);
    expect(ended.code).toBe(EXIT.FAILED);
    expect(ended.stderr).toContain('No file holds a table.');
  });
});

describe('without a server', () => {
  test('status says so and ends with UNREACHABLE; stop has nothing to do', async () => {
    const folder = temporaryFolder();
    const [status, json, stop] = await Promise.all([
      commandLine(['status', '--data-folder', folder]),
      commandLine(['status', '--json', '--data-folder', folder]),
      commandLine(['stop', '--data-folder', folder]),
    ]);
    expect([status.code, json.code, stop.code]).toEqual([EXIT.UNREACHABLE, EXIT.UNREACHABLE, EXIT.OK]);
    expect(JSON.parse(json.stdout)).toEqual({ running: false, dataFolder: folder });
  });

  test('stop never ends a stranger that got the process id of a crashed server', async () => {
    const folder = temporaryFolder();
    writeServerFile(folder, { pid: process.pid, url: 'http://127.0.0.1:1', version: '0.1.0', startedAt: new Date().toISOString() });
    const ended = await commandLine(['stop', '--data-folder', folder]);
    expect(ended.code).toBe(EXIT.OK);
    expect(ended.stdout).toContain('No server runs');
  });
});
