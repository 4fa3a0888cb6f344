import { useElementSize, useInViewport, useMergedRef } from '@mantine/hooks';
import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './pdf-page.module.css';

/** A4, until the page itself is read. */
const usualRatio = 210 / 297;

type Props = { document: PDFDocumentProxy; number: number };

/** A page of a PDF: drawn once it is in sight, with its text over it for who selects, searches or listens. */
export function PdfPage({ document, number }: Props) {
  const { t } = useTranslation();
  const [page, setPage] = useState<PDFPageProxy>();
  const { ref: inSight, inViewport } = useInViewport();
  const { ref: sized, width } = useElementSize();
  const ref = useMergedRef(inSight, sized);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (inViewport) setSeen(true);
  }, [inViewport]);
  useEffect(() => {
    let wanted = true;
    document.getPage(number).then(
      (read) => wanted && setPage(read),
      // Closed meanwhile.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [document, number]);
  const unscaled = page?.getViewport({ scale: 1 });
  const scale = unscaled && width ? width / unscaled.width : 0;
  useEffect(() => {
    if (!page || !scale || !text.current) return;
    const container = text.current;
    container.replaceChildren();
    const layer = new TextLayer({
      textContentSource: page.streamTextContent(),
      container,
      viewport: page.getViewport({ scale }),
    });
    layer.render().catch(() => {});
    return () => layer.cancel();
  }, [page, scale]);
  useEffect(() => {
    if (!page || !scale || !isSeen || !canvas.current) return;
    const viewport = page.getViewport({ scale: scale * Math.min(window.devicePixelRatio, 2) });
    const target = canvas.current;
    target.width = Math.floor(viewport.width);
    target.height = Math.floor(viewport.height);
    const drawing = page.render({ canvas: target, viewport });
    drawing.promise.then(
      () => target.setAttribute('data-drawn', ''),
      () => {},
    );
    return () => drawing.cancel();
  }, [page, scale, isSeen]);
  return (
    <section
      ref={ref}
      className={classes.page}
      aria-label={t('reports.page', { number, count: document.numPages })}
      style={
        {
          aspectRatio: unscaled ? unscaled.width / unscaled.height : usualRatio,
          '--scale': scale,
        } as CSSProperties
      }
    >
      <canvas ref={canvas} />
      <div ref={text} className={classes.text} />
    </section>
  );
}
