import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { readSession } from '../graph/session-store.ts';
import '../ui/base.css';
import { logInAndComeBack } from './log-in.ts';
import { Frame } from './frame.tsx';

// The editor is by far the largest part of this page: the frame stands before it has come.
const Editor = lazy(async () => {
  await import('./monaco-workers.ts');
  return import('./editor.tsx');
});

const root = document.getElementById('playground');
if (!root) throw new Error('playground.html has no #playground');
if (readSession(new Date()) === null) logInAndComeBack();
else
  createRoot(root).render(
    <StrictMode>
      <Frame>
        {(viewer, asked) => (
          <Suspense fallback={null}>
            <Editor viewer={viewer} asked={asked} />
          </Suspense>
        )}
      </Frame>
    </StrictMode>,
  );
