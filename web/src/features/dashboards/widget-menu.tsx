import {
  ArrowLeftRight,
  Braces,
  CalendarRange,
  Copy,
  FileSpreadsheet,
  Filter,
  ImageDown,
  Maximize2,
  MessageCircleQuestion,
  Minimize2,
  Pencil,
  Shapes,
  Split,
  TrendingUp,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { WidgetDimensionsDocument } from '../../gql/graphql.ts';
import type { WidgetKind } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Menu, MenuChoice, MenuItem, MenuLine, MenuSub } from '../../ui/menu.tsx';
import type { Content } from './content.ts';
import { downloadRows } from './csv-rows.ts';
import { COMPARISONS, PERIODS, splitsOf, valuesOf } from './menu-offers.ts';
import { KINDS, kindsFor } from './kinds.ts';
import type { WidgetWish } from './refine-widget.ts';

/** What the menu of a widget can do to it. */
export interface WidgetDoing {
  onAsk: () => void;
  onWhy: () => void;
  onShowAs: (kind: WidgetKind) => void;
  onWish: (wish: WidgetWish) => void;
  onWords: () => void;
  onOperation: () => void;
  onPicture: () => void;
  onRename: () => void;
  onDuplicate: () => void;
  onSize: (by: -1 | 1) => void;
  onRemove: () => void;
}

interface WidgetMenuProps extends WidgetDoing {
  trigger: ReactNode;
  title: string;
  kind: WidgetKind;
  content: Content | null;
  /** It answers a question, which can be asked otherwise. */
  asks: boolean;
}

/** Splits that the data offer for what the widget shows, and the calendar's. */
function Splits({ id, onWish }: { id: string; onWish: (wish: WidgetWish) => void }) {
  const [result] = useGraph(WidgetDimensionsDocument, { id }, { policy: 'cache-first' });
  const answer = result.state === 'ready' && result.data.answer.__typename === 'Answer' ? result.data.answer : null;
  if (result.state === 'loading') return <MenuItem disabled>Looking what there is…</MenuItem>;
  return splitsOf(answer?.metric?.dimensions ?? []).map((by) => (
    <MenuItem key={by} onSelect={() => onWish({ kind: 'split', by })}>
      {by}
    </MenuItem>
  ));
}

/** Everything that can be done with one widget. */
export default function WidgetMenu({ trigger, title, kind, content, asks, ...on }: WidgetMenuProps) {
  const values = content ? valuesOf(content) : [];
  return (
    <Menu label={`Actions on ${title}`} trigger={trigger}>
      {asks ? (
        <>
          <MenuItem icon={MessageCircleQuestion} onSelect={on.onAsk}>
            Ask about this
          </MenuItem>
          <MenuItem icon={TrendingUp} disabled={!content?.delta} onSelect={on.onWhy}>
            Why did it move?
          </MenuItem>
          <MenuLine />
        </>
      ) : null}
      {content ? (
        <MenuSub icon={Shapes} label="Show as">
          <MenuChoice
            label="Show as"
            value={kind}
            options={kindsFor(content).map((value) => ({ value, ...KINDS[value] }))}
            onChoose={on.onShowAs}
          />
        </MenuSub>
      ) : null}
      {asks && content?.id ? (
        <MenuSub icon={Split} label="Split by">
          <Splits id={content.id} onWish={on.onWish} />
        </MenuSub>
      ) : null}
      {asks ? (
        <>
          <MenuSub icon={Filter} label="Filter">
            {values.map((value) => (
              <MenuItem key={value} onSelect={() => on.onWish({ kind: 'only', value })}>
                Only {value}
              </MenuItem>
            ))}
            {values.length > 0 ? <MenuLine /> : null}
            <MenuItem onSelect={on.onWords}>In other words…</MenuItem>
            <MenuItem onSelect={() => on.onWish({ kind: 'unfilter' })}>No filter</MenuItem>
          </MenuSub>
          <MenuSub icon={CalendarRange} label="Period">
            {PERIODS.map((period) => (
              <MenuItem key={period} onSelect={() => on.onWish({ kind: 'period', period })}>
                {period.charAt(0).toUpperCase() + period.slice(1)}
              </MenuItem>
            ))}
          </MenuSub>
          <MenuSub icon={ArrowLeftRight} label="Compare">
            {COMPARISONS.map(({ label, to }) => (
              <MenuItem key={label} onSelect={() => on.onWish({ kind: 'compare', with: to })}>
                {label}
              </MenuItem>
            ))}
          </MenuSub>
        </>
      ) : null}
      <MenuLine />
      <MenuItem icon={Pencil} onSelect={on.onRename}>
        Rename
      </MenuItem>
      <MenuItem icon={Copy} onSelect={on.onDuplicate}>
        Duplicate
      </MenuItem>
      <MenuItem icon={Maximize2} onSelect={() => on.onSize(1)}>
        Bigger
      </MenuItem>
      <MenuItem icon={Minimize2} onSelect={() => on.onSize(-1)}>
        Smaller
      </MenuItem>
      <MenuLine />
      <MenuItem icon={FileSpreadsheet} disabled={content === null} onSelect={() => (content ? downloadRows(title, content) : undefined)}>
        Download CSV
      </MenuItem>
      <MenuItem icon={ImageDown} disabled={content === null} onSelect={on.onPicture}>
        Download PNG
      </MenuItem>
      <MenuItem icon={Braces} onSelect={on.onOperation}>
        GraphQL operation
      </MenuItem>
      <MenuLine />
      <MenuItem icon={Trash2} danger onSelect={on.onRemove}>
        Remove
      </MenuItem>
    </Menu>
  );
}
