/** Small logs of networks in their true shapes; hosts and addresses are made up. */

const zeek = (path: string, fields: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    '#separator \\x09',
    '#set_separator\t,',
    '#empty_field\t(empty)',
    '#unset_field\t-',
    `#path\t${path}`,
    '#open\t2026-10-01-00-00-00',
    `#fields\t${fields.join('\t')}`,
    `#types\t${fields.map(() => 'string').join('\t')}`,
    ...rows.map((row) => row.join('\t')),
    '#close\t2026-10-01-01-00-00',
    '',
  ].join('\n');

const CONNECTION = ['ts', 'uid', 'id.orig_h', 'id.orig_p', 'id.resp_h', 'id.resp_p'];
const from = (ts: string): string[] => [ts, 'CHhAvVGS1DHFjwGM9', '10.0.0.5', '51234', '203.0.113.10', '443'];

export const ZEEK_DNS = zeek('dns', [...CONNECTION, 'proto', 'query', 'qtype_name', 'rcode_name', 'answers'], [
  [...from('1790000000.123456'), 'udp', 'app.notion.so', 'A', 'NOERROR', '203.0.113.10'],
  [...from('1790000001.000000'), 'udp', '5.0.0.10.in-addr.arpa', 'PTR', 'NOERROR', '-'],
  [...from('1790000002.000000'), 'udp', 'nowhere.example.com', 'A', 'NXDOMAIN', '-'],
  [...from('1790000003.000000'), 'udp', '-', '-', '-', '-'],
]); // prettier-ignore

export const ZEEK_SSL = zeek('ssl', [...CONNECTION, 'version', 'cipher', 'server_name', 'established'], [
  [...from('1790000000.5'), 'TLSv13', 'TLS_AES_128_GCM_SHA256', 'figma.com', 'T'],
  [...from('1790000001.5'), 'TLSv13', 'TLS_AES_128_GCM_SHA256', '-', 'T'],
]); // prettier-ignore

export const ZEEK_HTTP_JSON = [
  { ts: 1790000000.25, uid: 'C1', 'id.orig_h': '10.0.0.5', 'id.orig_p': 1, 'id.resp_h': '203.0.113.10', 'id.resp_p': 80, method: 'GET', host: 'updates.example.net', uri: '/v1', status_code: 200 },
  { ts: '2026-09-21T13:33:21.000000Z', uid: 'C2', 'id.orig_h': '10.0.0.5', 'id.resp_h': '203.0.113.10', method: 'GET', uri: '/', status_code: 400 },
]; // prettier-ignore

export const ZEEK_CONN = zeek('conn', [...CONNECTION, 'proto', 'service', 'conn_state'], [[...from('1790000000.5'), 'tcp', 'ssl', 'SF']]);

export const ZEEK_X509 = zeek(
  'x509',
  ['ts', 'id', 'certificate.version', 'certificate.serial', 'certificate.subject', 'certificate.issuer', 'certificate.not_valid_before', 'certificate.not_valid_after', 'san.dns'], // prettier-ignore
  [
    ['1790000000.5', 'F1', '3', '01', 'CN=*.acme.com,O=Acme', 'CN=R11,O=Let\\x27s Encrypt,C=US', '1780000000.000000', '1797000000.000000', '*.acme.com,acme.com,acme.de'],
    ['1790000001.5', 'F2', '3', '02', 'CN=R11,O=CA,C=US', 'CN=Root', '1700000000.000000', '1900000000.000000', '-'],
  ],
); // prettier-ignore

export const SQUID = [
  '1790000000.129   1100 10.0.0.5 TCP_MISS/200 12345 GET http://cdn.example.org/a.js ana HIER_DIRECT/203.0.113.10 text/javascript',
  '1790000001.001     90 10.0.0.6 TCP_TUNNEL/200 5120 CONNECT api.openai.com:443 - HIER_DIRECT/203.0.113.11 -',
  '1790000002.001      0 10.0.0.6 TCP_DENIED/403 3900 CONNECT games.example.com:443 - HIER_NONE/- text/html',
  '',
].join('\n');

export const COMBINED = [
  '10.0.0.5 - ana [01/Oct/2026:13:55:36 +0200] "GET http://docs.example.org/x?a=1 HTTP/1.1" 200 2326 "http://www.example.org/" "Mozilla/5.0 (X11; Linux)" TCP_MISS:HIER_DIRECT',
  '10.0.0.5 - - [01/Oct/2026:13:55:37 +0200] "CONNECT mail.proton.me:443 HTTP/1.1" 200 39 "-" "-"',
  '10.0.0.5 - - [01/Oct/2026:13:55:38 +0200] "GET /local HTTP/1.1" 200 5 "-" "-"',
  '',
].join('\n');

export const W3C = [
  '#Software: SGOS 6.7',
  '#Version: 1.0',
  '#Date: 2026-10-01 00:00:00',
  '#Fields: date time time-taken c-ip cs-username sc-filter-result cs-host sc-status cs-method cs(User-Agent) cs-bytes',
  '2026-10-01 08:00:00 120 10.0.0.5 ana OBSERVED app.asana.com 200 GET "Mozilla/5.0 (X11; Linux)" 512',
  '2026-10-01 08:00:01 1 10.0.0.5 ana DENIED bet.example.com 403 GET "Mozilla/5.0" 100',
  '',
].join('\n');
