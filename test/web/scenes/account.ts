import type { TFunction } from 'i18next';
import type { Page } from 'playwright-core';
import { demoPassword, team } from '../../../src/dev/demo/team.ts';
import { enrol } from '../../support/authenticator.ts';
import { signIn } from '../../support/people.ts';
import type { TimeWorld } from '../../support/time-world.ts';
import type { Scene } from './scene.ts';

const by = team.second.email;
const path = '/account';

/** Who has an authenticator app: enrolled once for each world. */
const withApp = team.support;
const enrolled = new WeakMap<TimeWorld, Promise<void>>();

async function enrolOne(world: TimeWorld): Promise<void> {
  const client = await signIn(world, withApp, demoPassword);
  const { body } = await client.get('/api/me');
  await enrol(world, { client, id: body.id }, demoPassword);
}

/** A page, once somebody has an app. */
const afterEnrolment = (to: string) => async (world: TimeWorld) => {
  const enrolling = enrolled.get(world) ?? enrolOne(world);
  enrolled.set(world, enrolling);
  await enrolling;
  await world.owner`delete from limits`;
  return to;
};

async function typePasswordAgain(page: Page, t: TFunction, verb: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('yourAccount.passwordAgain')).fill(demoPassword);
  await dialog.getByRole('button', { name: verb }).click();
}

async function toSecondStep(page: Page, t: TFunction) {
  await page.getByLabel(t('signIn.email')).fill(withApp.email);
  await page.getByRole('textbox', { name: t('signIn.password') }).fill(demoPassword);
  await page.getByRole('button', { name: t('signIn.next') }).click();
  await page.getByRole('heading', { name: t('secondFactor.appTitle') }).waitFor();
}

export const account: Scene[] = [
  {
    name: 'account',
    by,
    path,
    open: (page, t) => page.getByText(t('yourAccount.sessions.current')).waitFor(),
  },
  {
    name: 'account-with-app',
    by: withApp.email,
    path: afterEnrolment(path),
    async open(page, t) {
      await page.getByText(t('yourAccount.app.enrolled')).waitFor();
      await page.getByText(t('yourAccount.sessions.current')).waitFor();
    },
  },
  {
    name: 'account-app-enrolment',
    by,
    path,
    async open(page, t) {
      await page.getByRole('button', { name: t('yourAccount.app.add') }).click();
      await typePasswordAgain(page, t, t('signIn.next'));
      await page.getByRole('img', { name: t('yourAccount.app.qr') }).waitFor();
    },
  },
  {
    name: 'account-recovery-codes',
    by,
    path,
    async open(page, t) {
      await page.getByRole('button', { name: t('yourAccount.recovery.make') }).click();
      await typePasswordAgain(page, t, t('yourAccount.recovery.make'));
      await page.getByRole('button', { name: t('yourAccount.recovery.kept') }).waitFor();
    },
  },
  {
    name: 'account-password',
    by,
    path,
    async open(page, t) {
      await page.getByRole('button', { name: t('yourAccount.changePassword') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(t('password.label')).fill('correct horse');
      await dialog.getByRole('button', { name: t('yourAccount.changePassword') }).click();
      await dialog.getByText(t('signIn.passwordNeeded')).waitFor();
      await dialog.getByRole('status').getByText(/./).first().waitFor();
    },
  },
  {
    name: 'account-sign-in-by-app',
    by: null,
    path: afterEnrolment('/sign-in'),
    open: toSecondStep,
  },
  {
    name: 'account-sign-in-by-recovery-code',
    by: null,
    path: afterEnrolment('/sign-in'),
    async open(page, t) {
      await toSecondStep(page, t);
      await page.getByRole('button', { name: t('secondFactor.ways.recovery') }).click();
      await page.getByLabel(t('secondFactor.recoveryLabel')).fill('abc');
      await page.getByRole('button', { name: t('secondFactor.recoverySend') }).click();
      await page.getByText(t('secondFactor.recoveryShape')).waitFor();
    },
  },
  {
    name: 'account-session-ended',
    by,
    path,
    async open(page, t) {
      await page.getByText(t('yourAccount.sessions.current')).waitFor();
      await page.context().clearCookies();
      await page.getByRole('link', { name: t('shell.name') }).click();
      await page.getByRole('dialog').getByText(t('signIn.endedText')).waitFor();
    },
  },
];
