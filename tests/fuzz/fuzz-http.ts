import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { Random } from '../chaos/random.ts';
import { hostileBody, hostileOperation } from './hostile-bodies.ts';
import { codeIn, SERVER_FAULT, type Findings } from './fuzz-result.ts';
import { hostileText, mutated } from './hostile-values.ts';
import { sendRaw } from './raw-request.ts';

export interface FuzzTarget {
  /** `http://host:port` of the door. */
  url: string;
  /** Of a session that may do anything. */
  token: string;
  /** Documents that the server runs, to be tampered with. */
  honest: readonly string[];
}

const REPLY_TIMEOUT_MS = 20_000;
const RAW_SHARE = 0.03;
/** Most requests are wrong in one respect only, so that what lies behind the others is reached. */
const ODD_SHARE = 0.05;
const METHODS = ['GET', 'GET', 'GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];
const CONTENT_TYPES = [
  'application/json; charset=utf-8',
  'application/json; charset=utf-7',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/graphql',
  'application/x-www-form-urlencoded',
  '',
  'application/json;',
  '/',
  'a'.repeat(1_000),
];
const ACCEPTS = [
  'application/json',
  'application/graphql-response+json',
  'multipart/mixed; deferSpec=20220824, application/json',
  'text/event-stream',
  'text/html',
  ';;;',
  'q=0',
  '*'.repeat(500),
];
const PATHS = [
  '/graphql/',
  '/graphql?',
  '//graphql',
  '/graphql/..%2f',
  '/%',
  '/%00',
  '/uploads/x',
  '/health/ready',
  '/nothing.js',
  '/graphql#x',
];

/** Sends that many hostile requests over so many connections at once. */
export async function fuzzHttp(target: FuzzTarget, random: Random, count: number, width: number, findings: Findings): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left--;
      const outcome = random.fraction() < RAW_SHARE ? sendRaw(target, random, findings) : sendOne(target, random, agent, findings);
      findings.count(await outcome);
      findings.result.requests++;
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  agent.destroy();
}

/** @returns the status, or what became of the connection */
function sendOne(target: FuzzTarget, random: Random, agent: Agent, findings: Findings): Promise<string> {
  const method = oddly(random, METHODS, 'POST', 3);
  const body = method === 'GET' || method === 'HEAD' ? null : hostileBody(random, target.honest);
  const path = body === null ? `/graphql?${hostileSearch(random, target.honest)}` : oddly(random, PATHS, '/graphql');
  const headers = hostileHeaders(target, random);
  const describe = (): string => `${method} ${path} ${JSON.stringify(headers).replace(target.token, '…')} ${body?.toString('utf8') ?? ''}`;
  const started = performance.now();
  return new Promise((resolve) => {
    const asked = request(
      new URL(target.url),
      {
        method,
        path,
        headers: { ...headers, ...(body === null ? {} : { 'content-length': String(body.length) }) },
        agent,
        timeout: REPLY_TIMEOUT_MS,
      },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => void chunks.push(chunk));
        reply.on('close', () => {
          const status = reply.statusCode ?? 0;
          const text = Buffer.concat(chunks).toString('utf8');
          findings.timed(performance.now() - started, describe);
          if (status >= 500 || SERVER_FAULT.test(text)) findings.failed(`${status} ${text.slice(0, 300)}`, describe);
          if (method !== 'HEAD' && reply.headers['content-type']?.includes('json') === true && !isTyped(text))
            findings.failed(`an untyped refusal ${status} ${text.slice(0, 300)}`, describe);
          resolve(`${status} ${codeIn(text)}`.trim());
        });
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('no reply')));
    asked.on('error', (error) => {
      if (error.message === 'no reply') findings.failed('no reply', describe);
      resolve('code' in error ? String(error.code) : error.message);
    });
    asked.end(body ?? undefined);
  });
}

function oddly(random: Random, odd: readonly string[], usual: string, times = 1): string {
  return random.fraction() < ODD_SHARE * times ? random.pick(odd) : usual;
}

/** JSON, and every error in it has a code and says what to do. */
function isTyped(text: string): boolean {
  try {
    const { errors } = JSON.parse(text) as { errors?: { message?: string; extensions?: { code?: string; todo?: string } }[] };
    return (
      errors === undefined ||
      errors.every(({ message, extensions }) => Boolean(message) && Boolean(extensions?.code) && Boolean(extensions?.todo))
    );
  } catch {
    return false;
  }
}

function hostileHeaders(target: FuzzTarget, random: Random): IncomingHttpHeaders {
  const headers: IncomingHttpHeaders = { accept: oddly(random, ACCEPTS, '*/*') };
  const type = oddly(random, CONTENT_TYPES, 'application/json');
  if (type !== '') headers['content-type'] = type;
  const who = random.below(20);
  if (who < 16) headers.authorization = `Bearer ${target.token}`;
  else if (who === 3)
    headers.authorization = random.pick([
      '',
      'Bearer',
      'Bearer ',
      'Basic YTpi',
      'Bearer a.b.c',
      `Bearer ${'x'.repeat(7_000)}`,
      `Bearer ${target.token}x`,
    ]);
  if (random.fraction() < 0.9) headers['apollo-require-preflight'] = 'true';
  if (random.fraction() < 0.02) headers['content-encoding'] = random.pick(['gzip', 'identity']);
  if (random.fraction() < 0.05) headers['x-request-id'] = random.pick(['x'.repeat(5_000), '${jndi:x}', '']);
  if (random.fraction() < 0.05)
    headers['traceparent'] = random.pick(['00-0-0-00', 'x'.repeat(1_000), '00-00000000000000000000000000000000-0000000000000000-ff']);
  if (random.fraction() < 0.05) headers.origin = random.pick(['null', 'https://evil.example', 'x', `https://${'a'.repeat(2_000)}`]);
  if (random.fraction() < 0.02) for (let n = 0; n < 60; n++) headers[`x-bomb-${n}`] = 'x'.repeat(20);
  return headers;
}

function hostileSearch(random: Random, honest: readonly string[]): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(hostileOperation(random, honest))) {
    const text = typeof value === 'string' ? value : random.pick([safely(value), hostileText(random)]);
    search.append(name.slice(0, 100), text.slice(0, 3_000));
    if (random.fraction() < 0.05) search.append(name, 'again');
  }
  const text = search.toString().slice(0, 12_000);
  // What Node itself would not send stays out.
  return random.fraction() < 0.1 ? encodeURI(mutated(random, text).toWellFormed()).replaceAll('#', '') : text;
}

function safely(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}
