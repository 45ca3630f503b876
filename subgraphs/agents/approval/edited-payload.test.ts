import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Tool } from '../tools/tool.ts';
import { checkedPayload } from './edited-payload.ts';
import { textsOf, withTexts } from './json-texts.ts';

const tools = (input: z.ZodType | null) => ({ find: async () => (input === null ? null : ({ input } as unknown as Tool)) });
const asked = (payload: unknown, tool: string | null = null) => ({ tenantId: 'acme', tool, payload });
const invalid = { code: 'APPROVAL_PAYLOAD_INVALID' };

test('what has the form of what was asked for is taken; where there is nothing to edit nothing is', async () => {
  expect(await checkedPayload(asked({ a: 1 }), { b: [1, null, 'x'] }, tools(null))).toEqual({ b: [1, null, 'x'] });
  await expect(checkedPayload(asked(null), {}, tools(null))).rejects.toMatchObject({ code: 'APPROVAL_NOT_EDITABLE' });
  for (const wrong of ['text', 3, [], null, undefined, { a: Number.NaN }, { a: 'x'.repeat(70_000) }])
    await expect(checkedPayload(asked({ a: 1 }), wrong, tools(null))).rejects.toMatchObject(invalid);
  const deep = Array.from({ length: 40 }).reduce<unknown>((inner) => ({ inner }), 1);
  await expect(checkedPayload(asked({ a: 1 }), deep, tools(null))).rejects.toMatchObject(invalid);
});

test('the tool that gets it has to take it', async () => {
  const input = z.object({ seats: z.int().max(12) });
  expect(await checkedPayload(asked({ seats: 12 }, 'cancel'), { seats: 3 }, tools(input))).toEqual({ seats: 3 });
  await expect(checkedPayload(asked({ seats: 12 }, 'cancel'), { seats: 13 }, tools(input))).rejects.toMatchObject(invalid);
});

test('texts are found and put back in their places', () => {
  const value = { a: 'one', b: ['two', 3, { c: 'three' }], d: null };
  expect(textsOf(value)).toEqual(['one', 'two', 'three']);
  expect(withTexts(value, ['1', '2', '3'])).toEqual({ a: '1', b: ['2', 3, { c: '3' }], d: null });
});
