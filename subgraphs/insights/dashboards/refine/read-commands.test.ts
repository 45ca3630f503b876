import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { readCommand, sentencesOf } from './read-commands.ts';

test.each<[string, Partial<Command> & { do: Command['do'] }]>([
  ['add a pipeline chart', { do: 'add', what: 'pipeline', kind: null, drawn: true }],
  ['please add a bar chart of revenue by region', { do: 'add', what: 'revenue by region', kind: 'BAR' }],
  ['Add top 10 customers by revenue as a table', { do: 'add', what: 'top 10 customers by revenue', kind: 'TABLE' }],
  ['remove the costs widget', { do: 'remove', target: 'the costs widget' }],
  ['get rid of all tables', { do: 'remove', target: 'all tables' }],
  ['replace costs with gross margin', { do: 'replace', target: 'costs', what: 'gross margin' }],
  ['show churn instead of retention', { do: 'replace', target: 'retention', what: 'churn' }],
  ['replace revenue with a bar chart', { do: 'chart', target: 'revenue', kind: 'BAR' }],
  ['make the revenue card bigger', { do: 'resize', target: 'the revenue card', resize: { width: 'more', height: 'more' } }],
  ['make the first chart full width', { do: 'resize', target: 'the first chart', resize: { width: 'full', height: 'keep' } }],
  ['shrink the table', { do: 'resize', target: 'the table', resize: { width: 'less', height: 'less' } }],
  ['move pipeline to the top', { do: 'move', target: 'pipeline', to: { kind: 'edge', edge: 'top' } }],
  ['put churn next to revenue', { do: 'move', target: 'churn', to: { kind: 'by', side: 'right', other: 'revenue' } }],
  ['swap revenue and costs', { do: 'swap', target: 'revenue', with: 'costs' }],
  ['rename revenue to "Top line"', { do: 'rename', target: 'revenue', name: 'Top line' }],
  ['rename the dashboard to Board pack', { do: 'rename', target: null, name: 'Board pack' }],
  ['make revenue a line chart', { do: 'chart', target: 'revenue', kind: 'LINE' }],
  ['show costs as a table', { do: 'chart', target: 'costs', kind: 'TABLE' }],
  ['split revenue by region', { do: 'split', target: 'revenue', by: 'region' }],
  ['show it by region', { do: 'split', target: null, by: 'region' }],
  ['remove the split from revenue', { do: 'split', target: 'revenue', by: null }],
  ['filter to EMEA', { do: 'filter', target: null, value: 'EMEA', negated: false }],
  ['make it about EMEA', { do: 'filter', target: null, value: 'EMEA', instead: true }],
  ['only enterprise customers', { do: 'filter', value: 'enterprise customers', negated: false }],
  ['exclude Norway', { do: 'filter', value: 'Norway', negated: true }],
  ['clear all filters', { do: 'unfilter', value: null }],
  ['change the period to Q3 2024', { do: 'period', period: 'Q3 2024' }],
  ['for all time', { do: 'period', period: null }],
  ['compare to last year', { do: 'compare', target: null, with: 'last year' }],
  ['compare revenue with 2023', { do: 'compare', target: 'revenue', with: '2023' }],
  ['stop comparing', { do: 'compare', with: null }],
  ['sort the first table by name', { do: 'sort', target: 'the first table', by: 'name', direction: 'asc' }],
  ['sort costs ascending', { do: 'sort', target: 'costs', by: 'value', direction: 'asc' }],
  ['top 5', { do: 'top', count: 5, direction: 'desc' }],
  ['duplicate revenue', { do: 'copy', target: 'revenue' }],
  ['remvoe the revenue card', { do: 'remove', target: 'the revenue card' }],
  ['undo that', { do: 'undo' }],
  ['redo', { do: 'redo' }],
  ['last quarter', { do: 'bare', words: 'last quarter' }],
])('“%s”', (text, wanted) => {
  expect(readCommand(text)).toMatchObject(wanted);
});

test('several sentences are carried out one after the other; a name with “and” stays whole', () => {
  expect(sentencesOf('add churn and remove costs, then make revenue bigger')).toEqual(['add churn', 'remove costs', 'make revenue bigger']);
  expect(sentencesOf('compare revenue and costs to 2023')).toEqual(['compare revenue and costs to 2023']);
  expect(sentencesOf('rename revenue to "Bits and add bobs"')).toEqual(['rename revenue to "Bits and add bobs"']);
});

test('any text is read as something or nothing, soon, and without a fall', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 500 }), (text) => {
      for (const sentence of sentencesOf(text)) expect(readCommand(sentence)).not.toBeUndefined();
    }),
  );
});
