/** A formatted value as its number and what stands behind it: "15,696,982.26 USD" → number and "USD", "63.15 %" → number and "%". */
export interface SplitValue {
  number: string;
  unit: string;
}

const NUMBER_AND_UNIT = /^([^\d]*[\d.,\u202f\u00a0']*\d)\s*(\D*)$/u;

/** Splits what the server formatted; a text of another form is all number. */
export function splitValue(formatted: string): SplitValue {
  const [, number, unit] = NUMBER_AND_UNIT.exec(formatted) ?? [];
  return number === undefined ? { number: formatted, unit: '' } : { number, unit: unit ?? '' };
}
