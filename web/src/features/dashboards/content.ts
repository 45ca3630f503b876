import type { WidgetAnswerFieldsFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';

/** What a widget shows: an answer, or a part of what its own operation came to, which has no id and no confidence. */
export type Content = Omit<WidgetAnswerFieldsFragment, 'id' | 'confidence'> & {
  readonly id: string | null;
  readonly confidence: WidgetAnswerFieldsFragment['confidence'] | null;
};

/** What a widget is at: one of these. */
export type WidgetState =
  /** Its turn has not come; `stopped`: it will not come by itself. */
  | { state: 'waiting'; stopped: boolean }
  | { state: 'loading' }
  | { state: 'failed'; problem: Problem }
  /** `problem`: it could not be asked for anew, so it may be old. */
  | { state: 'ready'; content: Content; refreshing: boolean; problem: Problem | null }
  | { state: 'declined'; reason: string; text: string }
  | { state: 'whole'; title: string; question: string };

/** What is shown, when something is. */
export function contentOf(state: WidgetState): Content | null {
  return state.state === 'ready' ? state.content : null;
}
