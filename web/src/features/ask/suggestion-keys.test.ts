import { describe, expect, test } from 'vitest';
import { pressInList } from './suggestion-keys.ts';

const open = (active: number) => ({ open: true, active });

describe('the ask box', () => {
  test('arrows go round through the suggestions and the text itself', () => {
    expect(pressInList(open(-1), 2, 'ArrowDown', false).state.active).toBe(0);
    expect(pressInList(open(0), 2, 'ArrowDown', false).state.active).toBe(1);
    expect(pressInList(open(1), 2, 'ArrowDown', false).state.active).toBe(-1);
    expect(pressInList(open(-1), 2, 'ArrowUp', false).state.active).toBe(1);
    expect(pressInList(open(0), 2, 'ArrowUp', false).state.active).toBe(-1);
  });
  test('Tab takes the active suggestion, the first when none is active', () => {
    expect(pressInList(open(1), 3, 'Tab', false).take).toBe(1);
    expect(pressInList(open(-1), 3, 'Tab', false).take).toBe(0);
  });
  test('Tab is never a trap: closed, backwards or without suggestions it moves on', () => {
    expect(pressInList({ open: false, active: -1 }, 3, 'Tab', false).handled).toBe(false);
    expect(pressInList(open(1), 3, 'Tab', true).handled).toBe(false);
    expect(pressInList(open(-1), 0, 'Tab', false).handled).toBe(false);
  });
  test('Enter without an active suggestion asks the text', () => {
    expect(pressInList(open(-1), 3, 'Enter', false).handled).toBe(false);
  });
  test('Escape closes the list and nothing else', () => {
    expect(pressInList(open(2), 3, 'Escape', false)).toEqual({ state: { open: false, active: -1 }, handled: true, take: null });
  });
});
