import { Stack } from '@mantine/core';
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';
import { LoadingPage } from '../../shell/loading-page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { PdfPage } from './pdf-page.tsx';

GlobalWorkerOptions.workerSrc = worker;

/** The pages of a PDF, one below the other. */
export default function PdfPages({ pdf }: { pdf: ArrayBuffer }) {
  const [document, setDocument] = useState<PDFDocumentProxy>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    // The reader takes the bytes away from here: it gets a copy. No WebAssembly: the page's policy has none.
    const task = getDocument({ data: new Uint8Array(pdf.slice(0)), useWasm: false, verbosity: 0 });
    task.promise.then(setDocument, (failed) => {
      if (!task.destroyed) setError(failed);
    });
    return () => {
      setDocument(undefined);
      void task.destroy();
    };
  }, [pdf]);
  if (error) return <ProblemAlert error={error} />;
  if (!document) {
    return <LoadingPage />;
  }
  return (
    <Stack>
      {Array.from({ length: document.numPages }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages don't move
        <PdfPage key={i} document={document} number={i + 1} />
      ))}
    </Stack>
  );
}
