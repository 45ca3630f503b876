/**
 * Security attestations: how long they hold when a paper does not say, in months, and whether somebody independent has looked.
 * - SOC 2, SOC 1: a report covers a period and is expected anew every year (AICPA SOC suite; common practice of bridge letters).
 * - ISO/IEC 27001, 27701, 22301: certificates hold three years, with surveillance every year (ISO/IEC 27006-1).
 * - PCI DSS: attestation of compliance every twelve months (PCI Security Standards Council).
 * - HITRUST r2: two years; CSA STAR level 2: three years with ISO 27001; FedRAMP: yearly assessment; TISAX: three years; C5: yearly; Cyber Essentials: yearly.
 */
const ATTESTATIONS: readonly (readonly [pattern: RegExp, name: string, months: number, independent: boolean])[] = [
  [/soc ?1/, 'SOC 1', 12, true],
  [/soc ?2/, 'SOC 2', 12, true],
  [/soc ?3/, 'SOC 3', 12, true],
  [/27001/, 'ISO 27001', 36, true],
  [/27701/, 'ISO 27701', 36, true],
  [/27017|27018/, 'ISO 27018', 36, true],
  [/22301/, 'ISO 22301', 36, true],
  [/42001/, 'ISO 42001', 36, true],
  [/pci/, 'PCI DSS', 12, true],
  [/hitrust/, 'HITRUST', 24, true],
  [/fedramp/, 'FedRAMP', 12, true],
  [/csa|star/, 'CSA STAR', 36, true],
  [/tisax/, 'TISAX', 36, true],
  [/\bc5\b/, 'C5', 12, true],
  [/cyber ?essentials/, 'Cyber Essentials', 12, true],
  [/pen(?:etration)?.?test/, 'Penetration test', 12, true],
  [/hipaa|baa/, 'HIPAA', 12, false],
  [/gdpr|dpa|data processing/, 'Data processing agreement', 36, false],
  [/questionnaire|sig|caiq|self/, 'Questionnaire', 12, false],
];
const OTHER = { name: 'Attestation', months: 12, independent: false };

export interface Standard {
  name: string;
  /** How long it holds when the paper does not say. */
  months: number;
  independent: boolean;
}

/** Which standard a paper is about, as it is written there. */
export function standardOf(written: string | null): Standard {
  const text = (written ?? '').toLowerCase().replaceAll(/[_/-]+/g, ' ');
  const found = ATTESTATIONS.find(([pattern]) => pattern.test(text));
  if (found === undefined) return written === null ? OTHER : { ...OTHER, name: written };
  const [, name, months, independent] = found;
  return { name, months, independent };
}
