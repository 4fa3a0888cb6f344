import { readFile } from 'node:fs/promises';
import mjml2html from 'mjml';

/**
 * Compiles `layout.mjml` into what `layout.compiled` holds. Done by hand after an edit, not while e-mails
 * are sent: MJML takes 100 MB of the worker's memory, and would read names typed by strangers.
 */
export async function compileLayout(): Promise<string> {
  const source = await readFile(new URL('./layout.mjml', import.meta.url), 'utf8');
  const { html } = await mjml2html(source, { validationLevel: 'strict', fonts: {} });
  const withoutNamespace = html.replace(' xmlns="http://www.w3.org/1999/xhtml"', '');
  return `${withoutNamespace.replace(/\s*\n\s*/g, '\n').trim()}\n`;
}
