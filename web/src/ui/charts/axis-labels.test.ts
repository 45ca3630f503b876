import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisLabels } from './axis-labels.ts';

test('labels never overlap, and the newest point always has one', () => {
  const texts = fc.array(fc.string({ minLength: 1, maxLength: 16 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 80, max: 1_400 }), (periods, width) => {
      const labels = axisLabels(periods, (index) => (periods.length === 1 ? width : (width * index) / (periods.length - 1)));
      expect(labels.at(-1)?.index).toBe(periods.length - 1);
      const spans = labels.map(({ index, x, anchor }) => {
        const px = (periods[index] ?? '').length * 7;
        const left = { start: x, middle: x - px / 2, end: x - px }[anchor];
        return { left, right: left + px };
      });
      spans.slice(1).forEach((span, index) => expect(span.left).toBeGreaterThanOrEqual(spans[index]?.right ?? 0));
    }),
  );
});
