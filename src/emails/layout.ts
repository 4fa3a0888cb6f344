import { readFileSync } from 'node:fs';
import type { Language } from '../domain/words.ts';
import type { Content } from './content.ts';
import { toCopy } from './phrases.ts';
import { typeset } from './text.ts';

const frame = readFileSync(new URL('./layout.compiled', import.meta.url), 'utf8');

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, in an element or a quoted attribute. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** An address to be read and copied; its source is none, so that the e-mail holds its link once. */
const shown = (url: string) => escapeHtml(url).replaceAll('/', '&#47;');

/**
 * Keeps what follows the preheader out of a list of messages and off a locked screen: the names in the message would
 * stand there. Invisible, and never taken for text by those that cut it off.
 */
const filler = '&#847;&zwnj;&nbsp;'.repeat(120);

const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
const item = (text: string) => `<li style="margin:0 0 6px">${escapeHtml(text)}</li>`;

function quoteOf({ title, lines }: NonNullable<Content['quote']>): string {
  const said = lines.map(escapeHtml).join('<br>');
  return `<p style="margin:0 0 8px;font-weight:600">${escapeHtml(title)}</p><blockquote style="margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid #8fb5aa">${said}</blockquote>`;
}

function listOf({ title, items }: NonNullable<Content['list']>): string {
  const bullets = items.map(item).join('');
  return `<p style="margin:0 0 8px;font-weight:600">${escapeHtml(title)}</p><ul style="margin:0;padding:0 0 0 20px">${bullets}</ul>`;
}

/**
 * The HTML part: the compiled layout, filled in one pass, so that nothing filled in is read again.
 * @param sender whose name stands above the message; empty for the product itself
 */
export function toHtml(content: Content, sender: string, language: Language): string {
  const { quote, list, button, closing } = content;
  const parts = { list, button, copy: button?.isKey, closing };
  const values: Record<string, string> = {
    language,
    sender: escapeHtml(sender),
    subject: escapeHtml(content.subject),
    preheader: escapeHtml(content.preheader),
    heading: `<h1 style="margin:0;font-size:inherit;font-weight:normal">${escapeHtml(content.heading)}</h1>`,
    paragraphs: content.paragraphs.map(paragraph).join('') + (quote ? quoteOf(quote) : ''),
    list: list ? listOf(list) : '',
    url: escapeHtml(button?.url ?? ''),
    label: escapeHtml(button?.label ?? ''),
    filler,
    toCopy: escapeHtml(typeset(toCopy[language], language)),
    address: shown(button?.url ?? ''),
    closing: (closing ?? []).map(paragraph).join(''),
    footnote: escapeHtml(content.footnote),
  };
  return frame
    .replace(
      /<!-- (list|button|copy|closing) -->([\s\S]*?)<!-- \/\1 -->/g,
      (_, part: keyof typeof parts, html) => (parts[part] ? html : ''),
    )
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
