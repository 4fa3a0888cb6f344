import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { createFirm } from '../../../src/api/firms/create-firm.ts';
import { phoneChangeToken, tokenHash } from '../../../src/db/token.ts';
import { type Received, tokenIn } from '../../support/inbox.ts';
import type { TimeWorld } from '../../support/time-world.ts';
import { authSecret } from '../../support/world.ts';
import { inDossier, type Scene } from './scene.ts';

const day = 24 * 60 * 60 * 1000;

/** Where the link of the newest invitation to somebody of the demo leads. */
const linkOf = (email: string) => async (world: TimeWorld) => {
  const mail = world.inbox.to(email).findLast(({ text }) => text.includes('/invitations/'));
  return `/invitations/${tokenIn(mail!)}`;
};

/** Where the link leads by which somebody with an account is to join another firm's team; invited once for each world. */
const teamLink = async (world: TimeWorld) => {
  const email = 'jeanne@demo.test';
  const isThere = ({ subject, text }: Received) => `${subject} ${text}`.includes('Minerva');
  if (!world.inbox.to(email).some(isThere)) {
    await createFirm(world.db, {
      name: 'Minerva',
      'admin-name': 'Jeanne Dupont',
      'admin-email': email,
      'admin-phone': '+32470999998',
      language: 'fr',
    });
    world.starter.nudge();
    await expect.poll(() => world.inbox.to(email).some(isThere)).toBe(true);
  }
  return `/invitations/${tokenIn(world.inbox.to(email).findLast(isThere)!)}`;
};

/** The new number that somebody of the demo asks for, put there once, in the state that is to be seen. @returns its link */
const changeIn = (email: string, state: 'asked' | 'waiting' | 'confirmed') => async (world: TimeWorld) => {
  const { owner } = world;
  const [account] = await owner<{ id: string; phone: string; manager: string }[]>`
    select a.id, a.phone, m.id as manager from accounts a, accounts m
    where a.email = ${email} and m.email = 'manager@demo.test'`;
  const { id: accountId, phone, manager } = account!;
  const [known] = await owner<{ id: string }[]>`
    select id from phone_changes where account_id = ${accountId} and ended_at is null`;
  const id = known?.id ?? uuidv7();
  const token = phoneChangeToken(authSecret, id, 'address');
  if (known) return `/phone-changes/${token}`;
  await owner`update grants set opened_at = now() - interval '60 days'
    where account_id = ${accountId} and opened_at is not null`;
  const now = Date.now();
  const proven = state === 'asked' ? {} : { proven_at: new Date(now) };
  const confirmed =
    state === 'confirmed'
      ? { confirmed_at: new Date(now), confirmed_by: manager, effective_at: new Date(now + day) }
      : {};
  await owner`
    insert into phone_changes ${owner({
      ...{ id, state, account_id: accountId, old_phone: phone, new_phone: '+32470999999' },
      ...{ address_hash: tokenHash(token), expires_at: new Date(now + 7 * day) },
      old_number_hash: tokenHash(phoneChangeToken(authSecret, id, 'old_number')),
      ...proven,
      ...confirmed,
    })}`;
  return `/phone-changes/${token}`;
};

export const invitee: Scene[] = [
  {
    name: 'invitee-offer-advisor',
    by: null,
    path: linkOf('lawyer@demo.test'),
    open: (page) => page.getByRole('listitem').nth(4).waitFor(),
  },
  {
    name: 'invitee-offer-holder',
    by: null,
    path: linkOf('thomas@demo.test'),
    async open(page, _t, { baseUrl }) {
      // Both holders of the demo have accepted: what one of them would be offered.
      await page.route('**/api/invitations/*', async (route) => {
        const { pathname } = new URL(route.request().url());
        const answer = await route.fetch({ url: baseUrl + pathname });
        await route.fulfill({ response: answer, json: { ...(await answer.json()), central: 'holder' } });
      });
      await page.reload();
      await page.getByRole('listitem').nth(7).waitFor();
    },
  },
  {
    name: 'invitee-decline',
    by: null,
    path: linkOf('lawyer@demo.test'),
    async open(page) {
      // The page speaks the invitee's language, whatever the reader's browser does.
      await page.getByRole('listitem').nth(4).waitFor();
      await page.getByRole('button', { name: /^Refuser|^Decline|^Weigeren/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'invitee-account',
    by: null,
    path: linkOf('lawyer@demo.test'),
    async open(page) {
      await page.getByRole('button', { name: /^Accepter|^Accept|^Aanvaarden/ }).click();
      await page.locator('input[type=password]').waitFor();
    },
  },
  {
    name: 'invitee-code-used-up',
    by: null,
    path: linkOf('lawyer@demo.test'),
    async open(page, t) {
      const problem = { type: 'about:blank', status: 429, code: 'too_many_tries', title: 'No' };
      await page.route('**/account', (route) =>
        route.fulfill({ status: 429, contentType: 'application/problem+json', json: problem }),
      );
      await page.route('**/code', (route) => route.fulfill({ status: 204 }));
      await page.getByRole('button', { name: t('invitation.accept'), exact: true }).click();
      await page.locator('input[type=password]').fill('un bon mot de passe');
      await page.locator('button[type=submit]').click();
      await page.getByLabel(t('code.digit', { number: 1 })).click();
      await page.keyboard.type('123456');
      await page.getByText(t('code.usedUp')).waitFor();
    },
  },
  {
    name: 'invitee-signed-in-already',
    by: 'manager@demo.test',
    path: linkOf('lawyer@demo.test'),
    open: (page) => page.getByRole('alert').getByText('manager@demo.test').waitFor(),
  },
  {
    name: 'invitee-join-team',
    by: 'jeanne@demo.test',
    path: teamLink,
    open: (page, t) =>
      page.getByRole('button', { name: t('invitation.join', { email: 'jeanne@demo.test' }) }).waitFor(),
  },
  {
    name: 'invitee-join-team-signed-out',
    by: null,
    path: teamLink,
    open: (page, t) => page.getByRole('link', { name: t('invitation.signInToAccept') }).waitFor(),
  },
  {
    name: 'invitee-join-team-code',
    by: 'jeanne@demo.test',
    path: teamLink,
    async open(page, t) {
      await page.getByRole('button', { name: t('invitation.join', { email: 'jeanne@demo.test' }) }).click();
      await page.getByLabel(t('code.digit', { number: 1 })).waitFor();
    },
  },
  {
    name: 'invitee-other-account',
    by: 'manager@demo.test',
    path: teamLink,
    async open(page, t) {
      await page.getByRole('button', { name: t('invitation.join', { email: 'manager@demo.test' }) }).click();
      await page.getByRole('button', { name: t('invitation.changeAccount') }).waitFor();
    },
  },
  {
    name: 'invitee-dead-link',
    by: null,
    path: '/invitations/unknown',
    open: (page, t) => page.getByRole('heading', { name: t('invitation.gone') }).waitFor(),
  },
  {
    name: 'lost-phone',
    by: null,
    path: '/lost-phone',
    async open(page, t) {
      await page.getByRole('button', { name: t('lostPhone.ask') }).click();
      await page.getByText(t('lostPhone.phoneNeeded')).waitFor();
    },
  },
  {
    name: 'phone-changes-none',
    by: 'nele@demo.test',
    async path({ owner }) {
      await owner`delete from phone_changes`; // Those of the scenes below, when they were looked at before.
      return '/phone-changes';
    },
    open: (page, t) => page.getByText(t('phoneChange.list.none')).waitFor(),
  },
  {
    name: 'phone-change-asked',
    by: null,
    path: changeIn('paul@demo.test', 'asked'),
    open: (page, t) => page.getByText(t('phoneChange.prove')).waitFor(),
  },
  {
    name: 'phone-change-waiting',
    by: null,
    path: changeIn('lea@demo.test', 'waiting'),
    open: (page, t) => page.getByText(t('phoneChange.waitingTitle')).waitFor(),
  },
  {
    name: 'phone-change-confirmed',
    by: null,
    path: changeIn('banker@demo.test', 'confirmed'),
    open: (page, t) => page.getByText(t('phoneChange.confirmedTitle')).waitFor(),
  },
  {
    name: 'phone-change-over',
    by: null,
    path: '/phone-changes/unknown',
    open: (page, t) => page.getByRole('heading', { name: t('phoneChange.gone') }).waitFor(),
  },
  {
    name: 'phone-changes',
    by: 'manager@demo.test',
    path: async (world) => {
      await changeIn('lea@demo.test', 'waiting')(world);
      await changeIn('banker@demo.test', 'confirmed')(world);
      return '/phone-changes';
    },
    open: (page, t) => page.getByText(t('phoneChange.list.states.waiting')).waitFor(),
  },
  {
    name: 'phone-changes-confirm',
    by: 'manager@demo.test',
    path: async (world) => {
      await changeIn('lea@demo.test', 'waiting')(world);
      return '/phone-changes';
    },
    async open(page, t) {
      await page.getByRole('button', { name: t('phoneChange.list.confirm') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: t('phoneChange.list.confirm') }).click();
      await dialog.getByText(t('phoneChange.list.spokenNeeded')).waitFor();
    },
  },
  {
    name: 'invitee-number',
    by: 'hugo@demo.test',
    path: inDossier('Familie Peeters', '/number'),
    open: (page, t) => page.getByRole('button', { name: t('confirmNumber.send') }).waitFor(),
  },
];
