import { useMonaco } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect, useState } from 'react';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './playground.css';
import { useTheme } from '../app/theme.ts';
import type { Operation } from './address.ts';
import { CODE_PLUGIN } from './code-panel.tsx';
import { createEventLog } from './event-log.ts';
import { examplesPlugin } from './example-list.tsx';
import { firstTabs } from './examples.ts';
import { EXPLORER_PLUGIN } from './explorer-panel.tsx';
import { createFetcher } from './graph.ts';
import type { PlaygroundViewer } from './graph.ts';
import { livePlugin, OpenLive } from './live-panel.tsx';
import { ResultBar } from './result-bar.tsx';
import { SAVED_PLUGIN } from './saved-panel.tsx';
import { tenantStorage } from './tenant-storage.ts';

/** Where GraphiQL keeps its tabs. */
const STORED_TABS = 'graphiql:tabState';

/** Typographic quotes in our texts are no trap: the editor need not mark them. */
function PlainQuotes() {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    const watch = monaco?.editor.onDidCreateEditor((editor) => editor.updateOptions({ unicodeHighlight: { ambiguousCharacters: false } }));
    monaco?.editor.getEditors().forEach((editor) => editor.updateOptions({ unicodeHighlight: { ambiguousCharacters: false } }));
    return () => watch?.dispose();
  }, [monaco]);
  return null;
}

/** GraphiQL as whoever is logged in, with our panels beside it. */
export default function Editor({ viewer, asked }: { viewer: PlaygroundViewer; asked: Operation | null }) {
  const { theme } = useTheme();
  const [setup] = useState(() => {
    const log = createEventLog();
    const storage = tenantStorage(viewer.tenant.id);
    const tabs = asked ? [asked, ...firstTabs(viewer.questions)] : firstTabs(viewer.questions);
    // Who was here before finds the tabs as they were left; an operation in the address still gets one.
    const first = asked ?? (storage.getItem(STORED_TABS) === null ? tabs[0] : undefined);
    return {
      fetcher: createFetcher(log),
      storage,
      plugins: [examplesPlugin(viewer.questions), SAVED_PLUGIN, EXPLORER_PLUGIN, livePlugin(log), CODE_PLUGIN, HISTORY_PLUGIN],
      defaultTabs: tabs,
      ...(first ? { initialQuery: first.query, initialVariables: first.variables ?? '' } : {}),
    };
  });
  return (
    <GraphiQL {...setup} forcedTheme={theme} defaultEditorToolsVisibility="variables" inputValueDeprecation schemaDescription>
      <GraphiQL.Logo>
        <span className="sr-only">Playground</span>
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <ResultBar />
      </GraphiQL.Footer>
      <PlainQuotes />
      <OpenLive />
    </GraphiQL>
  );
}
