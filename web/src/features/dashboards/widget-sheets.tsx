import { lazy } from 'react';
import type { Content } from './content.ts';
import type { DraftWidget } from './draft.ts';
import OperationSheet from './operation-sheet.tsx';
import RenameSheet from './rename-sheet.tsx';
import type { CardActions, WidgetSheet } from './widget-card.tsx';
import WordsSheet from './words-sheet.tsx';

const WhySheet = lazy(() => import('./why-sheet.tsx'));

interface WidgetSheetsProps {
  widget: DraftWidget;
  shown: DraftWidget;
  sheet: WidgetSheet;
  content: Content | null;
  actions: CardActions;
  onClose: () => void;
}

/** What opens over the board about one widget. */
export default function WidgetSheets({ widget, shown, sheet, content, actions, onClose }: WidgetSheetsProps) {
  const { id, title } = widget;
  switch (sheet) {
    case 'operation':
      return <OperationSheet widget={shown} onClose={onClose} />;
    case 'rename':
      return (
        <RenameSheet what="widget" name={title} onRename={(name) => actions.edit({ kind: 'retitle', id, title: name })} onClose={onClose} />
      );
    case 'why':
      return content?.id == null ? null : <WhySheet title={title} content={{ ...content, id: content.id }} onClose={onClose} />;
    case 'words':
      return <WordsSheet title={title} onWords={(text) => void actions.wish(widget, { kind: 'words', text })} onClose={onClose} />;
    case 'none':
      return null;
  }
}
