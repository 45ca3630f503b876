import { FlaskConical, Moon, Sun } from 'lucide-react';
import { Suspense, lazy } from 'react';
import { useTheme } from '../../app/theme.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Loading } from '../../ui/states.tsx';

const PARTS = {
  charts: { label: 'Charts', Part: lazy(() => import('./charts-part.tsx')) },
  primitives: { label: 'Primitives', Part: lazy(() => import('./primitives-part.tsx')) },
  forms: { label: 'Forms and tables', Part: lazy(() => import('./forms-part.tsx')) },
  tokens: { label: 'Tokens', Part: lazy(() => import('./tokens-part.tsx')) },
  states: { label: 'States', Part: lazy(() => import('./states-part.tsx')) },
  galaxy: { label: 'Galaxy', Part: lazy(() => import('./galaxy-part.tsx')) },
  graphs: { label: 'Graphs', Part: lazy(() => import('./graphs-part.tsx')) },
} as const;
type PartName = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as PartName[];

/** The catalogue of the design system: what there is to build with, in every state, on samples that never change. */
export default function DesignPage() {
  const { theme, toggle } = useTheme();
  const [{ part }, setSearch] = useSearchState(['part']);
  const name = NAMES.find((each) => each === part) ?? 'charts';
  const { Part, label } = PARTS[name];
  const Icon = theme === 'dark' ? Sun : Moon;
  return (
    <Page
      title="Design system"
      intro={
        <span className="inline-flex items-center gap-2">
          <FlaskConical aria-hidden size={15} className="shrink-0" /> Everything the client is built from. All numbers here are samples.
        </span>
      }
      actions={
        <Button onClick={toggle}>
          <Icon aria-hidden size={15} /> {theme === 'dark' ? 'Light' : 'Dark'} theme
        </Button>
      }
    >
      <Segments
        label="Part"
        value={name}
        options={NAMES.map((value) => ({ value, label: PARTS[value].label }))}
        onChange={(next) => setSearch({ part: next === 'charts' ? '' : next })}
      />
      <Suspense fallback={<Loading label={`Loading: ${label}`} />}>
        <div data-samples>
          <Part />
        </div>
      </Suspense>
    </Page>
  );
}
