import { BookA, CircleAlert, Keyboard, Palette, SquareTerminal } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSearchState } from '../../graph/use-search-state.ts';
import { ConfidenceRing } from '../../ui/confidence-mark.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { FirstSteps } from './first-steps.tsx';
import { GuideCards } from './guide-cards.tsx';
import { PersonaQuestions } from './persona-questions.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchResults } from './search-results.tsx';
import type { Entry } from './search.ts';
import { useLoaded } from './use-loaded.ts';

const RINGS = [
  { tier: 'HIGH', text: 'High, a solid ring: the question was read completely and the data support the answer.' },
  { tier: 'MEDIUM', text: 'Medium, a dashed ring: something was assumed; the reasons say what.' },
  { tier: 'LOW', text: 'Low, a dotted ring: take it as a hint and check its sources.' },
] as const;

const PLACES = [
  { to: '/help/shortcuts', icon: Keyboard, title: 'Keyboard shortcuts', text: 'Everything the pointer does has a key.' },
  { to: '/help/errors', icon: CircleAlert, title: 'Error catalogue', text: 'Every code: what it means, and what to do.' },
  { to: '/help/guides/glossary', icon: BookA, title: 'Glossary', text: 'The words of the product, in a sentence each.' },
  { to: '/design', icon: Palette, title: 'Design system', text: 'Every chart and control, in every state, with its code.' },
] as const;

const TILE = 'panel flex items-start gap-3 p-4 transition-colors hover:border-control';

function Tile({ icon: Icon, title, text }: { icon: typeof Keyboard; title: string; text: ReactNode }) {
  return (
    <>
      <Icon aria-hidden size={18} className="mt-0.5 shrink-0 text-accent" />
      <span className="grid">
        <span className="font-medium">{title}</span>
        <span className="text-sm text-muted">{text}</span>
      </span>
    </>
  );
}

const loadIndex = async (near: string): Promise<readonly Entry[] | null> =>
  near === '' ? null : (await import('./search-index.ts')).loadIndex();

/** Help: what to do first, what can be asked, and everything that is written about the product. */
export default function HelpPage() {
  const [{ q }, set] = useSearchState(['q']);
  const [near, setNear] = useState(false);
  const index = useLoaded(near || q !== '' ? 'near' : '', loadIndex);
  const onNear = useCallback(() => setNear(true), []);
  return (
    <Page title="Help" intro="From your own files to an answer in five minutes, and everything after that.">
      <SearchBox
        query={q}
        onQuery={(next) => set({ q: next })}
        onNear={onNear}
        label="Search the guides, errors, shortcuts and pages"
        placeholder="Search guides, error codes, shortcuts …"
      />
      {q.trim() === '' ? <Home /> : <SearchResults index={index} query={q} />}
    </Page>
  );
}

function Home() {
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="Connect your own data in five minutes">
          <FirstSteps />
        </Panel>
        <div className="grid gap-4">
          <Panel title="Questions to try">
            <PersonaQuestions />
          </Panel>
          <Panel title="How to read an answer">
            <ul className="grid gap-2.5">
              {RINGS.map(({ tier, text }) => (
                <li key={tier} className="flex gap-3">
                  <ConfidenceRing tier={tier} size={20} />
                  <span>{text}</span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5" aria-label="More help">
        {PLACES.map(({ to, ...place }) => (
          <li key={to} className="grid">
            <Link to={to} className={TILE}>
              <Tile {...place} />
            </Link>
          </li>
        ))}
        <li className="grid">
          <a href="/playground" className={TILE}>
            <Tile icon={SquareTerminal} title="Playground" text="The whole graph, to run and to take along as code." />
          </a>
        </li>
      </ul>
      <section aria-label="Guides" className="grid gap-4">
        <h2 className="text-lg font-semibold tracking-tight">Guides</h2>
        <GuideCards />
      </section>
    </>
  );
}
