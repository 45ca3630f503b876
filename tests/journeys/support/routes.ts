import type { Page } from 'playwright-core';
import { accessibilityFaults, settled } from './browser.ts';

/** Every page of the settings. */
export const SETTINGS = [
  '', '/profile', '/security', '/notifications', '/members', '/keys', '/data-access', '/time-and-money', '/language-model', '/usage', '/flags',
  '/privacy', '/privacy/policies', '/privacy/retention', '/privacy/consents', '/privacy/forget', '/privacy/persons',
  '/journal', '/journal/changes', '/journal/verify', '/single-sign-on', '/lifecycle', '/no-such-page',
].map((path) => `/settings${path}`); // prettier-ignore

/** Pages for those who are not logged in, with and without what their links carry. */
export const AROUND_LOG_IN = [
  '/login?problem=SSO_REFUSED', '/forgot-password', '/reset-password', '/reset-password#code',
  '/invitation', '/invitation#code', '/closed', '/closed#none',
] as const; // prettier-ignore

/** What axe finds on these pages of a product, one line a fault. */
export async function faultsOn(page: Page, url: string, routes: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const route of routes) {
    // From elsewhere: an address that differs behind the # only is not loaded again.
    await page.goto('about:blank');
    await page.goto(`${url}${route}`);
    await settled(page);
    found.push(...(await accessibilityFaults(page)).map((fault) => `${route}: ${fault}`));
  }
  return found;
}
