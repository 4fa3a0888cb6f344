import { writeSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { placeOf } from '../place-of.ts';
import { progressPipe, type Said } from '../renderer.ts';
import { renderPdf } from './render.ts';

/**
 * Draws one report in a process of its own: the report's data comes as JSON on standard input, the PDF leaves on
 * standard output, and how far it is on a third pipe, a line each. Nothing else is said: texts hold names.
 */
if (import.meta.main) {
  const say = (said: Said) => writeSync(progressPipe, `${JSON.stringify(said)}\n`);
  try {
    const data = JSON.parse((await buffer(process.stdin)).toString());
    const pdf = await renderPdf(data, (percent) => say({ percent }));
    process.stdout.end(pdf);
  } catch (error) {
    say({ failed: placeOf(error) });
    process.exitCode = 1;
  }
}
