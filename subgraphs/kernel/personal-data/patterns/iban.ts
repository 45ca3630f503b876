import { isWordUnit, matchAt, type Rule } from './site.ts';

const IBAN = /[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z\d]{1,4}){3,9}/uy;
/** Length of each country's numbers (the IBAN registry, ISO 13616). */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 ' +
    'JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** International bank account numbers: the country's length and the checksum modulo 97 (ISO 13616). */
export const iban: Rule = ({ text, at, before }) => {
  const found = matchAt(IBAN, text, at);
  if (found === null) return null;
  const length = LENGTHS[found.slice(0, 2).toUpperCase()];
  if (length === undefined) return null;
  const end = endOf(found, length);
  if (end === null || isWordUnit(text.charCodeAt(at + end))) return null;
  const compact = found.slice(0, end).replaceAll(/[ -]/gu, '').toUpperCase();
  if (checked(compact)) return { type: 'IBAN', start: at, end: at + end, confidence: 1, reason: 'an IBAN with its checksum' };
  const said = /\biban\b/u.test(before());
  return said ? { type: 'IBAN', start: at, end: at + end, confidence: 0.6, reason: 'said to be an IBAN, its checksum is wrong' } : null;
};

// Words may follow behind a space: the number ends where its country's length is reached.
function endOf(found: string, length: number): number | null {
  let units = 0;
  for (let index = 0; index < found.length; index++) {
    if (found[index] !== ' ' && found[index] !== '-') units++;
    if (units === length) return index + 1;
  }
  return null;
}

function checked(compact: string): boolean {
  let rest = 0;
  for (const unit of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(unit, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
