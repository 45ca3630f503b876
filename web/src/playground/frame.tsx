import { ArrowLeft, Moon, Sun } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Brand } from '../app/brand.tsx';
import { useTheme } from '../app/theme.ts';
import { IconButton } from '../ui/button.tsx';
import { Loading, ProblemNote } from '../ui/states.tsx';
import type { Operation } from './address.ts';
import { findAsked } from './find-asked.ts';
import type { Problem } from '../graph/problem.ts';
import { readViewer } from './graph.ts';
import type { PlaygroundState, PlaygroundViewer } from './graph.ts';
import { logInAndComeBack } from './log-in.ts';

/** The bar above the editor, and the editor once it is known who is asking. */
export function Frame({ children }: { children: (viewer: PlaygroundViewer, asked: Operation | null) => ReactNode }) {
  const [state, setState] = useState<PlaygroundState>({ state: 'loading' });
  const [asked, setAsked] = useState<Operation | null>(null);
  const [gone, setGone] = useState<Problem | null>(null);
  const { theme, toggle } = useTheme();
  const load = useCallback(async () => {
    const next = await readViewer();
    if (next.state === 'stranger') return logInAndComeBack();
    const found = next.state === 'ready' ? await findAsked() : null;
    setAsked(found?.operation ?? null);
    setGone(found?.problem ?? null);
    return setState(next);
  }, []);

  useEffect(() => {
    void load();
  }, [load]);

  return (
    <div className="flex h-dvh flex-col">
      <header className="flex h-14 shrink-0 items-center gap-3 border-b border-line px-4 sm:px-5">
        <a href="/" aria-label="AutonomOS, to the overview" className="rounded-sm">
          <Brand />
        </a>
        <span aria-hidden className="text-line max-sm:hidden">
          /
        </span>
        <h1 className="text-base font-medium max-sm:sr-only">Playground</h1>
        {state.state === 'ready' ? (
          <p className="truncate text-sm text-muted max-md:hidden">
            Operations run as {state.viewer.user.displayName} of {state.viewer.tenant.name}
          </p>
        ) : null}
        <div className="ml-auto flex items-center gap-1">
          <IconButton
            label={theme === 'dark' ? 'Switch to the light theme' : 'Switch to the dark theme'}
            onClick={toggle}
            data-theme-toggle
          >
            {theme === 'dark' ? <Sun aria-hidden size={18} /> : <Moon aria-hidden size={18} />}
          </IconButton>
          <a
            href="/"
            className="inline-flex min-h-9 items-center gap-2 rounded-md px-3 text-base font-medium whitespace-nowrap text-muted transition-colors hover:bg-raised hover:text-ink"
          >
            <ArrowLeft aria-hidden size={16} /> <span className="max-sm:sr-only">Back to the product</span>
          </a>
        </div>
      </header>
      <main className="flex min-h-0 flex-1 flex-col [&>.graphiql-container]:min-h-0 [&>.graphiql-container]:flex-1">
        {state.state === 'loading' ? <Loading label="Loading the playground" className="p-6" /> : null}
        {state.state === 'failed' ? <ProblemNote problem={state.problem} onRetry={() => void load()} className="m-6" /> : null}
        {gone ? <ProblemNote problem={gone} className="m-3" /> : null}
        {state.state === 'ready' ? children(state.viewer, asked) : null}
      </main>
    </div>
  );
}
