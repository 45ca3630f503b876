import { expect, test } from 'vitest';
import { redactText, redactTexts, restored } from './redaction.ts';

test('what tells of persons does not leave the house, and comes back in the reply', () => {
  const redacted = redactText('orders of anna.berg@example.com and of 078-05-1120, again anna.berg@example.com');
  const { text, count } = redacted;
  expect(count).toBeGreaterThan(0);
  expect(text).not.toContain('anna.berg@example.com');
  const standIn = /\[EMAIL_\d+\]/u.exec(text)?.[0] ?? '';
  expect(text.split(standIn).length).toBe(3);
  expect(redacted.restore({ filters: [{ values: [standIn, 3] }] })).toEqual({ filters: [{ values: ['anna.berg@example.com', 3] }] });
});

test('a text without persons is left as it is', () => {
  expect(redactText('revenue by region')).toMatchObject({ text: 'revenue by region', count: 0 });
});

test('texts that leave together tell the same person by the same stand-in', () => {
  const { texts, standIns } = redactTexts(['Write to anna.berg@example.com.', 'Asked by anna.berg@example.com']);
  expect(texts.join(' ')).not.toContain('anna');
  expect(standIns).toHaveLength(1);
  expect(restored(texts, standIns)).toEqual(['Write to anna.berg@example.com.', 'Asked by anna.berg@example.com']);
});
