import { largeLayout } from './large-layout.ts';
import type { LargeGraph } from './large-layout.ts';

// The page asks once and ends the worker when it has its answer, or nobody waits for it any more.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's own channel has no origin
self.addEventListener('message', ({ data }: MessageEvent<LargeGraph>) => self.postMessage(largeLayout(data)));
