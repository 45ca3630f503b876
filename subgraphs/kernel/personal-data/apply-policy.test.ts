import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPolicy, applyToFindings, type Policy, type PolicyAction } from './apply-policy.ts';
import { PERSONAL_DATA_TYPES, type Finding, type PersonalDataType } from './finding.ts';

const ACTIONS: readonly PolicyAction[] = ['ALLOW', 'WARN', 'REDACT', 'BLOCK'];
const everywhere = (action: PolicyAction): Policy => ({ actionOf: () => action });
const only = (actions: Partial<Record<PersonalDataType, PolicyAction>>): Policy => ({ actionOf: (type) => actions[type] ?? 'ALLOW' });
const mark = (type: PersonalDataType): string => `<${type}>`;
const TEXT = 'Write to ann@example.com, or call +1 415 555 2671.';

test('a text is let through, warned of, redacted or held back', () => {
  expect(applyPolicy(TEXT, everywhere('ALLOW'), mark)).toEqual({ verdict: 'PASSED', text: TEXT, findings: [] });
  expect(applyPolicy(TEXT, everywhere('WARN'), mark)).toMatchObject({
    verdict: 'PASSED',
    text: TEXT,
    findings: [{ type: 'EMAIL' }, { type: 'PHONE' }],
  });
  expect(applyPolicy(TEXT, everywhere('REDACT'), mark)).toMatchObject({ verdict: 'REDACTED', text: 'Write to <EMAIL>, or call <PHONE>.' });
  expect(applyPolicy(TEXT, only({ PHONE: 'REDACT' }), mark)).toMatchObject({ text: 'Write to ann@example.com, or call <PHONE>.' });
  expect(applyPolicy(TEXT, only({ PHONE: 'REDACT', EMAIL: 'BLOCK' }), mark)).toMatchObject({ verdict: 'BLOCKED', text: '' });
});

const length = 40;
const finding: fc.Arbitrary<Finding> = fc
  .tuple(fc.constantFrom(...PERSONAL_DATA_TYPES), fc.nat(length), fc.nat(length), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([type, one, other, confidence]) => ({ type, start: Math.min(one, other), end: Math.max(one, other), confidence, reason: '' }));
const policy: fc.Arbitrary<Policy> = fc
  .array(fc.constantFrom(...ACTIONS), { minLength: PERSONAL_DATA_TYPES.length, maxLength: PERSONAL_DATA_TYPES.length })
  .map((actions) => ({ actionOf: (type) => actions[PERSONAL_DATA_TYPES.indexOf(type)] ?? 'BLOCK' }));
const text = fc.string({ minLength: length, maxLength: length, unit: fc.constantFrom('a', 'b', 'c', ' ') });

test('whatever overlaps whatever: no unit to be redacted survives, every other unit does, findings never overlap', () => {
  fc.assert(
    fc.property(text, fc.array(finding, { maxLength: 12 }), policy, (text, found, policy) => {
      const result = applyToFindings(text, found, policy, () => '#');
      const acts = (action: PolicyAction): Finding[] =>
        found.filter(({ type, start, end }) => end > start && policy.actionOf(type) === action);
      const covered = (at: number): boolean => acts('REDACT').some(({ start, end }) => at >= start && at < end);
      const kept = Array.from(text, (unit, at) => (covered(at) ? '' : unit)).join('');
      const verdict = acts('BLOCK').length > 0 ? 'BLOCKED' : acts('REDACT').length > 0 ? 'REDACTED' : 'PASSED';
      expect(result.verdict).toBe(verdict);
      expect(result.text.replaceAll('#', '')).toBe(verdict === 'BLOCKED' ? '' : kept);
      for (const [index, { end }] of result.findings.entries()) {
        expect(result.findings[index + 1]?.start ?? Infinity).toBeGreaterThanOrEqual(end);
      }
    }),
  );
});
