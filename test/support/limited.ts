import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { endOf, timeZone } from '../../src/domain/until.ts';
import { type ExpiryOutcome, expiryWorkflowId } from '../../src/workflows/messages.ts';
import { lineOf, linePath } from './access.ts';
import { type Dossier, dossier, insider, person } from './people.ts';
import type { TimeWorld } from './time-world.ts';
import type { World } from './world.ts';

type Manager = Parameters<typeof insider>[1] & { email: string };

/** The day, in Brussels, that comes so many days after today: by Temporal's clock, where it is moved. */
export async function dayIn(world: World | TimeWorld, days: number): Promise<string> {
  const now = 'server' in world ? await world.server.now() : new Date();
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return today.add({ days }).toString();
}

/** Lets Temporal's clock go to an instant, and so many milliseconds past it. */
export async function sleepTo(world: TimeWorld, instant: string | number, past = 0): Promise<void> {
  const at = typeof instant === 'string' ? Date.parse(instant) : instant;
  await world.sleep(at + past - (await world.server.now()).getTime());
}

/** When access until a day ends, in milliseconds. */
export const endMs = (until: string) => Date.parse(endOf(until)!);

/** Somebody who has access until a day, open: what the tests of its end ask. */
export async function limited(
  world: TimeWorld,
  manager: Manager,
  until: string,
  { where, personId }: { where?: Dossier; personId?: string } = {},
) {
  const elsewhere = await dossier(manager);
  const somebody = await insider(
    world,
    manager,
    elsewhere,
    await person(manager, elsewhere, { language: 'en' }),
  );
  const d = where ?? (await dossier(manager));
  const id = personId ?? (await person(manager, d));
  const { email, phone } = somebody;
  const save = (body: object) => manager.client.put(linePath(d, id), body);
  const notice = watch(world, email);
  const given = await save({ email, phone, right: 'read_only', until });
  expect(given).toMatchObject({ status: 200, body: { until, open: true } });
  await notice.count('New access to a client dossier', 1);
  await waits(world, given.body.grantId);
  return {
    ...somebody,
    d,
    elsewhere,
    personId: id,
    grantId: given.body.grantId as string,
    save,
    line: () => lineOf(manager, d, id),
    told: watch(world, email),
    ended: () => expiryOutcome(world, given.body.grantId),
  };
}

/** What an address is sent from now on, by subject. */
export function watch(world: World, address: string) {
  const from = world.inbox.to(address).length;
  const mails = () => world.inbox.to(address).slice(from);
  return {
    mails,
    subjects: () => mails().map((mail) => mail.subject),
    /** Waits until so many e-mails of a subject have come. @returns the newest */
    async count(subject: string, number: number) {
      const of = () => mails().filter((mail) => mail.subject === subject);
      await expect.poll(() => of().length, { timeout: 20_000 }).toBe(number);
      return of().at(-1)!;
    },
  };
}

/** Waits until the workflow of an end has looked for the `nth` time at what is due, and waits for the next. */
export async function waits(world: TimeWorld, grantId: string, nth = 1): Promise<void> {
  const handle = world.temporal.workflow.getHandle(expiryWorkflowId(grantId));
  const timers = async () => {
    const { status } = await handle.describe();
    if (status.name !== 'RUNNING') return 0;
    const { events } = await handle.fetchHistory();
    return events?.filter((event) => event.timerStartedEventAttributes).length ?? 0;
  };
  await expect.poll(() => timers().catch(() => 0), { timeout: 20_000 }).toBe(nth);
}

/** How the workflow of an end ended, awaited. */
export const expiryOutcome = (world: TimeWorld, grantId: string) =>
  world.temporal.workflow.getHandle(expiryWorkflowId(grantId)).result() as Promise<ExpiryOutcome>;

/** Lets the last day of a grant pass by the database's clock, while Temporal knows nothing of it. */
export const passBy = ({ owner }: World, grantId: string) => owner`
  update grants set ends_at = statement_timestamp() - interval '1 millisecond', warns_at = null where id = ${grantId}`;
