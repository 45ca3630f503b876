import { AwsV4Signer } from 'aws4fetch';
import type { PlaneHttp, PlaneReply } from '../../checks/plane-http.ts';
import { planeErrors } from '../../plane.errors.ts';
import type { PlaneRef } from '../../plane-ref.ts';

/** One operation of EventBridge's API, signed (Signature Version 4). @throws PLANE_SECRET_REFUSED, PLANE_UNREACHABLE */
export async function awsCall(
  { address, settings, secret }: PlaneRef,
  http: PlaneHttp,
  operation: string,
  input: object,
  signal: AbortSignal,
): Promise<PlaneReply> {
  const body = JSON.stringify(input);
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AWSEvents.${operation}` };
  const signer = new AwsV4Signer({
    url: `${address}/`, method: 'POST', headers, body, service: 'events', region: settings['region'] ?? '', accessKeyId: settings['accessKeyId'] ?? '', secretAccessKey: secret ?? '',
  }); // prettier-ignore
  const signed = await signer.sign();
  // The host is part of what is signed; the client puts it there itself.
  const carried = Object.fromEntries([...signed.headers].filter(([name]) => name !== 'host'));
  const reply = await http.raw({ method: 'POST', path: signed.url.href, headers: carried, body }, signal);
  const host = new URL(address).host;
  if (
    reply.status === 403 ||
    (reply.status === 400 && /UnrecognizedClient|InvalidSignature|AccessDenied|MissingAuthentication/u.test(reply.text))
  )
    throw planeErrors.PLANE_SECRET_REFUSED({ host, why: 'AWS does not accept the signature or allow the operation' });
  if (reply.status >= 300) throw planeErrors.PLANE_UNREACHABLE({ host, why: `it answered ${reply.status}: ${reply.text.slice(0, 200)}` });
  return reply;
}
