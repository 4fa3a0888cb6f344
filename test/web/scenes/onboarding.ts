import { v7 as uuidv7 } from 'uuid';
import type { TimeWorld } from '../../support/time-world.ts';
import type { Scene } from './scene.ts';

const rejected = [
  { line: 3, column: 'birth_date', code: 'invalid_format', message: '' },
  { line: 7, column: 'phone', code: 'not_mobile', message: '' },
  { line: 12, column: null, code: 'wrong_number_of_cells', message: '' },
];
const failures = [{ line: 9, column: 'dossier', code: 'dossier_exists', message: '' }];

/** The address of an onboarding of the demo's manager, put there in the state that is to be seen. */
const onboardingIn =
  (state: string, columns: object = {}) =>
  async (world: TimeWorld) => {
    const { owner } = world;
    const { firm, account } = await manager(world);
    const counts = { lines: 48, dossiers: 12, persons: 48, rights: 30, irrevocable: 20, rejections: 0 };
    const [known] = await owner<{ id: string }[]>`select id from onboardings where state = ${state}`;
    if (known) return `/onboardings/${known.id}`;
    const id = uuidv7();
    await owner`
    insert into onboardings ${owner({
      ...{ id, state, ...counts, firm_id: firm, created_by: account, invitations_per_hour: 600 },
      ...{ rejected: owner.json([]), ...columns },
    })}`;
    if (state === 'paused') {
      await owner`
      insert into onboarded_dossiers (onboarding_id, number, persons, grant_ids, obstacles)
      values (${id}, 1, 4, '{}', ${owner.json(failures)})`;
    }
    return `/onboardings/${id}`;
  };

async function manager({ owner }: TimeWorld) {
  const [row] = await owner<{ firm: string; account: string }[]>`
    select m.firm_id as firm, g.account_id as account from members m join grants g on g.member_id = m.id
    where g.email = 'manager@demo.test'`;
  return row!;
}

const by = 'manager@demo.test';

export const onboarding: Scene[] = [
  {
    name: 'onboarding-none',
    by,
    path: '/onboardings',
    async open(page, t) {
      await page.route('**/onboardings', (route) =>
        route.request().resourceType() === 'fetch'
          ? route.fulfill({ json: { items: [], nextCursor: null } })
          : route.continue(),
      );
      await page.reload();
      await page.getByText(t('onboarding.none')).waitFor();
    },
  },
  {
    name: 'onboarding-columns',
    by,
    path: '/onboardings',
    async open(page, t) {
      await page.getByRole('button', { name: t('onboarding.columnsTitle') }).click();
      await page.getByRole('rowheader', { name: 'right' }).waitFor();
    },
  },
  {
    name: 'onboarding-unreadable',
    by,
    path: '/onboardings',
    async open(page, t) {
      const buffer = Buffer.from('dossier;first_name;last_name;naissance\nA;B;C;D');
      const file = { name: 'familles.csv', mimeType: 'text/csv', buffer };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByText(t('problems.file.title')).waitFor();
    },
  },
  {
    name: 'onboarding-rejected',
    by,
    path: (world) => onboardingIn('rejected', { rejections: 3, rejected: world.owner.json(rejected) })(world),
    open: (page, t) => page.getByText(t('problems.fields.not_mobile')).waitFor(),
  },
  {
    name: 'onboarding-checked',
    by,
    path: onboardingIn('checked'),
    open: (page, t) => page.getByText(t('onboarding.checkedTitle')).waitFor(),
  },
  {
    name: 'onboarding-paused',
    by,
    path: async (world) => {
      const { account } = await manager(world);
      const more = { paused_because: 'asked', run_by: account, started_at: new Date() };
      return onboardingIn('paused', more)(world);
    },
    open: (page, t) => page.getByText(t('onboarding.pausedTitle'), { exact: true }).waitFor(),
  },
  {
    name: 'onboardings',
    by,
    path: '/onboardings',
    open: (page, t) => page.getByText(t('onboarding.state.paused')).waitFor(),
  },
];
