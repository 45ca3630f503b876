/** A number as PostgreSQL's `numeric` keeps it: `digits` shifted by `scale` places. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

/** Places behind the point that a quotient is told to. */
const QUOTIENT_PLACES = 24;
const WRITTEN = /^(-?)(\d+)(?:\.(\d+))?$/;

const shifted = ({ digits, scale }: Decimal, to: number): bigint => digits * 10n ** BigInt(to - scale);

/** The number a text, or a driver's value, is; null for what is none. */
export function decimalOf(value: unknown): Decimal | null {
  const [, sign, whole, fraction = ''] = WRITTEN.exec(String(value)) ?? [];
  return whole === undefined ? null : { digits: BigInt(`${sign ?? ''}${whole}${fraction}`), scale: fraction.length };
}

/** Two numbers taken together; exact, quotients to 24 places. Divided by nought they are nothing. */
export function combined(left: Decimal, operator: '+' | '-' | '*' | '/', right: Decimal): Decimal | null {
  if (operator === '*') return { digits: left.digits * right.digits, scale: left.scale + right.scale };
  const scale = Math.max(left.scale, right.scale);
  const [a, b] = [shifted(left, scale), shifted(right, scale)];
  if (operator !== '/') return { digits: operator === '+' ? a + b : a - b, scale };
  return b === 0n ? null : { digits: (a * 10n ** BigInt(QUOTIENT_PLACES)) / b, scale: QUOTIENT_PLACES };
}

/** As PostgreSQL writes it. */
export function textOf({ digits, scale }: Decimal): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const [whole, fraction] = [text.slice(0, text.length - scale), text.slice(text.length - scale)];
  return `${digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
