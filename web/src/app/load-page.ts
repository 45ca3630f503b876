import { lazy } from 'react';
import type { ComponentType } from 'react';
import { backoff, waitOrOnline } from '../graph/backoff.ts';
import { serverAnswers } from '../graph/server-answers.ts';

/** After so many attempts the page says that it could not be loaded. */
const MOST_ATTEMPTS = 40;

/**
 * A page or an overlay, loaded when it is first needed. While the connection is gone it waits for it instead of failing; when the server answers and the part
 * is gone all the same, a newer version has taken its place (see new-version.ts).
 */
export function loadPage<Props = object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await load();
      } catch (error) {
        if (attempt >= MOST_ATTEMPTS || (await serverAnswers())) throw error;
        await waitOrOnline(backoff(attempt, Math.random()));
      }
    }
  });
}
