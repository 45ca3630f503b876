/** Calendar units a formula can step back by. */
export const STEP_UNITS = ['year', 'quarter', 'month', 'week', 'day'] as const;
export type StepUnit = (typeof STEP_UNITS)[number];

/**
 * A small arithmetic of names and numbers: `won / (won + lost)`, `quantity * product.price`, `days(createdDate, closeDate)`; over metrics also
 * `before(revenue, year)` (a year earlier), `running(new_customers)` (all up to then) and `period_days` (how long the period is).
 */
export type Formula =
  | { kind: 'name'; name: string }
  | { kind: 'number'; value: number }
  | { kind: 'days'; from: string; to: string }
  | { kind: 'before'; name: string; unit: StepUnit }
  | { kind: 'running'; name: string }
  | { kind: 'periodDays' }
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

/** Nested deeper than anybody writes: a person's own formula must not exhaust the stack. */
const MAX_DEPTH = 50;

/** Parses a formula of a metric sheet. Throws on anything it does not understand: sheets are checked when they are loaded. */
export function parseFormula(text: string): Formula {
  const rest = tokens(text);
  const take = (expected?: string): string => {
    const next = rest.shift();
    if (next === undefined || (expected !== undefined && next !== expected))
      throw new Error(`Expected ${expected ?? 'more'} in the formula ${text}`);
    return next;
  };
  const name = (): string => {
    const next = take();
    if (!/^[A-Za-z_]/.test(next)) throw new Error(`Unexpected ${next} in the formula ${text}`);
    return next;
  };
  const call = (called: string): Formula => {
    take('(');
    const first = name();
    if (called === 'running') {
      take(')');
      return { kind: 'running', name: first };
    }
    take(',');
    const second = name();
    take(')');
    if (called === 'days') return { kind: 'days', from: first, to: second };
    const unit = STEP_UNITS.find((each) => each === second);
    if (unit === undefined) throw new Error(`${second} is no unit of time in the formula ${text}`);
    return { kind: 'before', name: first, unit };
  };
  const factor = (depth: number): Formula => {
    if (depth > MAX_DEPTH) throw new Error('The formula is nested too deeply');
    const next = take();
    if (next === '(') {
      const inner = sum(depth + 1);
      take(')');
      return inner;
    }
    if (/^\d/.test(next)) return { kind: 'number', value: Number(next) };
    if (!/^[A-Za-z_]/.test(next)) throw new Error(`Unexpected ${next} in the formula ${text}`);
    if (next === 'period_days') return { kind: 'periodDays' };
    if (next === 'days' || ((next === 'before' || next === 'running') && rest[0] === '(')) return call(next);
    return { kind: 'name', name: next };
  };
  const product = (depth: number): Formula => {
    let left = factor(depth);
    while (rest[0] === '*' || rest[0] === '/') left = { kind: 'combine', operator: take() === '*' ? '*' : '/', left, right: factor(depth) };
    return left;
  };
  const sum = (depth: number): Formula => {
    let left = product(depth);
    while (rest[0] === '+' || rest[0] === '-')
      left = { kind: 'combine', operator: take() === '+' ? '+' : '-', left, right: product(depth) };
    return left;
  };
  const whole = sum(0);
  if (rest.length > 0) throw new Error(`Unexpected ${rest[0]} in the formula ${text}`);
  return whole;
}

/** Every name a formula mentions. */
export function namesOf(formula: Formula): string[] {
  switch (formula.kind) {
    case 'name':
    case 'before':
    case 'running':
      return [formula.name];
    case 'number':
    case 'periodDays':
      return [];
    case 'days':
      return [formula.from, formula.to];
    case 'combine':
      return [...namesOf(formula.left), ...namesOf(formula.right)];
  }
}
