import { Document, type DocumentProps, renderToBuffer } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import type { ReportData } from '../report-data.ts';
import { textsFor } from '../texts/index.ts';
import { access } from './access.ts';
import { cover } from './cover.ts';
import { donations } from './donations.ts';
import { family } from './family.ts';
import { fontsFor } from './fonts.ts';
import { formatFor } from './format.ts';
import type { Drawing } from './parts.ts';
import { simulation } from './simulation.ts';
import { wealth } from './wealth.ts';

/**
 * Draws a report. One a process: the fonts' library keeps what it drew, and a second one's texts would be read amiss.
 * @param onProgress hears how far it is, in percent
 * @returns the PDF, whole
 */
export async function renderPdf(given: ReportData, onProgress: (percent: number) => void): Promise<Buffer> {
  const fonts = await fontsFor(textsIn(given));
  const data = mapTexts(given, fonts.printable);
  const texts = textsFor[data.language];
  const names = new Map(data.persons.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
  const drawing: Drawing = {
    data,
    texts,
    format: formatFor(data.language),
    fonts: fonts.stack,
    nameOf: (id) => (id === null ? texts.outside : (names.get(id) ?? texts.unknown)),
    pages: new Map(),
    onPage: progressBy(onProgress),
  };
  onProgress(10);
  const sections = [
    ...family(drawing),
    wealth(drawing),
    donations(drawing),
    ...(data.simulation ? [simulation(drawing, data.simulation)] : []),
    ...(data.access ? [access(drawing, data.access)] : []),
  ];
  const contents = [
    { id: 'family', title: texts.family.title },
    { id: 'wealth', title: texts.wealth.title },
    { id: 'donations', title: texts.donations.title },
    ...(data.simulation ? [{ id: 'simulation', title: texts.simulation.title }] : []),
    ...(data.access ? [{ id: 'access', title: texts.access.title }] : []),
  ];
  onProgress(20);
  const document = h(
    Document,
    {
      title: `${data.dossierName} – ${texts.report}`,
      author: data.firmName,
      subject: texts.report,
      language: data.language,
      creator: data.firmName,
      producer: 'dossier-access',
      creationDate: new Date(data.madeAt),
      pageMode: 'useOutlines',
    },
    cover(drawing, contents),
    ...sections,
  ) as ReactElement<DocumentProps>;
  return renderToBuffer(document);
}

/** Pages are made once, then once more when their number is known. */
function progressBy(onProgress: (percent: number) => void) {
  let percent = 20;
  return (page: number, total: number | undefined) => {
    const next = total ? 60 + Math.floor((35 * page) / total) : Math.min(59, 20 + page);
    if (next <= percent) return;
    percent = next;
    onProgress(percent);
  };
}

function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* textsIn(part);
}

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapTexts(part, change)])) as T;
}
