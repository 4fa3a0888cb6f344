import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a reader sees it: its pages' texts and sizes, its title, and its bookmarks. */
export type ReadPdf = {
  pages: string[];
  /** Width and height, in points. */
  sizes: [number, number][];
  text: string;
  title: string | undefined;
  language: string | null;
  bookmarks: string[];
};

/** Reads a PDF back; spaces of every kind come out as one plain space. */
export async function readPdf(pdf: Buffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  const sizes: [number, number][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push(
      plain(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('')),
    );
    sizes.push([width, height]);
  }
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
  const outline = (await document.getOutline()) ?? [];
  await task.destroy();
  return {
    pages,
    sizes,
    text: pages.join(' '),
    title: info.Title,
    language: info.Language ?? null,
    bookmarks: outline.map((entry) => entry.title),
  };
}

/** With plain spaces, and the direction marks of right-to-left texts left out. */
export const plain = (text: string) =>
  text.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ');
