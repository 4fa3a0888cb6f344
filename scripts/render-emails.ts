/**
 * Compiles the layout of the e-mails, then writes each e-mail in each language into `build/emails/`: as HTML in light
 * and in dark colours, and as text; `index.html` shows them all, as wide as a phone. Run it after an edit of
 * `layout.mjml` or of a text.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { type EmailKind, emailKinds } from '../src/domain/mail.ts';
import { languages } from '../src/domain/words.ts';
import { compileLayout } from '../src/emails/compile-layout.ts';
import { emailExamples } from './email-examples.ts';

const target = new URL('../build/emails/', import.meta.url);
const layout = new URL('../src/emails/layout.compiled', import.meta.url);
await writeFile(layout, await compileLayout());
// Reads the layout as it is imported.
const { renderEmail } = await import('../src/emails/render.ts');

/** The e-mail as it looks where the reader prefers dark colours, wherever it is opened. */
const inTheDark = (html: string) =>
  html
    .replaceAll('(prefers-color-scheme: dark)', 'all')
    .replaceAll('light dark', 'dark')
    .replace('<html ', '<html style="color-scheme: dark" ');

const frame = (name: string) =>
  `<iframe loading="lazy" width="360" height="760" src="${name}.html" title="${name}"></iframe>`;

const write = (name: string, content: string) => writeFile(new URL(name, target), content);

/** Writes one e-mail in one language. @returns its part of the index */
async function writeEmail<K extends EmailKind>(kind: K, nth: number, language: (typeof languages)[number]) {
  const name = `${kind}-${nth + 1}.${language}`;
  const { subject, html, text } = await renderEmail(kind, emailExamples[kind][nth]!, language);
  await write(`${name}.html`, html);
  await write(`${name}.dark.html`, inTheDark(html));
  await write(`${name}.txt`, `Subject: ${subject}\n\n${text}`);
  return `<h3>${language}: ${subject}</h3>
    <p><a href="${name}.html">HTML</a> <a href="${name}.dark.html">dark</a> <a href="${name}.txt">text</a></p>
    ${frame(name)} ${frame(`${name}.dark`)}`;
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const parts: string[] = [];
for (const kind of emailKinds) {
  const examples = emailExamples[kind]?.length ?? 0;
  if (examples === 0) throw new Error(`scripts/email-examples.ts has no example of ${kind}`);
  parts.push(`<h2>${kind}</h2>`);
  for (let nth = 0; nth < examples; nth++) {
    for (const language of languages) parts.push(await writeEmail(kind, nth, language));
  }
}
const style = 'body { font-family: sans-serif; margin: 24px } iframe { border: 1px solid #999 }';
await write(
  'index.html',
  `<!doctype html><meta charset="utf-8"><title>E-mails</title><style>${style}</style>${parts.join('\n')}`,
);
console.log(`${parts.length - emailKinds.length} e-mails in build/emails/, to look at from index.html`);
