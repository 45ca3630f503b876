import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { outboundRules } from '../../kernel/outbound/allowed-address.ts';
import { guardedFetch } from '../../kernel/outbound/guarded-fetch.ts';
import type { System } from '../../kernel/system.ts';
import { askFeed, refusal } from './ask-feed.ts';
import { feedHeaders } from './feed-address.ts';
import { feedFolder, MOST_FILES } from './feed-files.ts';
import { intakeErrors } from './intake.errors.ts';
import type { TelemetryFeedRow } from './telemetry-feed.entity.ts';

/** Of all pages that an address gives at a time. */
const MAX_BYTES = 1024 ** 3;
const LIMITS = { connections: 4, maxReplyBytes: MAX_BYTES, connectMs: 5_000 };
const PAGE_MS = 2 * 60_000;
const ALL_MS = 15 * 60_000;
const LINK = /<([^<>]*)>((?:\s*;\s*[\w-]+\s*=\s*(?:"[^"]*"|[^\s;,"]+))*)/gu;

/** What came from an address. */
export interface Fetched {
  files: number;
  bytes: number;
}

/**
 * Fetches what is at a feed's address now, page by page, into the feed's folder: all of it takes the place of what was there, or nothing does.
 * @throws FEED_NOT_ANSWERED, FEED_REFUSED, FEED_TOO_LARGE, TOO_MANY_FEED_FILES, HOST_NOT_FOUND, ADDRESS_NOT_ALLOWED, and what opening its secret does
 */
export async function fetchFeed(system: System, feed: TelemetryFeedRow, signal: AbortSignal): Promise<Fetched> {
  const folder = feedFolder(system, feed);
  const arriving = `${folder}.arriving`;
  const send = guardedFetch(outboundRules(system), LIMITS);
  const headers = feedHeaders(system, feed);
  const whole = AbortSignal.any([signal, AbortSignal.timeout(ALL_MS)]);
  let bytes = 0;
  let files = 0;
  const page = async (url: URL, path: string): Promise<URL | null> => {
    const response = await send(url, { headers, signal: AbortSignal.any([whole, AbortSignal.timeout(PAGE_MS)]) });
    if (!response.ok) {
      await response.body?.cancel();
      throw refusal(url, response);
    }
    let here = 0;
    if (response.body !== null)
      await pipeline(
        Readable.fromWeb(response.body as ReadableStream<Uint8Array>),
        async function* counted(chunks: AsyncIterable<Uint8Array>) {
          for await (const chunk of chunks) {
            here += chunk.length;
            if (bytes + here > MAX_BYTES) throw intakeErrors.FEED_TOO_LARGE({ bytes: MAX_BYTES });
            yield chunk;
          }
        },
        createWriteStream(path, { mode: 0o600 }),
      );
    bytes += here;
    return nextOf(url, response.headers.get('link'));
  };
  await rm(arriving, { recursive: true, force: true });
  await mkdir(arriving, { recursive: true });
  try {
    for (let url: URL | null = new URL(feed.location); url !== null; files += 1) {
      if (files === MOST_FILES) throw intakeErrors.TOO_MANY_FEED_FILES({ max: MOST_FILES });
      const here: URL = url;
      url = await askFeed(feed.tenantId, here, () => page(here, join(arriving, nameOf(here, files + 1))), signal);
    }
    await rm(folder, { recursive: true, force: true });
    await rename(arriving, folder);
    return { files, bytes };
  } finally {
    await rm(arriving, { recursive: true, force: true });
  }
}

/** Its place among the pages, and what the address calls it: names tell formats apart whose columns are the same. */
function nameOf({ pathname }: URL, number: number): string {
  const last = (pathname.split('/').at(-1) ?? '').replaceAll(/[^\w.-]/gu, '_').slice(0, 100);
  return `${String(number).padStart(4, '0')}-${last === '' ? 'telemetry' : last}`;
}

/** The page after this one, by its Link header (RFC 8288); another service is not asked, it would be given the secret. */
function nextOf(url: URL, link: string | null): URL | null {
  for (const [, target = '', parameters = ''] of (link ?? '').matchAll(LINK)) {
    if (!/;\s*rel\s*=\s*"?(?:[^"]*\s)?next(?:\s[^"]*)?"?\s*(?:;|$)/iu.test(parameters) || !URL.canParse(target, url.href)) continue;
    const next = new URL(target, url.href);
    if (next.origin === url.origin && next.href !== url.href) return next;
  }
  return null;
}
