import type { Content } from './content.ts';

/** The plain text part: the same content, a line for each paragraph, the link alone on its own line. */
export function toPlainText({
  heading,
  paragraphs,
  quote,
  list,
  button,
  closing,
  footnote,
}: Content): string {
  const blocks = [
    heading,
    ...paragraphs,
    ...(quote ? [[quote.title, ...quote.lines.map((line) => `> ${line}`.trim())].join('\n')] : []),
    ...(list ? [[list.title, ...list.items.map((text) => `- ${text}`)].join('\n')] : []),
    ...(button ? [`${button.label}\n${button.url}`] : []),
    ...(closing ?? []),
    `-- \n${footnote}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}
