import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { useState } from 'react';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './playground.css';
import { useTheme } from '../app/theme.ts';
import { readOperation } from './address.ts';
import { examplesPlugin } from './example-list.tsx';
import { firstTabs } from './examples.ts';
import { createFetcher } from './graph.ts';
import type { PlaygroundViewer } from './graph.ts';
import { tenantStorage } from './tenant-storage.ts';

/** GraphiQL as whoever is logged in, with our examples beside it. */
export default function Editor({ viewer }: { viewer: PlaygroundViewer }) {
  const { theme } = useTheme();
  const [setup] = useState(() => {
    const asked = readOperation(new URLSearchParams(window.location.search));
    const tabs = firstTabs(viewer.questions);
    return {
      fetcher: createFetcher(),
      storage: tenantStorage(viewer.tenant.id),
      plugins: [examplesPlugin(viewer.questions), HISTORY_PLUGIN],
      defaultTabs: asked ? [asked, ...tabs] : tabs,
      ...(asked ? { initialQuery: asked.query, initialVariables: asked.variables ?? '' } : {}),
    };
  });
  return (
    <GraphiQL {...setup} forcedTheme={theme} defaultEditorToolsVisibility="variables" inputValueDeprecation schemaDescription>
      <GraphiQL.Logo>
        <span className="sr-only">Playground</span>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
