import { GripVertical } from 'lucide-react';
import { lazy, memo, Suspense, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import type { Persona } from '../../gql/graphql.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { notify } from '../../ui/notify.ts';
import { stepOf } from './arrange.ts';
import type { Step } from './arrange.ts';
import type { DraftWidget, Edit } from './editing.ts';
import { WidgetBody } from './widget-body.tsx';
import { answerOf, useWidgetResult } from './widget-data.ts';

// Menus and sheets come with the first click on them: most looks at a dashboard need none.
const OperationSheet = lazy(() => import('./operation-sheet.tsx'));
const RenameSheet = lazy(() => import('./rename-sheet.tsx'));
const WidgetMenu = lazy(() => import('./widget-menu.tsx'));

export interface WidgetActions {
  edit: (edit: Edit) => void;
  step: (widget: DraftWidget, step: Step) => void;
  remove: (widget: DraftWidget) => void;
}

interface WidgetCardProps {
  widget: DraftWidget;
  persona: Persona | null;
  /** Whether it can be moved: not where widgets stand in one column. */
  movable: boolean;
  actions: WidgetActions;
}

/** One widget: its title, its handle and menu, and its answer. */
export const WidgetCard = memo(function WidgetCard({ widget, persona, movable, actions }: WidgetCardProps) {
  const { id, title, kind, question } = widget;
  const card = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const [result, refresh] = useWidgetResult(question, persona, widget.view !== null);
  const [sheet, setSheet] = useState<'none' | 'operation' | 'rename'>('none');
  const close = () => setSheet('none');

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

  return (
    <article
      ref={card}
      aria-label={title}
      data-widget={id}
      data-kind={kind}
      className="widget panel group/widget flex h-full flex-col gap-1 px-4 py-3.5"
    >
      <header className="flex h-6 items-start gap-1">
        <h3 className="min-w-0 flex-1 truncate text-sm leading-6 font-medium text-muted" title={question}>
          {title}
        </h3>
        <div className="widget-tools -mt-0.5 -mr-1.5 flex" data-no-picture>
          {movable ? (
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
          <MenuButton label={`Actions on ${title}`} className="size-7">
            {(trigger) => (
              <WidgetMenu
                trigger={trigger}
                title={title}
                kind={kind}
                answer={answerOf(result)}
                onAsk={() => void navigate(askPath(question, persona ? { persona } : {}))}
                onShowAs={(as) => actions.edit({ kind: 'show-as', id, as })}
                onOperation={() => setSheet('operation')}
                onPicture={() => void onPicture()}
                onRename={() => setSheet('rename')}
                onRemove={() => actions.remove(widget)}
              />
            )}
          </MenuButton>
        </div>
      </header>
      <div className="min-h-0 flex-1">
        {widget.view === null ? (
          <WidgetBody result={result} kind={kind} title={title} onRetry={refresh} />
        ) : (
          <p className="text-sm text-muted" data-operation-part>
            It shows a part of what its own operation answers: open the operation from its menu.
          </p>
        )}
      </div>
      <Suspense fallback={null}>
        {sheet === 'operation' ? <OperationSheet widget={widget} onClose={close} /> : null}
        {sheet === 'rename' ? (
          <RenameSheet what="widget" name={title} onRename={(name) => actions.edit({ kind: 'retitle', id, title: name })} onClose={close} />
        ) : null}
      </Suspense>
    </article>
  );
});
