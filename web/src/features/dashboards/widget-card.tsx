import { CircleDashed, Funnel, GripVertical, MoveDown, MoveUp } from 'lucide-react';
import { lazy, memo, Suspense, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useNavigate } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import { IconButton } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { notify } from '../../ui/notify.ts';
import { stepOf } from './arrange.ts';
import { useBoard } from './board-context.ts';
import { contentOf } from './content.ts';
import type { DraftWidget } from './draft.ts';
import type { WidgetWish } from './refine-widget.ts';
import type { WidgetActions } from './use-editing.ts';
import { useWidget } from './use-widget.ts';
import { WidgetBody } from './widget-body.tsx';

// Menus and sheets come with the first click on them: most looks at a dashboard need none.
const WidgetMenu = lazy(() => import('./widget-menu.tsx'));
const WidgetSheets = lazy(() => import('./widget-sheets.tsx'));

export type WidgetSheet = 'none' | 'operation' | 'rename' | 'why' | 'words';

/** What can be done with a widget where it can be changed. */
export interface CardActions extends WidgetActions {
  wish: (widget: DraftWidget, wish: WidgetWish) => Promise<void>;
}

interface WidgetCardProps {
  /** As the board has it. */
  widget: DraftWidget;
  /** As it is shown: with what was picked in another widget. */
  shown: DraftWidget;
  /** How it can be moved: on the grid, one up or down in one column, or not at all. */
  moves: 'grid' | 'column' | 'none';
  /** Null where nothing can be changed. */
  actions: CardActions | null;
}

/** One widget: its title, its handle and menu, and its answer. */
export const WidgetCard = memo(function WidgetCard({ widget, shown, moves, actions }: WidgetCardProps) {
  const { id, title, kind } = widget;
  const card = useRef<HTMLElement>(null);
  const [state, refresh] = useWidget(shown);
  const [sheet, setSheet] = useState<WidgetSheet>('none');
  const { pickedIn } = useBoard();
  const picked = pickedIn(id);
  const stale = state.state === 'ready' && state.problem !== null;
  const filtered = shown.question !== widget.question;
  return (
    <article
      ref={card}
      aria-label={title}
      data-widget={id}
      data-kind={kind}
      data-filtered={filtered || undefined}
      className="widget panel group/widget flex h-full flex-col gap-1 px-4 py-3.5"
    >
      <header className="flex h-6 items-start gap-1.5">
        {filtered || picked !== null ? (
          <span className="mt-[5px] shrink-0 text-accent" title={picked === null ? 'Shows what was picked only' : `Picked: ${picked}`}>
            <Funnel aria-hidden size={13} />
            <span className="sr-only">{picked === null ? 'Shows what was picked only' : `Picked: ${picked}`}</span>
          </span>
        ) : null}
        <h3 className="min-w-0 flex-1 truncate text-sm leading-6 font-medium text-muted" title={`${title}: ${shown.question}`} dir="auto">
          {title}
        </h3>
        {stale ? (
          <button
            type="button"
            className="inline-flex h-6 items-center gap-1 rounded-full bg-medium-soft px-2 text-xs text-ink"
            title={`${state.problem?.message ?? ''} Press to ask again.`}
            data-stale
            onClick={refresh}
          >
            <CircleDashed aria-hidden size={12} /> may be old
          </button>
        ) : null}
        {actions ? <Tools {...{ widget, moves, actions, card }} state={state} onSheet={setSheet} /> : null}
      </header>
      <div className="min-h-0 flex-1">
        <WidgetBody id={id} state={state} kind={shown.kind} title={title} onRetry={refresh} />
      </div>
      {actions && sheet !== 'none' ? (
        <Suspense fallback={null}>
          <WidgetSheets {...{ widget, shown, sheet, actions }} content={contentOf(state)} onClose={() => setSheet('none')} />
        </Suspense>
      ) : null}
    </article>
  );
});

interface ToolsProps {
  widget: DraftWidget;
  moves: WidgetCardProps['moves'];
  actions: CardActions;
  card: RefObject<HTMLElement | null>;
  state: ReturnType<typeof useWidget>[0];
  onSheet: (sheet: WidgetSheet) => void;
}

function Tools({ widget, moves, actions, card, state, onSheet }: ToolsProps) {
  const { id, title, kind, question, view } = widget;
  const { persona } = useBoard();
  const navigate = useNavigate();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event.key, event.shiftKey);
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    actions.step(widget, step);
  };
  const onPicture = async () => {
    try {
      const { downloadPng } = await import('../../ui/png.ts');
      if (card.current) await downloadPng(card.current, title);
    } catch {
      notify('error', 'The browser could not draw the picture.', 'Take a screenshot instead.');
    }
  };
  const resize = (by: -1 | 1) => {
    actions.step(widget, { kind: 'resize', dw: by, dh: by });
  };
  return (
    <div className="widget-tools -mt-0.5 -mr-1.5 flex" data-no-picture>
      {moves === 'grid' ? (
        <button
          type="button"
          className="widget-handle inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-ink"
          aria-label={`Move ${title}: arrow keys move it, Shift and arrow keys resize it`}
          title="Drag, or use the arrow keys; Shift and arrow keys resize"
          data-widget-handle={id}
          onKeyDown={onKeyDown}
        >
          <GripVertical aria-hidden size={15} />
        </button>
      ) : null}
      {moves === 'column' ? (
        <>
          <IconButton className="size-7" label={`Move ${title} up`} onClick={() => actions.reorder(widget, -1)}>
            <MoveUp aria-hidden size={14} />
          </IconButton>
          <IconButton className="size-7" label={`Move ${title} down`} onClick={() => actions.reorder(widget, 1)}>
            <MoveDown aria-hidden size={14} />
          </IconButton>
        </>
      ) : null}
      <MenuButton label={`Actions on ${title}`} className="size-7">
        {(trigger) => (
          <WidgetMenu
            trigger={trigger}
            title={title}
            kind={kind}
            content={contentOf(state)}
            asks={view === null}
            onAsk={() => void navigate(askPath(question, persona ? { persona } : {}))}
            onWhy={() => onSheet('why')}
            onWords={() => onSheet('words')}
            onShowAs={(as) => actions.edit({ kind: 'show-as', id, as })}
            onWish={(wish) => void actions.wish(widget, wish)}
            onOperation={() => onSheet('operation')}
            onPicture={() => void onPicture()}
            onRename={() => onSheet('rename')}
            onDuplicate={() => actions.edit({ kind: 'duplicate', id, as: `new-${crypto.randomUUID()}` })}
            onSize={resize}
            onRemove={() => actions.remove(widget)}
          />
        )}
      </MenuButton>
    </div>
  );
}
