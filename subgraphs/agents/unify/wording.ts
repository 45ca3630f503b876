/** `1 table`, `1,204 tables`; without a noun only the number. */
export function counted(count: number, noun?: string): string {
  const number = count.toLocaleString('en-US');
  if (noun === undefined) return number;
  return `${number} ${count === 1 ? noun : `${noun}s`}`;
}

/** A fraction 0…1 as a whole percentage. */
export function percent(fraction: number): string {
  return fraction.toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 0 });
}
