import { route } from '../route.ts';
import { addParent } from './add-parent.ts';
import { addPerson } from './add-person.ts';
import { addUnion } from './add-union.ts';
import { changePerson } from './change-person.ts';
import { changeUnion } from './change-union.ts';
import { readFamily } from './read-family.ts';
import { removeParent } from './remove-parent.ts';
import { removePerson } from './remove-person.ts';
import { removeUnion } from './remove-union.ts';
import { AddParent, AddPerson, AddUnion, ChangePerson, ChangeUnion, Created, Family } from './schema.ts';

const tag = 'Family';
const seen = ['not_found', 'number_unconfirmed', 'not_permitted'] as const;
const writing = [...seen, 'invalid'] as const;
const versioned = (body: { id: string; version: number }) => ({ body, version: body.version });

export const familyRoutes = [
  route({
    method: 'get',
    path: '/api/dossiers/:d/family',
    tag,
    summary: 'Persons, unions and parent-child links',
    status: 200,
    answer: Family,
    problems: seen,
    handle: async (services, request) => ({ body: await readFamily(services, request) }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/family/persons',
    tag,
    summary: 'Add a person',
    status: 201,
    creates: true,
    body: AddPerson,
    answer: Created,
    problems: [...writing, 'central_is_managers', 'central_taken', 'too_many'],
    handle: async (services, request) => versioned(await addPerson(services, request)),
  }),
  route({
    method: 'patch',
    path: '/api/dossiers/:d/family/persons/:p',
    tag,
    summary: 'Change a person; the manager also marks and un-marks central persons',
    status: 200,
    versioned: true,
    body: ChangePerson,
    answer: Created,
    problems: [
      ...writing,
      'own_access',
      'central_is_managers',
      'central_taken',
      'central_without_end',
      'access_irrevocable',
      'impossible_tree',
    ],
    handle: async (services, request) => versioned(await changePerson(services, request)),
  }),
  route({
    method: 'delete',
    path: '/api/dossiers/:d/family/persons/:p',
    tag,
    summary: 'Remove a person who has no access, owns nothing, and gave and received nothing',
    status: 204,
    versioned: true,
    problems: [
      ...seen,
      'central_is_managers',
      'access_irrevocable',
      'person_has_access',
      'person_in_inventory',
    ],
    handle: removePerson,
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/family/unions',
    tag,
    summary: 'Add a union',
    status: 201,
    creates: true,
    body: AddUnion,
    answer: Created,
    problems: [...writing, 'impossible_tree', 'too_many'],
    handle: async (services, request) => versioned(await addUnion(services, request)),
  }),
  route({
    method: 'patch',
    path: '/api/dossiers/:d/family/unions/:u',
    tag,
    summary: 'Change a union',
    status: 200,
    versioned: true,
    body: ChangeUnion,
    answer: Created,
    problems: [...writing, 'impossible_tree'],
    handle: async (services, request) => versioned(await changeUnion(services, request)),
  }),
  route({
    method: 'delete',
    path: '/api/dossiers/:d/family/unions/:u',
    tag,
    summary: 'Remove a union',
    status: 204,
    versioned: true,
    problems: seen,
    handle: removeUnion,
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/family/parents',
    tag,
    summary: 'Link a child to a parent',
    status: 201,
    creates: true,
    body: AddParent,
    answer: Created,
    problems: [...writing, 'link_exists', 'impossible_tree', 'too_many'],
    handle: async (services, request) => versioned(await addParent(services, request)),
  }),
  route({
    method: 'delete',
    path: '/api/dossiers/:d/family/parents/:l',
    tag,
    summary: 'Remove a link between child and parent',
    status: 204,
    versioned: true,
    problems: seen,
    handle: removeParent,
  }),
];
