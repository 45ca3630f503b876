import { isIPv6 } from 'node:net';
import type { Finding } from '../finding.ts';
import { TOP_LEVEL_DOMAINS } from './top-level-domains.ts';
import { isDigit, isWordUnit } from './site.ts';

const AT_MOST = { local: 64, domain: 253, url: 2_048, ipv6: 45 } as const;
const isLetter = (code: number): boolean => isWordUnit(code) && !isDigit(code);
const LOCAL_MARKS = new Set(Array.from(".!#$%&'*+/=?^_`{|}~-", (mark) => mark.charCodeAt(0)));
const isLocalUnit = (code: number): boolean => isWordUnit(code) || LOCAL_MARKS.has(code);
const isHostUnit = (code: number): boolean => isWordUnit(code) || code === 45 || code === 46;
const isHexOrColon = (code: number): boolean =>
  isDigit(code) || code === 58 || code === 46 || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);

/** The e-mail address around an @, or null. */
export function emailAround(text: string, sign: number): Finding | null {
  let start = sign;
  while (start > 0 && sign - start < AT_MOST.local && isLocalUnit(text.charCodeAt(start - 1))) start--;
  while (start < sign && !isWordUnit(text.charCodeAt(start)) && text[start] !== '_') start++;
  const end = hostEnd(text, sign + 1);
  const dot = lastDot(text, sign + 1, end);
  if (start === sign || dot <= sign + 1 || end - dot < 3 || !isLetter(text.charCodeAt(end - 1)) || text[sign - 1] === '.') return null;
  return { type: 'EMAIL', start, end, confidence: 0.98, reason: 'the form of an e-mail address' };
}

/** The web address around "://", or from "www." on. @param mark where those units start */
export function urlAround(text: string, mark: number): Finding | null {
  let start = mark;
  while (start > 0 && mark - start < 10 && isLetter(text.charCodeAt(start - 1)) && text.charCodeAt(start - 1) < 128) start--;
  if (text[mark] === ':' && start === mark) return null;
  let end = mark + (text[mark] === ':' ? 3 : 4);
  const first = end;
  while (end < text.length && end - start < AT_MOST.url && !isUrlEnd(text.charCodeAt(end))) end++;
  while (end > first && '.,;:!?\'")]}'.includes(text.charAt(end - 1))) end--;
  if (end - first < 2) return null;
  return { type: 'URL', start, end, confidence: 0.95, reason: 'the form of a web address' };
}

/** The domain name around a dot between two words, when it ends in a known top-level domain. */
export function domainAround(text: string, dot: number): Finding | null {
  let start = dot;
  while (start > 0 && dot - start < AT_MOST.local && isHostUnit(text.charCodeAt(start - 1))) start--;
  while (start < dot && !isWordUnit(text.charCodeAt(start))) start++;
  let end = hostEnd(text, dot + 1);
  const last = lastDot(text, dot, end);
  const top = text.slice(last + 1, end);
  // "done.In" is the end of a sentence, "DIALFORUM.COM" and "dialforum.com" are not.
  const oneCase = top === top.toLowerCase() || top === top.toUpperCase();
  if (start === dot || dot - start < 2 || !oneCase || !TOP_LEVEL_DOMAINS.has(top.toLowerCase())) return null;
  if (text[end] === '/') while (end < text.length && end - start < AT_MOST.url && !isUrlEnd(text.charCodeAt(end))) end++;
  while ('.,;:!?\'")]}'.includes(text.charAt(end - 1))) end--;
  return { type: 'URL', start, end, confidence: 0.8, reason: 'a name under a known top-level domain' };
}

/** The address of the internet protocol, version 6, around a colon. */
export function ipv6Around(text: string, colon: number): Finding | null {
  let start = colon;
  while (start > 0 && colon - start < AT_MOST.ipv6 && isHexOrColon(text.charCodeAt(start - 1))) start--;
  let end = colon;
  while (end < text.length && end - start < AT_MOST.ipv6 && isHexOrColon(text.charCodeAt(end))) end++;
  if (text[end - 1] === '.' || (text[end - 1] === ':' && text[end - 2] !== ':')) end--;
  if (end - start < 6 || isWordUnit(text.charCodeAt(start - 1)) || isWordUnit(text.charCodeAt(end))) return null;
  const found = text.slice(start, end);
  return isIPv6(found) ? { type: 'IP', start, end, confidence: 0.95, reason: 'groups of hexadecimal digits' } : null;
}

// The last dot of a stretch, or the place before it when there is none.
function lastDot(text: string, from: number, end: number): number {
  let at = end - 1;
  while (at >= from && text.charCodeAt(at) !== 46) at--;
  return at;
}

function hostEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < AT_MOST.domain && isHostUnit(text.charCodeAt(end))) end++;
  while (end > from && !isWordUnit(text.charCodeAt(end - 1))) end--;
  return end;
}

function isUrlEnd(code: number): boolean {
  return code <= 32 || code === 34 || code === 60 || code === 62 || code === 0xa0 || code === 0x201d || code === 0x2019 || code === 96;
}
