import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import type { Client } from './client.ts';
import type { World } from './world.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The system's Chromium; where there is none, it is installed from the system's packages. @throws Error that says what to do */
function chromiumPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const find = () =>
    [process.env.CHROMIUM_PATH, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))].find(
      (path) => path && existsSync(path),
    );
  const found = find();
  if (found) return found;
  try {
    const quiet = { stdio: 'ignore', timeout: 300_000 } as const;
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], quiet);
  } catch {
    // Said below, whatever the reason.
  }
  const installed = find();
  if (installed) return installed;
  throw new Error('The tests of the page need Chromium: install it, or set CHROMIUM_PATH to its executable.');
}

/** Where a page is served from, and the address that it is known by. */
export type Site = { baseUrl: string; publicUrl: string };

/** A Chromium that finds a site at its public address. */
export function openBrowser({ baseUrl, publicUrl }: Site): Promise<Browser> {
  const { hostname } = new URL(publicUrl);
  const { host } = new URL(baseUrl);
  return chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', `--host-resolver-rules=MAP ${hostname} ${host}`],
  });
}

/** A page of its own for somebody, who has signed in nowhere yet; an error in it, or a breach of its policy, is thrown by `errors`. */
export async function openPage(browser: Browser, { publicUrl }: Site, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    baseURL: publicUrl,
    locale: 'fr-BE',
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(message.text());
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(publicUrl)) errors.push(`asks for ${request.url()}`);
  });
  return { page, errors, close: () => context.close() };
}

export type Opened = Awaited<ReturnType<typeof openPage>>;

/** Signs in by the page, in French, with the code from the phone. */
export async function signInByPage(
  page: Page,
  world: World,
  who: { email: string; phone: string },
  password: string,
) {
  await page.goto('/');
  await page.getByLabel('Adresse e-mail').fill(who.email);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('heading', { name: 'Saisissez le code' }).waitFor();
  await page.keyboard.type(world.inbox.codeFor(who.phone));
  await page.getByRole('heading', { name: 'Mes dossiers' }).waitFor();
}

/** Hands the session of an API client to a page: for tests of what comes after signing in. */
export async function takeSession(page: Page, { publicUrl: url }: Site, client: Client) {
  const cookies = client.cookie.split('; ').map((pair) => /^([^=]+)=(.*)$/s.exec(pair)!);
  await page.context().addCookies(cookies.map(([, name, value]) => ({ name: name!, value: value!, url })));
}

/** What is said to be wrong with a field, as a screen reader reads it. */
export async function errorOf(field: Locator): Promise<string> {
  if ((await field.getAttribute('aria-invalid')) !== 'true') return '';
  const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(/\s+/);
  const texts = ids.map((id) => field.page().locator(`[id="${id}"]`).textContent());
  return (await Promise.all(texts)).join(' ');
}
