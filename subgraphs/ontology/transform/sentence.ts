import { assertNever } from '../../kernel/assert-never.ts';
import type { TransformStep } from './steps.ts';

/** What a step does, for people. */
export function sentenceOf(step: TransformStep): string {
  switch (step.kind) {
    case 'COERCE':
      return [
        `Texts are read as what they say${step.decimal === ',' ? ', with a comma before decimals' : ''}`,
        step.dates === null
          ? ''
          : `, dates as ${{ DMY: 'day, month, year', MDY: 'month, day, year', YMD: 'year, month, day' }[step.dates]}`,
        step.blanks.length === 0
          ? ''
          : `; ${step.blanks
              .slice(0, 5)
              .map((word) => `“${word}”`)
              .join(', ')} stand for nothing`,
      ].join('');
    case 'VALUES': {
      const cases = step.cases.slice(0, 3).map(
        ({ from, to }) =>
          `${from
            .slice(0, 3)
            .map((value) => `“${value}”`)
            .join(', ')} → “${to}”`,
      );
      const rest = { KEEP: 'others stay', BLANK: 'others become blank', QUARANTINE: 'others are set aside' }[step.otherwise];
      return `${cases.join('; ')}${step.cases.length > 3 ? ' …' : ''}; ${rest}`;
    }
    case 'WORDS': {
      const cases = step.cases.slice(0, 3).map(
        ({ value, words }) =>
          `${words
            .slice(0, 3)
            .map((word) => `“${word}”`)
            .join(', ')} → ${value}`,
      );
      return `Words: ${cases.join('; ')}; everything else → ${step.otherwise}`;
    }
    case 'UNIT':
      return `${step.from} → ${step.to}`;
    case 'CURRENCY':
      return `${step.fromColumn === null ? step.from : `Currency in “${step.fromColumn}”`} → ${step.to} at the rate of “${step.onColumn}”; the amount as it was is kept`;
    case 'SPLIT': {
      const which = step.part > 0 ? `Piece ${step.part}` : step.part === -1 ? 'Last piece' : `Piece ${-step.part} from the end`;
      return `${which}${step.rest ? ' and what follows' : ''}, with “${step.separator}” between pieces`;
    }
    case 'CONCAT':
      return `Together with ${step.columns.map((column) => `“${column}”`).join(', ')}`;
    default:
      return assertNever(step);
  }
}
