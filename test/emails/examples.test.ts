import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emailExamples } from '../../scripts/email-examples.ts';
import { type EmailKind, emailKinds, invites } from '../../src/domain/mail.ts';
import { type Language, languages } from '../../src/domain/words.ts';
import { renderEmail } from '../../src/emails/render.ts';

/* What somebody sees of each kind of e-mail, from the examples that `npm run emails` draws. */

const all = emailKinds.flatMap((kind) =>
  languages.flatMap((language) =>
    (emailExamples[kind] ?? []).map((_, nth) => ({ kind, nth: nth + 1, language })),
  ),
);
const dataOf = (kind: EmailKind, nth: number) => emailExamples[kind][nth - 1]!;
const render = (kind: EmailKind, nth: number, language: Language, data: object = dataOf(kind, nth)) =>
  renderEmail(kind, data as never, language);

const hrefs = (html: string) => [...html.matchAll(/\bhref="([^"]*)"/g)].map(([, href]) => href!);
const visible = (html: string) =>
  html
    .replace(/^[\s\S]*<body/, '<body')
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, ' ')
    .replaceAll('&#47;', '/')
    .replaceAll('&amp;', '&');

it('every kind of e-mail has an example to look at', () => {
  expect(emailKinds.filter((kind) => !emailExamples[kind]?.length)).toEqual([]);
  expect(Object.keys(emailExamples).filter((kind) => !emailKinds.includes(kind as EmailKind))).toEqual([]);
});

describe.each(all)('$kind $nth in $language', ({ kind, nth, language }) => {
  const data = dataOf(kind, nth);
  const link = 'link' in data ? data.link : null;

  it('is whole', async () => {
    const { subject, html, text } = await render(kind, nth, language);
    for (const part of [subject, html, text]) {
      expect(part).toMatch(/\S/);
      expect(part).not.toMatch(/undefined|\bnull\b|NaN|Invalid Date|\[object|\{\{|\}\}/);
    }
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).not.toMatch(/<img|<script|@import|url\(/);
  });

  it('R9: holds exactly one link where it invites, shown as a button and as an address to copy', async () => {
    const { html, text } = await render(kind, nth, language);
    const links = (part: string) => part.match(/https?:\/\/[^\s"<]*\/invitations\/[\w-]+/g) ?? [];
    expect(links(text)).toEqual(invites(kind) ? [link] : []);
    expect(links(html)).toEqual(invites(kind) ? [link] : []);
    expect(hrefs(html).length).toBeLessThanOrEqual(1);
    if (!link) return;
    expect(hrefs(html)).toEqual([link.replaceAll('&', '&amp;')]);
    expect(visible(html)).toContain(` ${link} `);
    expect(text.split('\n')).toContain(link);
  });

  it('has a text part that reads as such', async () => {
    const { text } = await render(kind, nth, language);
    expect(text).not.toMatch(/\n{3,}|&\w+;|&#|<\/?\w+[ >]|\t/);
    const loose = text.split('\n').filter((line) => line !== '-- ' && line !== line.trimEnd());
    expect(loose).toEqual([]);
    expect(text).toMatch(/^\S.*\n\n(Bonjour|Goedendag|Hello),\n\n/);
  });

  it('shows in a list of messages the preheader alone, and no name', async () => {
    const { html } = await render(kind, nth, language);
    const [, preheader, rest] =
      /<body[^>]*>\s*<div style="display:none[^>]*>([^<&]*)((?:&#847;&zwnj;&nbsp;)*)<\/div>/.exec(html)!;
    expect(preheader!.length).toBeGreaterThan(15);
    expect(preheader!.length).toBeLessThan(100);
    // Longer than what any list shows.
    expect(rest!.split(';&nbsp;').length).toBeGreaterThan(100);
    expect(visible(html).trimStart().startsWith(preheader!)).toBe(true);
  });

  it('shows names as text', async () => {
    const named = JSON.parse(JSON.stringify(data), (key, value) =>
      /name$/i.test(key) && typeof value === 'string'
        ? `<b id="x">${key}</b> & 'y'`
        : key.endsWith('At')
          ? new Date(value)
          : value,
    );
    const { html } = await render(kind, nth, language, named);
    expect(html).not.toContain('<b id');
    const names = JSON.stringify(named).match(/<b id/g)?.length ?? 0;
    expect(html.includes('&lt;b id=&quot;x&quot;&gt;')).toBe(names > 0);
  });
});

describe('the colours of the layout', () => {
  const layout = readFileSync(new URL('../../src/emails/layout.mjml', import.meta.url), 'utf8');
  const found = (pattern: RegExp, where = layout): string => {
    const colour = pattern.exec(where)?.[1];
    if (!colour) throw new Error(`no colour is found by ${pattern}`);
    return colour.toLowerCase();
  };
  const darkRules = /prefers-color-scheme: dark\) \{([\s\S]*?)\n {6}\}/.exec(layout)![1]!;
  const schemes = {
    light: {
      page: found(/<mj-body background-color="(#\w{6})"/),
      card: found(/css-class="card edge" background-color="(#\w{6})"/),
      list: found(/css-class="ink list" container-background-color="(#\w{6})"/),
      button: found(/css-class="button"[^>]*background-color="(#\w{6})"/),
      ink: found(/<mj-text color="(#\w{6})"/),
      quiet: found(/css-class="quiet" color="(#\w{6})"/),
      label: found(/css-class="button"[^>]* color="(#\w{6})"/),
      edge: found(/border-top="4px solid (#\w{6})"/),
    },
    dark: {
      page: found(/\.page > div \{ background-color: (#\w{6})/, darkRules),
      card: found(/\.card > table \{ background: (#\w{6})/, darkRules),
      list: found(/\.list \{ background: (#\w{6})/, darkRules),
      button: found(/\.button a \{ background: (#\w{6})/, darkRules),
      ink: found(/\.ink div \{ color: (#\w{6})/, darkRules),
      quiet: found(/\.quiet div \{ color: (#\w{6})/, darkRules),
      label: found(/\.button a \{[^}]* color: (#\w{6})/, darkRules),
      edge: found(/border-top-color: (#\w{6})/, darkRules),
    },
  };

  /** Relative luminance and contrast, as WCAG 2 defines them. */
  const luminance = (colour: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };

  it('are measured as WCAG measures them', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(['light', 'dark'] as const)('in %s: text stands out from what is behind it', (scheme) => {
    const { page, card, list, button, ink, quiet, label } = schemes[scheme];
    const pairs = {
      page: [quiet, page],
      card: [ink, card],
      copy: [quiet, card],
      list: [ink, list],
      button: [label, button],
    } as const;
    for (const [where, [text, behind]] of Object.entries(pairs)) {
      expect(contrast(text, behind), `${where}: ${text} on ${behind}`).toBeGreaterThanOrEqual(4.5);
    }
    // What isn't text: the button stands out from the card.
    expect(contrast(button, card)).toBeGreaterThanOrEqual(3);
  });

  it('are all of them known here, and every text has one in the dark', () => {
    const known = Object.values(schemes).flatMap((scheme) => Object.values(scheme));
    const used = [...layout.matchAll(/#[0-9a-f]{6}\b/gi)].map(([colour]) => colour.toLowerCase());
    expect(used.filter((colour) => !known.includes(colour))).toEqual([]);
    const texts = [...layout.matchAll(/<mj-text [^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !tag.endsWith('/>'));
    expect(texts.length).toBeGreaterThan(5);
    for (const tag of texts) {
      expect(tag).toMatch(/css-class="(ink|quiet)\b/);
      expect(tag.includes('"quiet')).toBe(tag.includes(` color="${schemes.light.quiet}"`));
    }
    expect(layout).toContain('name="color-scheme" content="light dark"');
  });
});
