import { readingOrder } from './arrange.ts';
import type { DraftWidget } from './draft.ts';

const MOST = 6;
const TIME = /\b(by|per|each) (day|week|month|quarter|year)\b/i;
const SPLIT = /^(.+?) by (.+)$/i;

/** A title as refinements find it. */
const said = ({ title }: DraftWidget) => title.toLowerCase().replaceAll('"', '');

/** Sentences to try that fit the widgets that are there. Pure. */
export function refinementsFor(widgets: readonly DraftWidget[]): readonly string[] {
  const order = readingOrder(widgets);
  const numbers = order.filter(({ kind, view }) => kind === 'KPI' && view === null);
  const courses = order.filter(({ kind, title }) => (kind === 'LINE' || kind === 'AREA') && TIME.test(title));
  const splits = order.filter(({ kind, title }) => kind === 'BAR' && SPLIT.test(title) && !TIME.test(title));
  const dimension = splits.map(({ title }) => SPLIT.exec(title)?.[2]).find((each) => each !== undefined);
  const [first, second] = numbers;
  const [course] = courses;
  const [split] = splits;
  return [
    first && dimension ? `add ${said(first)} by month and ${dimension.toLowerCase()}` : first ? `add ${said(first)} by quarter` : null,
    split ? `make the ${said(split)} chart a donut` : null,
    course ? `make the ${said(course)} chart bigger` : order[0] ? 'make the first chart bigger' : null,
    'this year only',
    'compare with the year before',
    second ? `remove ${said(second)}` : null,
  ]
    .filter((each) => each !== null)
    .slice(0, MOST);
}
