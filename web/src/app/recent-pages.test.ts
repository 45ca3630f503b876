import { expect, test } from 'vitest';
import { isThing, parsePages, remembered } from './recent-pages.ts';

test('things are remembered, lists and forms are not', () => {
  for (const path of ['/ask?q=mrr', '/dashboards/1', '/connections/1/mapping', '/ontology/Account', '/ontology/records/1', '/runs/1'])
    expect([path, isThing(path)]).toEqual([path, true]);
  for (const path of [
    '/',
    '/ask',
    '/dashboards',
    '/dashboards/new?q=x',
    '/connections/new',
    '/connections/mesh',
    '/ontology/edit',
    '/settings/keys',
  ])
    expect([path, isThing(path)]).toEqual([path, false]);
});

test('the newest comes first, each once, and few are kept', () => {
  let pages = remembered([], { path: '/runs/1', title: 'a' });
  pages = remembered(pages, { path: '/runs/2', title: 'b' });
  pages = remembered(pages, { path: '/runs/1', title: 'again' });
  expect(pages).toEqual([
    { path: '/runs/1', title: 'again' },
    { path: '/runs/2', title: 'b' },
  ]);
  for (let each = 0; each < 40; each += 1) pages = remembered(pages, { path: `/runs/${each}`, title: '' });
  expect(pages).toHaveLength(12);
});

test('only pages of the client are read back', () => {
  expect(parsePages('[{"path":"/runs/1","title":"a"},{"path":"https://elsewhere","title":"b"},null,7]')).toEqual([
    { path: '/runs/1', title: 'a' },
  ]);
  expect(parsePages('nonsense')).toEqual([]);
});
