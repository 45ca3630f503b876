import type { Screening } from '../../kernel/privacy/screening/screening.ts';
import type { Page } from '../kit/connector.ts';
import { type ScreenedPage, screenPage } from './screen-page.ts';

/** Worker thread entry: one page of a source whose records are made on the event loop. */
export default function run({ page, screening }: { page: Pick<Page, 'records' | 'bad'>; screening: Screening }): ScreenedPage {
  return screenPage(page, screening);
}
