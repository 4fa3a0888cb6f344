import { v7 as uuidv7 } from 'uuid';
import { account, invitedRelative, letIn, newAdvisor, newPerson } from '../by-sql.ts';
import { newEmail, newPhone } from '../people.ts';
import { addGrant } from '../rows.ts';
import type { At } from './callers.ts';
import type { Entry, Who } from './entry.ts';

const line = 'put /api/dossiers/:d/access-rights/persons/:p';
const manages = ['familyAccess', 'manage'] as const;
const managesAdvisors = ['advisorAccess', 'manage'] as const;

/** R3: a holder gives at most at his own level. */
function givesToWrite({ may, caller }: Who) {
  if (may('familyAccess', 'manage')) return 'ok';
  if (!may('familyAccess', 'give')) return 'not_permitted';
  const writes = caller.roles.some((row) => /^(co_)?holder read_write$/.test(row));
  return writes ? 'ok' : 'above_own_level';
}

const contact = () => ({ email: newEmail('given'), phone: newPhone() });
const personIn = (at: At) => newPerson(at.world, at.where);

/** A relative whose access somebody else has opened. */
const openLine = async ({ world, where }: At) =>
  letIn(world, where, await account(world, 'cousin'), 'family_member', 'read_only');

async function advisorWithAccess({ world, where, boss }: At) {
  const { id, email, phone } = await newAdvisor(world, where);
  const grant = { advisor_id: id, email, phone, given_by: boss.id, state: 'waiting_first_reminder' };
  await addGrant(world.owner, { firm: where.firm, dossier: where.id }, grant);
  return id;
}

/** The rights of family members (R2, R3, R17). */
const familyAccess: Entry[] = [
  { route: 'get /api/dossiers/:d/access-rights', needs: ['familyAccess', 'view'], ok: 200 },
  { route: 'get /api/dossiers/:d/access-rights/history', needs: manages, ok: 200 },
  {
    route: 'put /api/dossiers/:d/access-rights',
    what: 'give, to read',
    needs: ['familyAccess', 'give'],
    request: async (at) => ({
      body: {
        persons: [
          { id: await personIn(at), ...contact(), right: 'read_only' },
          { id: await personIn(at), ...contact(), right: 'read_only' },
        ],
        advisors: [],
      },
    }),
    ok: 200,
  },
  {
    route: 'put /api/dossiers/:d/access-rights',
    what: 'give, to write, to one of two',
    needs: givesToWrite,
    request: async (at) => ({
      body: {
        persons: [
          { id: await personIn(at), ...contact(), right: 'read_only' },
          { id: await personIn(at), ...contact(), right: 'read_write' },
        ],
        advisors: [],
      },
    }),
    ok: 200,
  },
  {
    route: 'put /api/dossiers/:d/access-rights',
    what: 'withdraw',
    needs: manages,
    request: async (at) => ({
      body: { persons: [{ id: await openLine(at), right: 'none' }], advisors: [] },
    }),
    ok: 200,
  },
  {
    route: line,
    what: 'give, to read',
    needs: ['familyAccess', 'give'],
    request: async (at) => ({
      params: { p: await personIn(at) },
      body: { ...contact(), right: 'read_only' },
    }),
    ok: 200,
  },
  {
    route: line,
    what: 'give, to write',
    needs: givesToWrite,
    request: async (at) => ({
      params: { p: await personIn(at) },
      body: { ...contact(), right: 'read_write' },
    }),
    ok: 200,
  },
  {
    route: line,
    what: 'correct what he gave',
    needs: ['familyAccess', 'give'],
    request: async (at) => {
      const { id } = await invitedRelative(at.world, at.where, { givenBy: at.me?.id ?? null });
      await at.world.owner`update grants set "right" = 'read_only' where person_id = ${id}`;
      return { params: { p: id }, body: { ...contact(), right: 'read_only' } };
    },
    ok: 200,
  },
  {
    route: line,
    what: 'change',
    needs: manages,
    request: async (at) => ({ params: { p: await openLine(at) }, body: { right: 'read_write' } }),
    ok: 200,
  },
  {
    route: line,
    what: 'set an end',
    needs: manages,
    request: async (at) => ({
      params: { p: await openLine(at) },
      body: { right: 'read_only', until: '2050-01-31' },
    }),
    ok: 200,
  },
  {
    route: line,
    what: 'withdraw',
    needs: manages,
    request: async (at) => ({ params: { p: await openLine(at) }, body: { right: 'none' } }),
    ok: 200,
  },
  {
    route: 'post /api/dossiers/:d/access-rights/persons/:p/preview',
    what: 'of giving, to write',
    needs: givesToWrite,
    request: async (at) => ({
      params: { p: await personIn(at) },
      body: { ...contact(), right: 'read_write' },
    }),
    ok: 200,
  },
  {
    route: 'post /api/dossiers/:d/access-rights/persons/:p/preview',
    what: 'of withdrawing',
    needs: manages,
    request: async (at) => ({ params: { p: await openLine(at) }, body: { right: 'none' } }),
    ok: 200,
  },
  {
    route: 'post /api/dossiers/:d/access-rights/persons/:p/invitation/resend',
    what: 'what he gave',
    needs: ['familyAccess', 'give'],
    request: async (at) => ({
      params: { p: (await invitedRelative(at.world, at.where, { givenBy: at.me?.id ?? null })).id },
    }),
    ok: 202,
  },
  {
    route: 'post /api/dossiers/:d/access-rights/persons/:p/invitation/resend',
    what: 'what another gave',
    needs: manages,
    request: async (at) => ({ params: { p: (await invitedRelative(at.world, at.where)).id } }),
    ok: 202,
  },
];

/** The advisors and their rights: the manager's alone (R2, R6). */
const advisorAccess: Entry[] = [
  { route: 'get /api/dossiers/:d/advisors', needs: ['advisorAccess', 'view'], ok: 200 },
  {
    route: 'post /api/dossiers/:d/advisors',
    needs: managesAdvisors,
    request: () => ({
      body: { firstName: 'Nora', lastName: 'Notaire', ...contact(), language: 'fr', type: 'notary' },
    }),
    ok: 201,
  },
  {
    route: 'patch /api/dossiers/:d/advisors/:a',
    needs: managesAdvisors,
    request: async (at) => ({
      params: { a: (await newAdvisor(at.world, at.where)).id },
      version: 1,
      body: { lastName: 'Notary' },
    }),
    ok: 200,
  },
  {
    route: 'delete /api/dossiers/:d/advisors/:a',
    needs: managesAdvisors,
    request: async (at) => ({ params: { a: (await newAdvisor(at.world, at.where)).id }, version: 1 }),
    ok: 204,
  },
  {
    route: 'put /api/dossiers/:d/access-rights',
    what: 'give, an advisor among persons',
    needs: managesAdvisors,
    request: async (at) => ({
      body: {
        persons: [{ id: await personIn(at), ...contact(), right: 'read_only' }],
        advisors: [{ id: (await newAdvisor(at.world, at.where)).id, right: 'read_only' }],
      },
    }),
    ok: 200,
  },
  {
    route: 'put /api/dossiers/:d/access-rights/advisors/:a',
    what: 'give',
    needs: managesAdvisors,
    request: async (at) => ({
      params: { a: (await newAdvisor(at.world, at.where)).id },
      body: { right: 'read_write' },
    }),
    ok: 200,
  },
  {
    route: 'put /api/dossiers/:d/access-rights/advisors/:a',
    what: 'withdraw',
    needs: managesAdvisors,
    request: async (at) => ({ params: { a: await advisorWithAccess(at) }, body: { right: 'none' } }),
    ok: 200,
  },
  {
    route: 'post /api/dossiers/:d/access-rights/advisors/:a/preview',
    needs: managesAdvisors,
    request: async (at) => ({
      params: { a: (await newAdvisor(at.world, at.where)).id },
      body: { right: 'read_write' },
    }),
    ok: 200,
  },
  {
    route: 'post /api/dossiers/:d/access-rights/advisors/:a/invitation/resend',
    needs: managesAdvisors,
    request: async (at) => ({ params: { a: await advisorWithAccess(at) } }),
    ok: 202,
  },
];

/** What the manager asks about others' access, and how he looks at the dossier as one of them. */
const looking: Entry[] = [
  {
    route: 'get /api/dossiers/:d/access-rights/explain',
    needs: manages,
    request: ({ where }) => ({ query: `?kind=person&id=${where.holderId}&action=wealth.read` }),
    ok: 200,
  },
  {
    route: 'post /api/dossiers/:d/views',
    needs: manages,
    request: async (at) => ({ body: { kind: 'person', id: await openLine(at) } }),
    ok: 201,
  },
  {
    route: 'delete /api/dossiers/:d/views/:view',
    needs: manages,
    request: async (at) => ({ params: { view: await view(at) } }),
    ok: 204,
  },
];

/** A view of the caller's, if he is the manager, or else of the manager's. */
async function view(at: At) {
  const { world, where, boss, me } = at;
  const id = uuidv7();
  const account = at.caller.roles.includes('manager') ? me!.id : boss.id;
  await world.owner`
    insert into views (id, dossier_id, account_id, person_id, expires_at)
    values (${id}, ${where.id}, ${account}, ${await openLine(at)}, now() + interval '1 hour')`;
  return id;
}

export const access: Entry[] = [...familyAccess, ...advisorAccess, ...looking];
