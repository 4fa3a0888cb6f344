import { readFileSync } from 'node:fs';
import type { Language } from '../domain/words.ts';
import type { Content } from './content.ts';

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

const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
const item = (text: string) => `<li style="margin:0 0 6px">${escapeHtml(text)}</li>`;

function listOf({ title, items }: NonNullable<Content['list']>): string {
  const bullets = items.map(item).join('');
  return `<p style="margin:0 0 8px;font-weight:600">${escapeHtml(title)}</p><ul style="margin:0;padding:0 0 0 20px">${bullets}</ul>`;
}

/**
 * The HTML part: the compiled layout, filled in one pass, so that nothing filled in is read again.
 * @param sender whose name stands above the message; empty for the product itself
 */
export function toHtml(content: Content, sender: string, language: Language): string {
  const { list, button, closing } = content;
  const values: Record<string, string> = {
    language,
    sender: escapeHtml(sender),
    subject: escapeHtml(content.subject),
    preheader: escapeHtml(content.preheader),
    heading: `<h1 style="margin:0;font-size:inherit;font-weight:normal">${escapeHtml(content.heading)}</h1>`,
    paragraphs: content.paragraphs.map(paragraph).join(''),
    list: list ? listOf(list) : '',
    url: escapeHtml(button?.url ?? ''),
    label: escapeHtml(button?.label ?? ''),
    closing: (closing ?? []).map(paragraph).join(''),
    footnote: escapeHtml(content.footnote),
  };
  return frame
    .replace(
      /<!-- (list|button|closing) -->([\s\S]*?)<!-- \/\1 -->/g,
      (_, part: 'list' | 'button' | 'closing', html) => (content[part] ? html : ''),
    )
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
