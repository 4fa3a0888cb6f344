/**
 * `npm start`: the whole system on this machine, until Ctrl-C. What DATABASE_URL, TEMPORAL_ADDRESS and SMTP_URL
 * don't name is brought up too. `npm start -- --fresh` forgets the data of earlier starts.
 */
import { parseArgs } from 'node:util';
import { bringUp, type Places } from './bring-up.ts';
import { dataFolder, emptyFolder, holdFolder } from './data-folder.ts';
import { demoPassword, demoSignIns } from './demo/team.ts';
import { createRun, Interrupted, type Run } from './run.ts';
import { developmentSettings } from './settings.ts';

const say = (line: string) => console.log(line);

/** Runs until told to end. @returns the exit code */
async function main(run: Run): Promise<number> {
  const begun = performance.now();
  try {
    const { fresh } = parseArgs({ options: { fresh: { type: 'boolean' } } }).values;
    const folder = dataFolder();
    await holdFolder(folder);
    if (fresh) emptyFolder(folder);
    const settings = await developmentSettings(process.env, folder, say);
    const places = await bringUp(run, settings, folder, say);
    say(`\nReady in ${((performance.now() - begun) / 1000).toFixed(0)} s. Ctrl-C ends it.`);
    show(places, folder);
    run.signal.throwIfAborted();
    await new Promise((_, reject) => run.signal.addEventListener('abort', () => reject(run.signal.reason)));
  } catch (error) {
    const reason = run.signal.aborted ? run.signal.reason : error;
    if (reason instanceof Interrupted) return 0;
    console.error(reason instanceof Error ? reason.message : reason);
    return 1;
  } finally {
    await run.stopAll();
  }
  return 0;
}

function show({ page, docs, temporalUi, mailbox, hasDemo }: Places, folder: string): void {
  const lines: [string, string | undefined][] = [
    ['Page', page],
    ['API docs', docs],
    ['Temporal UI', temporalUi],
    ['Mailbox', mailbox && `${mailbox} (e-mails and text messages)`],
    ['Data, logs', `${folder} (npm start -- --fresh forgets them)`],
  ];
  for (const [what, where] of lines) if (where) say(`${what.padEnd(12)} ${where}`);
  if (!hasDemo) return;
  say(
    `\nThe demo's people sign in with the password '${demoPassword}', and a code that arrives in the mailbox:`,
  );
  for (const [role, email] of demoSignIns) say(`${role.padEnd(36)} ${email}`);
}

const run = createRun(say);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!run.signal.aborted) say('\nEnding …');
    run.end(new Interrupted());
  });
}
for (const terminal of [process.stdout, process.stderr]) terminal.on('error', () => {});
process.exit(await main(run));
