import { mkdir, writeFile } from 'node:fs/promises';
import { renderApart } from '../src/activities/reports/renderer.ts';
import { languages } from '../src/domain/words.ts';
import { large, sample } from '../test/activities/reports/sample.ts';

/** Draws example reports into `build/reports`, to look at: one in each language, and a large one. */
const folder = new URL('../build/reports/', import.meta.url);
await mkdir(folder, { recursive: true });
const reports = [
  ...languages.map((language) => ({ name: language, data: sample({ language }) })),
  { name: 'large', data: large({ persons: 300, items: 500, donations: 500 }) },
];
for (const { name, data } of reports) {
  const pdf = await renderApart(data, { onProgress() {}, signal: AbortSignal.timeout(120_000) });
  await writeFile(new URL(`${name}.pdf`, folder), pdf);
}
