import { assertNever } from '../assert-never.ts';
import { detectPersonalData, type DetectOptions } from './detect.ts';
import type { Finding, PersonalDataType } from './finding.ts';

/** What happens to a text in which personal data of a type is found. */
export type PolicyAction = 'ALLOW' | 'WARN' | 'REDACT' | 'BLOCK';

/** A tenant's policy: an action for every type. */
export interface Policy {
  actionOf(type: PersonalDataType): PolicyAction;
}

/** A text after its policy: let through, changed, or held back (then empty). */
export interface PolicyResult {
  verdict: 'PASSED' | 'REDACTED' | 'BLOCKED';
  text: string;
  /** What was found and is not simply allowed; places are those of the text that came in. */
  findings: Finding[];
}

/** Makes the replacement of a value. */
export type Pseudonym = (type: PersonalDataType, value: string) => string;

/**
 * Applies a policy to a text: anything to be blocked holds the whole text back; what is to be redacted is replaced by its pseudonym;
 * the rest stays as it is, to the letter.
 */
export function applyPolicy(text: string, policy: Policy, pseudonym: Pseudonym, options: DetectOptions = {}): PolicyResult {
  return applyToFindings(text, detectPersonalData(text, options), policy, pseudonym);
}

/** The same for findings that are known already. They may overlap: the stricter action wins, then the longer finding, then the surer. */
export function applyToFindings(text: string, found: readonly Finding[], policy: Policy, pseudonym: Pseudonym): PolicyResult {
  const findings = withoutOverlaps(
    found.filter(({ type }) => policy.actionOf(type) !== 'ALLOW'),
    policy,
  );
  if (findings.some(({ type }) => policy.actionOf(type) === 'BLOCK')) return { verdict: 'BLOCKED', text: '', findings };
  const redacted = findings.filter(({ type }) => policy.actionOf(type) === 'REDACT');
  if (redacted.length === 0) return { verdict: 'PASSED', text, findings };
  let changed = '';
  let copied = 0;
  for (const { type, start, end } of redacted) {
    changed += text.slice(copied, start) + pseudonym(type, text.slice(start, end));
    copied = end;
  }
  return { verdict: 'REDACTED', text: changed + text.slice(copied), findings };
}

// What is left of a weaker finding beside a stronger one still is personal data, so pieces of it stay findings.
function withoutOverlaps(found: readonly Finding[], policy: Policy): Finding[] {
  const byStrength = found.toSorted(
    (left, right) =>
      strictness(policy.actionOf(right.type)) - strictness(policy.actionOf(left.type)) ||
      right.end - right.start - (left.end - left.start) ||
      right.confidence - left.confidence ||
      left.start - right.start,
  );
  const kept: Finding[] = [];
  for (const finding of byStrength) kept.push(...remaining(finding, kept));
  return kept.toSorted((left, right) => left.start - right.start);
}

function remaining(finding: Finding, taken: readonly Finding[]): Finding[] {
  let pieces = finding.end > finding.start ? [finding] : [];
  for (const { start, end } of taken) {
    if (end <= finding.start || start >= finding.end) continue;
    pieces = pieces.flatMap((piece) =>
      [
        { ...piece, end: Math.min(piece.end, start) },
        { ...piece, start: Math.max(piece.start, end) },
      ].filter((left) => left.end > left.start),
    );
  }
  return pieces;
}

function strictness(action: PolicyAction): number {
  switch (action) {
    case 'ALLOW':
      return 0;
    case 'WARN':
      return 1;
    case 'REDACT':
      return 2;
    case 'BLOCK':
      return 3;
    default:
      return assertNever(action);
  }
}
