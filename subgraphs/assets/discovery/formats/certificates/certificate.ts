import type { SaidCertificate } from '../../details/record-details.ts';
import { readHost } from '../../identity/host.ts';
import { observed, type Outcome, saying, silent } from '../outcome.ts';

/** What a certificate says: each registered domain that it is for is in use. Names of people and authorities are none. @param when it was seen, or logged */
export function certificateOf(names: readonly string[], when: number | null, certificate: SaidCertificate): Outcome {
  const domains = new Map<string, string>();
  for (const name of names) {
    const host = readHost(name);
    if (host?.kind === 'DOMAIN' && !domains.has(host.domain)) domains.set(host.domain, host.host);
  }
  if (domains.size === 0) return silent('NO_HOST');
  return saying(...[...domains.values()].map((host) => observed('certificate', when, { host, details: { certificate } })));
}
