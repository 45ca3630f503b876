import type { GraphiQLPlugin } from '@graphiql/react';
import { Code } from 'lucide-react';
import { useState } from 'react';
import { CodeBlock } from '../ui/code-block.tsx';
import { Segments } from '../ui/segments.tsx';
import { NoSnippet, SNIPPET_TARGETS, snippetOf } from './snippets.ts';
import type { SnippetTarget } from './snippets.ts';
import { useOpenTab } from './use-open-operation.ts';

function CodePanel() {
  const [target, choose] = useState<SnippetTarget>('curl');
  const tab = useOpenTab();
  let code = '';
  let why = '';
  try {
    code = snippetOf(target, tab, `${window.location.origin}/graphql`, tab.operationName);
  } catch (error) {
    if (!(error instanceof NoSnippet)) throw error;
    why = error.message;
  }
  return (
    <section aria-label="Code" className="playground-panel">
      <h2>Code</h2>
      <p>The operation of this tab as a program, with its variables.</p>
      <div className="justify-self-start">
        <Segments label="Program" value={target} options={SNIPPET_TARGETS} onChange={choose} />
      </div>
      {why === '' ? (
        <div data-snippet={target} className="[&_pre]:max-h-[60dvh] [&_pre]:break-words [&_pre]:whitespace-pre-wrap">
          <CodeBlock label={`Code for ${target}`} code={code} />
        </div>
      ) : (
        <p role="status">{why}</p>
      )}
      <p>
        The key is read from the environment.{' '}
        <a href="/settings/keys" target="_blank" rel="noreferrer" className="text-accent underline underline-offset-3">
          Make a key
        </a>{' '}
        with just the scopes that the program needs.
      </p>
    </section>
  );
}

/** GraphiQL’s side panel with the operation as code. */
export const CODE_PLUGIN: GraphiQLPlugin = {
  title: 'Code',
  icon: () => <Code aria-hidden size={20} strokeWidth={1.75} />,
  content: CodePanel,
};
