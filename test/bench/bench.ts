import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { type Figure, keepsTo, tableOf } from './figures.ts';
import { countHistories } from './histories.ts';
import { measureMemory } from './memory.ts';
import { measureSaves } from './saves.ts';
import { measureStarts } from './starts.ts';
import { countStatements } from './statements.ts';
import { bringUp } from './surroundings.ts';
import { measureTab } from './tab.ts';

/**
 * `npm run bench`: what the system takes, as ratios measured in one run, with their limits. A table goes to standard
 * output, all of it into build/bench.json; the exit code is 1 if anything is over its limit.
 */
const say = (line: string) => console.error(line);
/** Whatever happens, it ends within this time, in milliseconds. */
const longest = 40 * 60_000;

const around = await bringUp();
const giveUp = async (why: string) => {
  say(why);
  await around.close();
  process.exit(1);
};
setTimeout(giveUp, longest, `not done within ${longest / 60_000} minutes`).unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => giveUp('interrupted'));

const figures: Figure[] = [];
try {
  figures.push(...(await countStatements(around)));
  say('statements counted');
  figures.push(...(await countHistories(around)));
  say('histories counted');
  figures.push(await measureSaves(around, { rounds: 9, saves: 800 }));
  say('saves measured');
  figures.push(await measureTab(around, { loads: 9 }));
  say('tab measured');
  await around.stopApi();
  figures.push(await measureStarts(around, { rounds: 9, starts: 250 }));
  say('starts measured');
  figures.push(await measureMemory(around, { few: 1_000, many: 10_000 }, say));
} finally {
  await around.close();
}

const machine = {
  processors: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
  memoryGB: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform} ${process.arch}`,
  node: process.version,
};
const build = new URL('../../build/', import.meta.url);
await mkdir(build, { recursive: true });
const report = { at: new Date().toISOString(), machine, figures };
await writeFile(new URL('bench.json', build), `${JSON.stringify(report, null, 2)}\n`);
const { processors, memoryGB, platform, node } = machine;
console.log(`${report.at.slice(0, 10)}, ${processors}, ${memoryGB} GB, ${platform}, Node ${node}\n`);
console.log(tableOf(figures));
process.exit(figures.every(keepsTo) ? 0 : 1);
