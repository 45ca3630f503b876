import { inSentence } from '../../suggest/question-for.ts';
import { MAX_TITLE_CHARACTERS } from '../limits.ts';
import { pluralOf } from '../dimensions.ts';
import { piecesOf, topOf, type Read, type Reader } from './pieces.ts';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What a widget with this question is called, when nobody says otherwise. */
export function titleOf(read: Read, reader: Reader): string {
  const { plan } = read;
  const [measure] = plan.measures;
  if (measure === undefined) return capital(read.question).slice(0, MAX_TITLE_CHARACTERS);
  const label = (measure.metric === null ? null : reader.metricLabel(measure.metric)) ?? measure.label;
  const { by, compare } = piecesOf(read, reader.metricLabel);
  const top = topOf(plan);
  const title =
    top === null
      ? `${capital(label)}${by}`
      : `${top.direction === 'asc' ? 'Bottom' : 'Top'} ${top.count} ${pluralOf(by.replace(/^ by /, ''))} by ${inSentence(label)}`;
  return `${title}${compare.replace(/^ compared to /, ' against ')}`.slice(0, MAX_TITLE_CHARACTERS);
}

/** The title of a widget whose question has changed: a name that somebody gave it stays. */
export function retitled(title: string, before: Read, after: Read, reader: Reader): string {
  const [was, is] = [titleOf(before, reader), titleOf(after, reader)];
  if (was === is) return title;
  const label = is.split(/ by | against /)[0] ?? '';
  const own =
    title.toLowerCase() !== was.toLowerCase() &&
    !title.toLowerCase().startsWith(label.toLowerCase()) &&
    !/^(?:top|bottom) \d+ /i.test(title);
  return own ? title : is;
}
