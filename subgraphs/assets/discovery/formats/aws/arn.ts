/** What an Amazon resource name says: `arn:partition:service:region:account:type/name`. */
export interface Arn {
  service: string;
  region: string | null;
  account: string | null;
  /** `instance`, `table`; null where the service has one type without a name. */
  type: string | null;
  /** What the resource is called, without its type. */
  name: string;
}

const SEVERAL_PARTS = 6;

/** Reads an ARN; null for what is none. */
export function readArn(text: string): Arn | null {
  const parts = text.split(':');
  const [arn, , service = '', region = '', account = ''] = parts;
  if (arn !== 'arn' || parts.length < SEVERAL_PARTS || service === '') return null;
  const rest = parts.slice(SEVERAL_PARTS - 1).join(':');
  const [, type, name] = /^([a-z][a-z0-9-]*)[/:](.+)$/i.exec(rest) ?? [];
  // A bucket is all of what is behind; what is in it comes after the first slash.
  if (service === 's3') return { service, region: null, account: account || null, type: null, name: rest.split('/')[0] ?? rest };
  return { service, region: region || null, account: account || null, type: type ?? null, name: (name ?? rest).replace(/^\//, '') };
}
