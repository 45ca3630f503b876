import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { parse } from 'tldts';

/** What an address written anywhere comes to. Hosts are in lower case and in ASCII (punycode). */
export type Host =
  | { kind: 'DOMAIN'; host: string; domain: string }
  /** An address of the network itself. */
  | { kind: 'ADDRESS'; host: string }
  /** A name that ends in no public suffix: it is known in one network only. */
  | { kind: 'UNLISTED'; host: string };

const MAX_CHARACTERS = 2_048;
/** Only suffixes that registries give out: what a provider gives out below its own domain is the provider's. */
const ICANN_ONLY = { allowPrivateDomains: false, allowIcannDomains: true, detectIp: true, validateHostname: true } as const;
const WILDCARD = /^(?:\*\.)+/;
const BEFORE_HOST = /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?/i;
const HOST = /^(?:\[[^\]]*\]|[^/?#:\s]*)/;
const LABELS = /^[^\s.]+(?:\.[^\s.]+)*$/u;

/** Reads a host, address, or e-mail's end as people and logs write them: with scheme, port, path, wildcard or dot at the end. Null for what is none. */
export function readHost(text: string): Host | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_CHARACTERS || /\s/.test(trimmed)) return null;
  if (isIP(trimmed) > 0) return { kind: 'ADDRESS', host: trimmed.toLowerCase() };
  const [bare = ''] = HOST.exec(trimmed.replace(BEFORE_HOST, '').replace(/^[^@/\s]*@/, '')) ?? [];
  const written = bare.replace(WILDCARD, '').replace(/\.+$/, '').toLowerCase();
  if (written === '') return null;
  const unwrapped = written.replace(/^\[|\]$/g, '');
  const { isIp, isIcann, domain } = parse(unwrapped, ICANN_ONLY);
  if (isIp === true) return { kind: 'ADDRESS', host: unwrapped };
  if (!LABELS.test(unwrapped)) return null;
  const host = domainToASCII(unwrapped);
  if (host === '') return null;
  // Numbers without dots, or in other bases, are addresses too: 0x7f.1 is 127.0.0.1.
  if (isIP(host) > 0) return { kind: 'ADDRESS', host };
  const registered = host === unwrapped ? { isIcann, domain } : parse(host, ICANN_ONLY);
  return registered.isIcann === true && registered.domain !== null
    ? { kind: 'DOMAIN', host, domain: registered.domain }
    : { kind: 'UNLISTED', host };
}

/** Whether it stands for all hosts below a domain: `*.example.com`. */
export const isWildcard = (text: string): boolean => WILDCARD.test(text.trim().replace(BEFORE_HOST, ''));

/** Whether a host has letters beyond ASCII, which is how domains are made to look like others. @param host as `readHost` gives it */
export const isPunycode = (host: string): boolean => /(?:^|\.)xn--/.test(host);
