/** A small arithmetic of names and numbers: `won / (won + lost)`, `quantity * product.price`, `days(createdDate, closeDate)`. */
export type Formula =
  | { kind: 'name'; name: string }
  | { kind: 'number'; value: number }
  | { kind: 'days'; from: string; to: string }
  | { kind: 'combine'; operator: '+' | '-' | '*' | '/'; left: Formula; right: Formula };

const TOKEN = /\s*(\d+(?:\.\d+)?|[A-Za-z_][\w.]*|[-+*/(),])/y;

function tokens(text: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (match?.[1] === undefined) throw new Error(`Cannot read the formula ${text}`);
    found.push(match[1]);
  }
  return found;
}

/** Parses a formula of a metric sheet. Throws on anything it does not understand: sheets are checked when they are loaded. */
export function parseFormula(text: string): Formula {
  const rest = tokens(text);
  const take = (expected?: string): string => {
    const next = rest.shift();
    if (next === undefined || (expected !== undefined && next !== expected))
      throw new Error(`Expected ${expected ?? 'more'} in the formula ${text}`);
    return next;
  };
  const factor = (): Formula => {
    const next = take();
    if (next === '(') {
      const inner = sum();
      take(')');
      return inner;
    }
    if (/^\d/.test(next)) return { kind: 'number', value: Number(next) };
    if (!/^[A-Za-z_]/.test(next)) throw new Error(`Unexpected ${next} in the formula ${text}`);
    if (next !== 'days') return { kind: 'name', name: next };
    take('(');
    const from = take();
    take(',');
    const to = take();
    take(')');
    return { kind: 'days', from, to };
  };
  const product = (): Formula => {
    let left = factor();
    while (rest[0] === '*' || rest[0] === '/') left = { kind: 'combine', operator: take() === '*' ? '*' : '/', left, right: factor() };
    return left;
  };
  const sum = (): Formula => {
    let left = product();
    while (rest[0] === '+' || rest[0] === '-') left = { kind: 'combine', operator: take() === '+' ? '+' : '-', left, right: product() };
    return left;
  };
  const whole = sum();
  if (rest.length > 0) throw new Error(`Unexpected ${rest[0]} in the formula ${text}`);
  return whole;
}

/** Every name a formula mentions. */
export function namesOf(formula: Formula): string[] {
  switch (formula.kind) {
    case 'name':
      return [formula.name];
    case 'number':
      return [];
    case 'days':
      return [formula.from, formula.to];
    case 'combine':
      return [...namesOf(formula.left), ...namesOf(formula.right)];
  }
}
