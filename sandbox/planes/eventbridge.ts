import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { type SandboxVendor, type VendorReply, type VendorRequest, ok } from '../http/reply.ts';

export interface EventBridgeOptions {
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  bus: string;
  account?: string;
  /** Delivers an event to the API destination of the bus's one rule; what it throws is told as a failed invocation. */
  deliver(event: Readonly<Record<string, unknown>>): Promise<void>;
}

interface Entry {
  Source: string;
  DetailType: string;
  Detail: string;
  EventBusName?: string;
  Time?: number;
}

/**
 * Amazon EventBridge's JSON API: PutEvents and DescribeEventBus, signed with Signature Version 4, which is checked here by hand. Source: Amazon
 * EventBridge API Reference; AWS General Reference, "Signing AWS API requests".
 */
export function eventBridgeVendor(options: EventBridgeOptions): SandboxVendor & { delivered(): Promise<void> } {
  const { region, accessKeyId, secretAccessKey, bus, account = '123456789012' } = options;
  let under: Promise<void> = Promise.resolve();
  const refused = (type: string, message: string): VendorReply => ({ status: 400, body: { __type: type, message } });
  const arn = `arn:aws:events:${region}:${account}:event-bus/${bus}`;
  const put = ({ Source: source, DetailType, Detail, EventBusName = 'default', Time }: Entry): object => {
    if (EventBusName !== bus && EventBusName !== arn)
      return { ErrorCode: 'ResourceNotFound', ErrorMessage: `Event bus ${EventBusName} does not exist.` };
    const id = randomUUID();
    const time = new Date(Time === undefined ? Date.now() : Time * 1_000).toISOString().replace(/\.\d+Z$/u, 'Z');
    const event = {
      version: '0',
      id,
      'detail-type': DetailType,
      source,
      account,
      time,
      region,
      resources: [],
      detail: JSON.parse(Detail) as object,
    };
    under = under.then(() => options.deliver(event));
    return { EventId: id };
  };
  return {
    name: 'eventbridge',
    delivered: () => under,
    refuse(request) {
      const problem = signatureProblem(request, { region, accessKeyId, secretAccessKey });
      return problem === null ? null : refused(problem, 'The request signature we calculated does not match the signature you provided.');
    },
    tooMany: () => refused('ThrottlingException', 'Rate exceeded'),
    handle({ headers, body }) {
      const input = JSON.parse(body) as { Entries?: Entry[]; Name?: string };
      switch (headers['x-amz-target']) {
        case 'AWSEvents.PutEvents': {
          const entries = (input.Entries ?? []).map(put);
          return ok({ FailedEntryCount: entries.filter((entry) => 'ErrorCode' in entry).length, Entries: entries });
        }
        case 'AWSEvents.DescribeEventBus':
          return input.Name === bus
            ? ok({ Arn: arn, Name: bus })
            : refused('ResourceNotFoundException', `Event bus ${input.Name} does not exist.`);
        default:
          return refused('UnknownOperationException', '');
      }
    },
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Null when the request is signed by these credentials. The path that was signed is the one that was asked, with what the sandbox took off it. */
function signatureProblem(request: VendorRequest, known: { region: string; accessKeyId: string; secretAccessKey: string }): string | null {
  const { headers, method, body, base } = request;
  const [, keyId, date, region, signedNames, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/events\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/u.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (signature === undefined || date === undefined || signedNames === undefined) return 'MissingAuthenticationTokenException';
  if (keyId !== known.accessKeyId || region !== known.region) return 'UnrecognizedClientException';
  const names = signedNames.split(';');
  if (!names.includes('host') || !names.includes('x-amz-date')) return 'InvalidSignatureException';
  const canonicalHeaders = names
    .map(
      (name) =>
        `${name}:${String(headers[name] ?? '')
          .trim()
          .replaceAll(/\s+/gu, ' ')}\n`,
    )
    .join('');
  const path = `${new URL(base).pathname}${request.path}`;
  const canonical = [
    method,
    path,
    request.query.toString(),
    canonicalHeaders,
    signedNames,
    headers['x-amz-content-sha256'] ?? sha256(body),
  ].join('\n');
  const scope = `${date}/${known.region}/events/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = ['events', 'aws4_request'].reduce(
    (from, part) => hmac(from, part),
    hmac(hmac(`AWS4${known.secretAccessKey}`, date), known.region),
  );
  const expected = hmac(key, toSign);
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected) ? null : 'InvalidSignatureException';
}
