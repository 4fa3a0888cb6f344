import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ReportData } from './report-data.ts';

/** Draws a report; `onProgress` hears how far it is, in percent. @throws RenderFailed */
export type Render = (
  data: ReportData,
  options: { onProgress: (percent: number) => void; signal: AbortSignal },
) => Promise<Buffer>;

/** The report couldn't be drawn. The message is a code, and perhaps a line of our code: data holds names. */
export class RenderFailed extends Error {}

/** Where the renderer says how far it is: the first pipe beyond the usual three. */
export const progressPipe = 3;
/** What it says there. */
export type Said = { percent: number } | { failed: string };

const program = fileURLToPath(new URL('./pdf/main.ts', import.meta.url));
/** In MB. A usual report takes 100; the largest that a dossier allows (2,000 persons, 500 items, 500 donations) 1,100. */
const memory = 2048;

/**
 * Draws a report in a process of its own, so that the worker neither waits for it nor grows by it, and lives on when
 * it crashes. It gets the data and no part of the worker's environment, and reads files alone.
 */
export const renderApart: Render = async (data, { onProgress, signal }) => {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${memory}`, '--permission', '--allow-fs-read=*', program],
    {
      env: { NODE_ENV: 'production' },
      stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
      signal,
      killSignal: 'SIGKILL',
    },
  );
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => {});
    child.once('close', resolve);
  });
  let failed = '';
  const said = createInterface({ input: child.stdio[progressPipe] as NodeJS.ReadableStream });
  said.on('line', (line) => {
    const what = JSON.parse(line) as Said;
    if ('percent' in what) onProgress(what.percent);
    else failed = what.failed;
  });
  // A renderer that dies early doesn't take the data; its exit code says so.
  child.stdin!.on('error', () => {});
  child.stdin!.end(JSON.stringify(data));
  const [pdf, code] = await Promise.all([buffer(child.stdout!), ended]);
  if (signal.aborted) throw new RenderFailed('render_aborted');
  if (code !== 0 || !isWhole(pdf)) throw new RenderFailed(`render_failed ${failed}`.trim());
  return pdf;
};

/** A PDF says at its end where its parts are. */
const isWhole = (pdf: Buffer) =>
  pdf.subarray(0, 5).toString() === '%PDF-' && /%%EOF\s*$/.test(pdf.subarray(-16).toString());
