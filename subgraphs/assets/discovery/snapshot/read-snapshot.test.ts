import { describe, expect, test } from 'vitest';
import type { Evidence } from '../gather/evidence.ts';
import { Gatherer } from '../gather/gatherer.ts';
import { DEFAULT_POLICY } from '../policy/policy.ts';
import { momentOfSnapshot, readSnapshot, type SnapshotReading } from './read-snapshot.ts';

const AS_OF = Date.parse('2026-06-30T12:00:00Z');
const PIECE = 7;

async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield await Promise.resolve(text.slice(at, at + PIECE));
}

async function read(text: string): Promise<SnapshotReading & { keys: string[] }> {
  const gatherer = new Gatherer(DEFAULT_POLICY, AS_OF);
  const reading = await readSnapshot(pieces(text), AS_OF, (record) => gatherer.take(record));
  return { ...reading, keys: gatherer.facts().map(({ key }) => key) };
}

const observed = (records: readonly object[]): string => JSON.stringify({ planes: { discovery: { observations: records } } });
const problems = ({ refused }: SnapshotReading): string[] => refused.map(({ record, problem }) => `${record} ${problem}`);

describe('bad records are named and kept out, and the rest goes on', () => {
  test.each([
    ['a future time', { observed_at: '2026-06-30T12:00:01Z', domain: 'a.com' }, 'FUTURE_TIME'],
    ['a wildcard', { domain: '*.a.com' }, 'WILDCARD_DOMAIN'],
    ['a wildcard in an address', { observed_uri: 'https://*.a.com/x' }, 'WILDCARD_DOMAIN'],
    ['punycode', { domain: 'xn--pple-43d.com' }, 'PUNYCODE_DOMAIN'],
    ['letters beyond ASCII', { hostname: 'аpple.com' }, 'PUNYCODE_DOMAIN'],
    ['an address of the network', { hostname: 'http://10.1.2.3:80/' }, 'IP_ONLY'],
    ['an address as a name', { observed_name: '10.1.2.3' }, 'IP_ONLY'],
    ['nothing to be told by', { vendor_hint: 'Somebody', observed_name: 'N/A' }, 'NO_IDENTITY'],
    ['an id that was there before', { observation_id: 'first', domain: 'a.com' }, 'DUPLICATE_ID'],
  ])('%s', async (_, record, problem) => {
    const found = await read(
      observed([{ observation_id: 'first', domain: 'first.com' }, { observation_id: 'bad', ...record }, { domain: 'last.com' }]),
    );
    expect(found.keys).toEqual(['first.com', 'last.com']);
    expect(found.refused).toMatchObject([{ list: 'discovery.observations', number: 2, problem }]);
    expect(found.lists.get('discovery.observations')).toEqual({ read: 3, taken: 2, refused: 1, kept: 0 });
  });

  test('what is no record at all', async () => {
    const found = await read(`{"planes":{"discovery":{"observations":[{"domain":"a.com"},7,[],null,{"x":},{"domain":"b.com"}]}}}`);
    expect(problems(found)).toEqual(['2 NOT_AN_OBJECT', '3 NOT_AN_OBJECT', '4 NOT_AN_OBJECT', '5 NOT_JSON']);
    expect(found.keys).toEqual(['a.com', 'b.com']);
  });
});

test('of a document that is cut off, what came before is in, and the place is told', async () => {
  const text = observed([{ domain: 'a.com' }, { domain: 'b.com' }, { domain: 'c.com' }]);
  const found = await read(text.slice(0, text.indexOf('c.com')));
  expect(found).toMatchObject({
    whole: false,
    keys: ['a.com', 'b.com'],
    refused: [{ list: 'discovery.observations', number: 3, problem: 'TRUNCATED' }],
  });
});

test('a name with a dot is a domain only where registries know one', async () => {
  const found = await read(observed([{ observed_name: 'monday.com' }, { observed_name: 'Node.js' }, { observed_name: 'printer.local' }]));
  expect(found.keys).toEqual(['monday.com', 'nodejs', 'printer.local']);
});

test('the domain that registries know wins over other fields of the same record', async () => {
  const found = await read(observed([{ domain: 'n/a', hostname: 'host-7.corp', observed_uri: 'https://www.acme.co.uk:8443/x' }]));
  expect(found.keys).toEqual(['acme.co.uk']);
});

test('lists that nobody knows are kept and counted, missing ones are missing', async () => {
  const found = await read('{"planes":{"hr":{"people":[{"id":1},{"id":2}]},"idp":{},"cmdb":{"cis":null}}}');
  expect(Object.fromEntries(found.lists)).toMatchObject({ 'hr.people': { read: 2, kept: 2 } });
});

test('a plane may be a list itself; where it has several, ids tell which each record is of', async () => {
  const found = await read(
    JSON.stringify({
      planes: {
        discovery: [{ observation_id: 'o', domain: 'a.com' }, 7, null],
        finance: [{ contract_id: 'c', vendor: 'A' }, { txn_id: 't', vendor: 'A' }, { vendor_id: 'v', name: 'A' }, { amount: 3 }],
        idp: null,
        cmdb: 'none',
      },
    }),
  );
  expect(found.keys).toContain('a.com');
  expect(problems(found)).toEqual(['2 NOT_AN_OBJECT', '3 NOT_AN_OBJECT']);
  expect(Object.fromEntries([...found.lists].map(([list, { read: number }]) => [list, number]))).toEqual({
    'discovery.observations': 3, 'finance.contracts': 1, 'finance.transactions': 1, 'finance.vendors': 1, finance: 1,
  }); // prettier-ignore
});

test('a snapshot says of which moment it is, before its planes or behind them', async () => {
  expect(await momentOfSnapshot(pieces('{"planes":{"a":{"b":[{}]}},"meta":{"created_at":"2026-06-30T12:00:00Z"}}'))).toEqual({
    asOf: AS_OF,
    latest: AS_OF,
  });
  const day = await momentOfSnapshot(pieces('{"meta":{"snapshot_as_of":"2026-06-30"}}'));
  expect(day).toEqual({ asOf: Date.parse('2026-06-30T00:00:00Z'), latest: Date.parse('2026-06-30T23:59:59.999Z') });
  expect(await momentOfSnapshot(pieces('{"planes":{}}'))).toBeNull();
});

describe('what is paid', () => {
  const finance = async (list: string, record: object): Promise<Extract<Evidence, { plane: 'FINANCE' }>> => {
    const taken: Evidence[] = [];
    const text = JSON.stringify({ planes: { finance: { [list]: [{ product: 'P', ...record }] } } });
    await readSnapshot(pieces(text), AS_OF, (each) => (taken.push(each), null));
    const [first] = taken;
    if (first?.plane !== 'FINANCE') throw new Error('nothing was taken');
    return first;
  };

  test.each([
    [{}, true],
    [{ start_date: '2026-07-01' }, false],
    [{ end_date: '2026-06-30' }, true],
    [{ end_date: '2026-06-30T11:00:00Z' }, false],
    [{ end_date: '2027-01-01', status: 'Terminated' }, false],
  ])('a contract with %j goes on: %s', async (record, ongoing) => {
    expect(await finance('contracts', record)).toMatchObject({ ongoing });
  });

  test('a payment that recurs goes on', async () => {
    expect(await finance('transactions', { is_recurring: true })).toMatchObject({ ongoing: true });
    expect(await finance('transactions', { frequency: 'Monthly' })).toMatchObject({ ongoing: true });
    expect(await finance('transactions', { amount: 7 })).toMatchObject({ ongoing: false });
  });

  test('a contract of several years is counted by the year', async () => {
    expect(await finance('contracts', { annual_value: '12,000', start_date: '2025-01-01', end_date: '2027-12-31' })).toMatchObject({
      yearly: 12_000,
    });
    const { yearly } = await finance('contracts', { amount: 30_000, start_date: '2025-01-01', end_date: '2027-12-31' });
    expect(yearly).toBeCloseTo(10_000, -2);
  });
});

describe('records are read however their source names what they say', () => {
  const taken = async (list: string, raw: object): Promise<Evidence[]> => {
    const [plane = '', name = ''] = list.split('.');
    const records: Evidence[] = [];
    const text = JSON.stringify({ planes: { [plane]: { [name]: [raw] } } });
    await readSnapshot(pieces(text), AS_OF, (record) => {
      records.push(record);
      return null;
    });
    return records;
  };
  const at = Date.parse('2026-06-20T10:00:00Z');

  test.each([
    [
      'discovery.observations',
      { destHost: 'a.com', sensorType: 'DNS', eventTime: '2026-06-20T10:00:00Z' },
      { host: 'a.com', source: 'dns', at },
    ],
    [
      'discovery.observations',
      { 'App Name': 'Miro', 'Detected By': 'proxy', ts: String(at / 1_000) },
      { name: 'Miro', source: 'proxy', at },
    ],
    ['discovery.observations', { domain: 'a.com', last_seen_at: 'Sat, 20 Jun 2026 10:00:00 GMT' }, { at }],
    ['discovery.observations', { domain: 'a.com', seen_at: '2026-06-20 12:00:00+02' }, { at }],
    ['discovery.observations', { domain: 'a.com', Domain: 'b.com' }, { host: 'a.com' }],
    [
      'idp.objects',
      { appLabel: 'Miro', hasSSO: 1, lastSignInAt: at, signOnURL: 'https://miro.com/login' },
      { name: 'Miro', host: 'https://miro.com/login', hasSso: true, lastLoginAt: at },
    ],
    [
      'cmdb.cis',
      { ci_name: 'Miro', ci_class: 'app', operational_status: 'operational', manufacturer: 'RealtimeBoard' },
      { name: 'Miro', type: 'app', lifecycle: 'operational', vendor: 'RealtimeBoard' },
    ],
    ['finance.contracts', { application: 'Miro', expires_on: '2026-06-29' }, { name: 'Miro', ongoing: false }],
    [
      'finance.transactions',
      { payee: 'Miro', billingCycle: 'Monthly', txn_date: '2026-06-20T10:00:00Z' },
      { name: 'Miro', ongoing: true, at },
    ],
    ['security.attestations', { asset: 'Miro', url: 'https://miro.com/trust' }, { name: 'Miro', host: 'https://miro.com/trust' }],
  ])('%s: %o', async (list, raw, said) => {
    expect(await taken(list, raw)).toMatchObject([said]);
  });
});
