/** Longer runs are looked at in their beginning only. */
const MAX_RUN = 20_000;
const MAX_RUNS = 20;
const BASE64 = /[A-Za-z0-9+/_-]{24,}={0,2}/g;
const HEX = /(?:[0-9a-fA-F]{2}[ :]?){16,}/g;
const PERCENT = /(?:%[0-9a-fA-F]{2}[\w.~-]{0,3}){6,}/g;
const ESCAPES = /(?:\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}){6,}/g;
const ENTITIES = /(?:&#x?[0-9a-fA-F]{2,6};){6,}/g;
/** Of what was decoded: below it is not text. */
const READABLE = 0.9;
const MIN_CHARACTERS = 12;

/** Texts within a text that are not written as they are to be read. Those that come to no readable text are left out. */
export function decodedIn(text: string): string[] {
  const found = [
    ...runs(text, BASE64, (run) => Buffer.from(run, 'base64').toString('utf8')),
    ...runs(text, HEX, (run) => Buffer.from(run.replaceAll(/[ :]/g, ''), 'hex').toString('utf8')),
    ...runs(text, PERCENT, decodePercent),
    ...runs(text, ESCAPES, (run) => run.replaceAll(/\\[ux]([0-9a-fA-F]+)/g, (_, code: string) => character(Number.parseInt(code, 16)))),
    ...runs(text, ENTITIES, (run) =>
      run.replaceAll(/&#(x?)([0-9a-fA-F]+);/g, (_, hex: string, code: string) => character(Number.parseInt(code, hex === '' ? 10 : 16))),
    ),
  ];
  return [...new Set(found)].filter(isReadable);
}

function runs(text: string, pattern: RegExp, decode: (run: string) => string): string[] {
  return (text.match(pattern) ?? []).slice(0, MAX_RUNS).map((run) => decode(run.slice(0, MAX_RUN)));
}

function decodePercent(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return '';
  }
}

const MAX_CODE_POINT = 0x10ffff;
const character = (code: number): string => (code <= MAX_CODE_POINT ? String.fromCodePoint(code) : '');

function isReadable(text: string): boolean {
  if (text.length < MIN_CHARACTERS) return false;
  const readable = text.match(/[\p{L}\p{N}\p{P}\p{Zs}\n]/gu)?.length ?? 0;
  return !text.includes('\uFFFD') && readable >= READABLE * Array.from(text).length;
}
