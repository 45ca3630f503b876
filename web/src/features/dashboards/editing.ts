import type { DashboardOutlineFragment, WidgetKind } from '../../gql/graphql.ts';
import { placeBeside } from './arrange.ts';
import type { Places } from './arrange.ts';
import { arranged, changeOne, draftOf, sameDraft, withWidgets } from './draft.ts';
import type { Draft, DraftWidget } from './draft.ts';
import { sentenceOf } from './say-edit.ts';

const MAX_STEPS_BACK = 100;

/** A dashboard as one step left it, and what that step did. */
export interface DraftStep {
  readonly draft: Draft;
  /** In a sentence, for the list of what was done. */
  readonly done: string;
  /** Steps with the same tag, one right after the other, are one: ten presses of an arrow key. */
  readonly tag: string | null;
}

/** A dashboard under change: how it came from the server, every step since, and which of them is on the screen. */
export interface Editing {
  readonly origin: DashboardOutlineFragment;
  readonly steps: readonly DraftStep[];
  /** Index of the step that is shown. */
  readonly at: number;
  readonly draft: Draft;
}

/** Changes of the draft itself, each a step. */
export type Change =
  | { kind: 'arrange'; places: Places; about?: string; tag?: string }
  | { kind: 'tidy'; places: Places }
  | { kind: 'rename'; title: string }
  | { kind: 'retitle'; id: string; title: string }
  | { kind: 'show-as'; id: string; as: WidgetKind }
  | { kind: 'add'; widget: DraftWidget }
  | { kind: 'duplicate'; id: string; as: string }
  | { kind: 'remove'; id: string }
  /** One widget asks something else, as a sentence said. */
  | { kind: 'put'; id: string; widget: DraftWidget; done: string }
  /** Everything at once, as a sentence said it. */
  | { kind: 'become'; draft: Draft; done: string };

export type Edit =
  | Change
  | { kind: 'undo' }
  | { kind: 'redo' }
  /** Back (or forth) to a step of the list. */
  | { kind: 'go'; to: number }
  /** The server's version takes the place of everything: after a save, or because somebody else's was chosen. */
  | { kind: 'replace'; by: DashboardOutlineFragment }
  /** Work of before goes on: kept in this browser, or merged with what somebody else saved, over that version. */
  | { kind: 'resume'; origin: DashboardOutlineFragment; draft: Draft; done: string };

/** Where editing starts. */
export function startEditing(origin: DashboardOutlineFragment): Editing {
  const draft = draftOf(origin);
  const done = origin.saved ? `As saved in version ${origin.version}` : 'As it was made';
  return { origin, steps: [{ draft, done, tag: null }], at: 0, draft };
}

function edited(draft: Draft, change: Change): Draft {
  switch (change.kind) {
    case 'arrange':
    case 'tidy':
      return arranged(draft, change.places);
    case 'become':
      return withWidgets(change.draft, change.draft.widgets);
    case 'rename':
      return { ...draft, title: change.title };
    case 'retitle':
      return changeOne(draft, change.id, { title: change.title });
    case 'show-as':
      return changeOne(draft, change.id, { kind: change.as });
    case 'put': {
      const { title, kind, question, operation, view } = change.widget;
      return changeOne(draft, change.id, { title, kind, question, operation, view });
    }
    case 'add':
      return withWidgets(draft, [...draft.widgets, change.widget]);
    case 'duplicate': {
      const original = draft.widgets.find((each) => each.id === change.id);
      if (!original) return draft;
      return withWidgets(draft, [...draft.widgets, { ...original, id: change.as, layout: placeBeside(original.layout, draft.widgets) }]);
    }
    case 'remove':
      return withWidgets(
        draft,
        draft.widgets.filter((each) => each.id !== change.id),
      );
  }
}

function shown(editing: Editing, at: number): Editing {
  const step = editing.steps[at];
  return step ? { ...editing, at, draft: step.draft } : editing;
}

function withStep({ origin, steps, at }: Editing, step: DraftStep): Editing {
  const kept = steps.slice(0, at + 1);
  const last = kept.at(-1);
  const joined = step.tag !== null && last?.tag === step.tag ? kept.slice(0, -1) : kept;
  const all = [...joined, step];
  const bounded = all.length > MAX_STEPS_BACK + 1 ? all.slice(-MAX_STEPS_BACK - 1) : all;
  return { origin, steps: bounded, at: bounded.length - 1, draft: step.draft };
}

/** One edit. A change that changes nothing leaves no step behind. Pure. */
export function edit(editing: Editing, change: Edit): Editing {
  switch (change.kind) {
    case 'undo':
      return shown(editing, editing.at - 1);
    case 'redo':
      return shown(editing, editing.at + 1);
    case 'go':
      return shown(editing, change.to);
    case 'replace':
      return startEditing(change.by);
    case 'resume':
      return withStep(startEditing(change.origin), { draft: change.draft, done: change.done, tag: null });
    default: {
      const { draft } = editing;
      const next = edited(draft, change);
      if (sameDraft(next, draft)) return editing;
      const tag = change.kind === 'arrange' ? (change.tag ?? null) : null;
      return withStep(editing, { draft: next, done: sentenceOf(change, draft, next), tag });
    }
  }
}

/** Whether there is anything that a save would change. */
export function isChanged({ origin, draft }: Pick<Editing, 'origin' | 'draft'>): boolean {
  return !sameDraft(draft, draftOf(origin));
}
