import { Braces, FileSpreadsheet, ImageDown, MessageCircleQuestion, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WidgetAnswerFieldsFragment, WidgetKind } from '../../gql/graphql.ts';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { KINDS, kindsFor } from './kinds.ts';
import { downloadRows } from './widget-data.ts';

interface WidgetMenuProps {
  trigger: ReactNode;
  title: string;
  kind: WidgetKind;
  answer: WidgetAnswerFieldsFragment | null;
  onAsk: () => void;
  onShowAs: (kind: WidgetKind) => void;
  onOperation: () => void;
  onPicture: () => void;
  onRename: () => void;
  onRemove: () => void;
}

/** Everything that can be done with one widget. */
export default function WidgetMenu({
  trigger,
  title,
  kind,
  answer,
  onAsk,
  onShowAs,
  onOperation,
  onPicture,
  onRename,
  onRemove,
}: WidgetMenuProps) {
  return (
    <Menu label={`Actions on ${title}`} trigger={trigger}>
      <MenuItem icon={MessageCircleQuestion} onSelect={onAsk}>
        Ask about this
      </MenuItem>
      <MenuItem icon={Braces} onSelect={onOperation}>
        GraphQL operation
      </MenuItem>
      <MenuLine />
      {answer ? (
        <>
          <MenuChoice
            label="Show as"
            value={kind}
            options={kindsFor(answer).map((value) => ({ value, ...KINDS[value] }))}
            onChoose={onShowAs}
          />
          <MenuLine />
        </>
      ) : null}
      <MenuItem icon={FileSpreadsheet} disabled={answer === null} onSelect={() => (answer ? downloadRows(title, answer) : undefined)}>
        Download CSV
      </MenuItem>
      <MenuItem icon={ImageDown} disabled={answer === null} onSelect={onPicture}>
        Download PNG
      </MenuItem>
      <MenuLine />
      <MenuItem icon={Pencil} onSelect={onRename}>
        Rename
      </MenuItem>
      <MenuItem icon={Trash2} danger onSelect={onRemove}>
        Remove
      </MenuItem>
    </Menu>
  );
}
