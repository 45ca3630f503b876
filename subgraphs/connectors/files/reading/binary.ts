import type { Encoding } from './encoding.ts';

const SIGNATURES: { bytes: string; what: string }[] = [
  { bytes: '504b0304', what: 'a ZIP archive or an Excel workbook' },
  { bytes: 'd0cf11e0', what: 'an old Excel or Office document' },
  { bytes: '25504446', what: 'a PDF document' },
  { bytes: '89504e47', what: 'a PNG picture' },
  { bytes: 'ffd8ff', what: 'a JPEG picture' },
  { bytes: '1f8b', what: 'a gzip archive' },
  { bytes: '50415231', what: 'a Parquet file' },
  { bytes: '53514c69746520666f726d6174', what: 'an SQLite database' },
  { bytes: '7f454c46', what: 'a program' },
];

/** Why the file is not text, in words, or null when it is. */
export function binaryReason(head: Buffer, encoding: Encoding): string | null {
  const start = head.subarray(0, 16).toString('hex');
  const signature = SIGNATURES.find((candidate) => start.startsWith(candidate.bytes));
  if (signature) return `it is ${signature.what}, not text`;
  if (encoding !== 'utf-8') return null;
  const nul = head.indexOf(0);
  if (nul >= 0) return `it is binary: byte ${nul + 1} is NUL`;
  let controls = 0;
  for (const byte of head) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls++;
  return controls > head.length * 0.05 ? 'it is binary: more than 5 % of its bytes are control characters' : null;
}
