import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults, openPage, settled } from './support/browser.ts';
import { mailedPath } from './support/mail.ts';
import { TOPOLOGY, WHY_NOT, type Product } from './support/product.ts';

const OWNER = { name: 'Ada Lovelace', email: 'ada@engines.example', password: 'copper violin river stone' };
const ANALYST = { name: 'Grace Hopper', email: 'grace@engines.example', password: 'nanosecond wire clock' };
const NEW_PASSWORD = 'analytical mill of brass';
const CLOSURE_MS = 60_000;

describe.skipIf(WHY_NOT !== null)(`who may do what, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`, () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let colleague: Page;
  let recovery: string[] = [];

  const { dataFolder, needsBrowser } = atBrowser({
    async onReady(stage) {
      ({ product, browser, page, faults } = stage);
      ({ page: colleague } = await openPage(browser));
    },
    loggedOut: true,
  });
  const open = async (of: Page, path: string): Promise<void> => {
    await of.goto(`${product.url}${path}`);
    await settled(of);
  };
  /** What a page was asking for while the server ended its session, or closed its workspace, is refused; the browser writes that down, and it is no fault. */
  const refusedSince = (before: number): void => {
    const since = faults.splice(before);
    faults.push(...since.filter((fault) => !/status of 40[13]/.test(fault)));
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  test('registers a company, and a password that is too easy is told at its field', async (context) => {
    needsBrowser(context);
    await open(page, '/register');
    await page.getByLabel('Company').fill('Engines');
    await page.getByLabel('Your name').fill(OWNER.name);
    await page.getByLabel('E-mail').fill(OWNER.email);
    const password = page.getByLabel('Password', { exact: true });
    await password.fill('password123');
    await button('Register').click();
    await expect.poll(() => password.getAttribute('aria-invalid')).toBe('true');
    await password.fill(OWNER.password);
    await button('Register').click();
    await page.waitForURL(`${product.url}/`);
  });

  test('a token that has ended is exchanged before anybody notices, in every tab', async (context) => {
    needsBrowser(context);
    const other = await page.context().newPage();
    await open(other, '/settings/profile');
    const stored = `JSON.parse(localStorage.getItem('autonomos.session'))`;
    const tokenIn = (of: Page) => of.evaluate<string>(`${stored}.token`);
    const before = await tokenIn(page);
    const ended = `{ ...${stored}, token: 'ended', expiresAt: '2020-01-01T00:00:00Z' }`;
    await page.evaluate(`localStorage.setItem('autonomos.session', JSON.stringify(${ended}))`);
    await open(page, '/settings/members');
    await page.locator(`[data-member="${OWNER.email}"]`).waitFor();
    await expect.poll(() => tokenIn(page)).not.toBe('ended');
    expect(await tokenIn(page)).not.toBe(before);
    await other.getByRole('link', { name: 'Members' }).first().click();
    await other.locator(`[data-member="${OWNER.email}"]`).waitFor();
    expect(await tokenIn(other)).toBe(await tokenIn(page));
    await other.close();
  });

  test('invites a colleague, who accepts in another browser and is listed', async (context) => {
    needsBrowser(context);
    await page.locator('[data-invite]').click();
    await page.getByLabel('E-mail').fill(ANALYST.email);
    await button('Send the invitation').click();
    await page.locator(`[data-invited="${ANALYST.email}"]`).waitFor();

    await open(colleague, await mailedPath(dataFolder, ANALYST.email, 'invitation'));
    await colleague.getByRole('heading', { name: 'Join Engines' }).waitFor();
    expect(colleague.url()).not.toContain('#');
    expect(await accessibilityFaults(colleague)).toEqual([]);
    await colleague.getByLabel('Your name').fill(ANALYST.name);
    await colleague.getByLabel('Password', { exact: true }).fill(ANALYST.password);
    await colleague.getByRole('button', { name: 'Join' }).click();
    await colleague.waitForURL(`${product.url}/`);

    await open(page, '/settings/members');
    expect(await page.locator(`[data-member="${ANALYST.email}"]`).getAttribute('data-role')).toBe('ANALYST');
    expect(await page.locator(`[data-invited="${ANALYST.email}"]`).count()).toBe(0);
    expect(await page.getByLabel(`Role of ${OWNER.name}`).isDisabled()).toBe(true);
  });

  test('the colleague sees only what an analyst may, and is told why the rest is closed', async (context) => {
    needsBrowser(context);
    await open(colleague, '/settings');
    const list = colleague.locator('[data-settings-list]');
    expect(await list.getByRole('link', { name: 'Members' }).count()).toBe(1);
    expect(await list.getByRole('link', { name: 'Journal' }).count()).toBe(0);
    await open(colleague, '/settings/journal');
    expect(await colleague.locator('main').textContent()).toContain('Your role does not allow this');
  });

  test('sets a second factor up; logging in takes it, and comes back to where one was', async (context) => {
    needsBrowser(context);
    await open(page, '/settings/security');
    await page.locator('[data-enrol]').click();
    await page.getByLabel('Your password').fill(OWNER.password);
    await button('Go on').click();
    await page.locator('[data-qr]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const secret = (await page.locator('[data-secret]').textContent())?.replaceAll(/\s/g, '') ?? '';
    await page.getByLabel('The code that it shows').fill(new TOTP({ secret }).generate());
    await button('Turn it on').click();
    await page.locator('[data-recovery-codes]').waitFor();
    recovery = await page.locator('[data-recovery-codes] li').allTextContents();
    await button('I have kept them').click();
    await page.locator('[data-second-factor="on"]').waitFor();

    const before = faults.length;
    await button('Log out').click();
    await page.getByLabel('E-mail').fill(OWNER.email);
    refusedSince(before);
    await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
    await button('Log in').click();
    await page.locator('[data-recovery]').click();
    await page.getByLabel('Recovery code').fill(recovery[0] ?? '');
    await button('Log in').click();
    await page.waitForURL(`${product.url}/settings/security`);
  });

  test('makes an API key, which works at once and not any more when it is revoked', async (context) => {
    needsBrowser(context);
    await open(page, '/settings/keys');
    await page.locator('[data-make-key]').first().click();
    await page.getByLabel('Name', { exact: true }).fill('Nightly export');
    await page.locator('[data-switch="limited"]').click();
    await button('Make the key').click();
    const secret = (await page.locator('[data-made-key] pre').first().textContent())?.trim() ?? '';
    const ask = async (): Promise<number> => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
      return (await fetch(`${product.url}/graphql`, { method: 'POST', headers, body: '{"query":"{ tenant { name } }"}' })).status;
    };
    expect(await ask()).toBe(200);
    await open(page, '/settings/keys');
    await page
      .locator('[data-key="Nightly export"]')
      .getByRole('button', { name: /Revoke/ })
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Revoke/ })
      .click();
    await expect.poll(ask).toBe(401);
  });

  test('the journal has all of it, with who did it, and is verified', async (context) => {
    needsBrowser(context);
    await open(page, '/settings/journal/changes?action=api-key');
    await page.locator('[data-entry] button').last().click();
    expect(await page.locator('[data-diff]').textContent()).toContain('Nightly export');
    expect(await page.locator('[data-entry]').last().textContent()).toContain(OWNER.name);
    await page.getByRole('link', { name: 'The request it came of' }).click();
    await expect.poll(() => page.locator('[data-title="CreateApiKey"]').count()).toBe(1);
    await open(page, '/settings/journal/verify');
    for (const chain of ['REQUESTS', 'CHANGES']) {
      await page.locator(`[data-chain="${chain}"]`).getByRole('button', { name: 'Verify', exact: true }).click();
      await page.locator(`[data-chain="${chain}"][data-verified="true"]`).waitFor();
    }
  });

  test('a forgotten password is replaced through the mail, and ends every session', async (context) => {
    needsBrowser(context);
    const { page: elsewhere } = await openPage(browser);
    await open(elsewhere, '/login');
    await elsewhere.getByLabel('E-mail').fill(ANALYST.email);
    await elsewhere.getByRole('link', { name: 'Forgotten your password?' }).click();
    await elsewhere.getByRole('button', { name: 'Send the mail' }).click();
    await elsewhere.locator('[data-sent]').waitFor();
    await open(elsewhere, await mailedPath(dataFolder, ANALYST.email, 'reset-password'));
    await elsewhere.getByLabel('New password').fill(NEW_PASSWORD);
    await elsewhere.getByRole('button', { name: 'Save the password' }).click();
    await elsewhere.locator('[data-done]').click();
    await elsewhere.getByLabel('E-mail').fill(ANALYST.email);
    await elsewhere.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
    await elsewhere.getByRole('button', { name: 'Log in', exact: true }).click();
    await elsewhere.waitForURL(`${product.url}/`);
    await colleague.goto(`${product.url}/settings/profile`);
    await colleague.getByRole('heading', { name: 'Log in' }).waitFor();
    expect(new URL(colleague.url()).searchParams.get('to')).toBe('/settings/profile');
    await elsewhere.context().close();
  });

  test('holds the workspace still and lets it go on; whoever is in it is told', async (context) => {
    needsBrowser(context);
    await open(page, '/settings/lifecycle');
    await page.getByLabel('Why').fill('Something is looked into.');
    await page.locator('[data-freeze]').click();
    await page.locator('[data-frozen]').waitFor();
    expect(await page.locator('[data-frozen]').textContent()).toContain('Something is looked into.');
    await button('Let changes be made again').click();
    await expect.poll(() => page.locator('[data-frozen]').count()).toBe(0);
  });

  test('closes the workspace by typing its name, and reads the proof that it is gone', async (context) => {
    needsBrowser(context);
    await open(page, '/settings/lifecycle');
    await page.locator('[data-close]').click();
    await page.locator('[data-switch="without-export"]').click();
    expect(await button('Close for good').isDisabled()).toBe(true);
    await page.getByLabel(/^Type/).fill('Engines');
    const before = faults.length;
    await button('Close for good').click();
    await page.locator('[data-closure="done"]').waitFor({ timeout: CLOSURE_MS });
    expect(await page.getByLabel('Does not hold:').count()).toBe(0);
    expect(await page.locator('[data-closure]').textContent()).toContain('nothing was changed since');
    await open(page, '/settings');
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    refusedSince(before);
  });

  test('no script of any page failed on the way', (context) => {
    needsBrowser(context);
    expect(faults).toEqual([]);
  });
});
