import { type Actor, decideSave, type SaveDecision } from './access.ts';
import { familyLimits } from './family-tree.ts';
import type { ProblemCode } from './problems.ts';
import type { Central, Language, Right } from './words.ts';

export const onboardingStates = ['checked', 'rejected', 'running', 'paused', 'finished'] as const;
/** `checked` and `rejected`: nothing has been done. `paused`: by somebody, or since who runs it no longer may. */
export type OnboardingState = (typeof onboardingStates)[number];

export const pauseReasons = ['asked', 'importer_gone'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** What a file may hold, and how many invitations an hour leave unless it is said. */
export const onboardingLimits = { lines: 20_000, bytes: 5_000_000, shownRejections: 1_000 } as const;
export const invitationRate = { least: 1, usual: 600, most: 100_000 } as const;

/** The columns of a file: one line a person. */
export const onboardingColumns = [
  'dossier',
  'manager',
  'first_name',
  'last_name',
  'central',
  'birth_date',
  'language',
  'email',
  'phone',
  'right',
] as const;
export type OnboardingColumn = (typeof onboardingColumns)[number];

/** A person of a file, valid line by line: normal address, E.164 number. Without a right both are null. */
export type NewPerson = {
  line: number;
  firstName: string;
  lastName: string;
  central: Central | null;
  birthDate: string | null;
  language: Language | null;
  email: string | null;
  phone: string | null;
  right: Right;
};

/** A dossier that a file would create: the lines of one name. */
export type NewDossier = { name: string; persons: NewPerson[] };

export type OnboardingCode =
  | Extract<ProblemCode, 'own_access' | 'email_in_use' | 'central_taken' | 'too_many' | 'not_a_manager'>
  /** The dossier has no holder. */
  | 'no_holder'
  /** The same name and birth date as another line of the dossier. */
  | 'doubled_person'
  /** Lines of one dossier name different managers. */
  | 'other_manager'
  /** The firm has a dossier of that name. */
  | 'dossier_exists'
  | 'required'
  /** The database refused the dossier. */
  | 'refused';

/** Why a line, or the dossier that begins there, can't be created. No column: the line as a whole. */
export type Obstacle = { line: number; column: OnboardingColumn | null; code: OnboardingCode };

type Give = Extract<SaveDecision, { kind: 'give' }>;
type Account = { id: string; phone: string };

export type DossierDecision =
  | { kind: 'refused'; obstacles: Obstacle[] }
  /** What each person gets, in the order of the lines; null: no access. */
  | { kind: 'create'; gives: (Give | null)[] };

/**
 * What creating a dossier and giving its rights would do, decided person after person as each save is (`decideSave`):
 * who creates it is its manager (R1), and gives access as such (R2 to R5, R10).
 * @param accountOf the account of an address, where it matters whether access opens at once
 */
export function decideDossier(
  persons: NewPerson[],
  importer: Pick<Actor, 'accountId' | 'email'>,
  accountOf: (email: string) => Account | null = () => null,
): DossierDecision {
  const actor: Actor = { ...importer, roles: [{ name: 'manager', right: null }] };
  const obstacles = familyObstacles(persons);
  const taken = new Set<string>();
  const gives = persons.map(({ line, central, email, phone, right }) => {
    const decision = decideSave(
      {
        actor,
        party: { kind: 'person', central, deceased: false },
        grant: null,
        closed: false,
        withdrawnBefore: false,
        account: email ? accountOf(email) : null,
        emailInUse: email !== null && taken.has(email),
      },
      { right, email: email ?? undefined, phone: phone ?? undefined },
    );
    if (email && right !== 'none') taken.add(email);
    if (decision.kind === 'give') return decision;
    if (decision.kind === 'refused')
      obstacles.push({ line, column: 'email', code: decision.code as OnboardingCode });
    if (decision.kind === 'contact_missing') {
      for (const column of decision.fields) obstacles.push({ line, column, code: 'required' });
    }
    return null;
  });
  return obstacles.length > 0 ? { kind: 'refused', obstacles } : { kind: 'create', gives };
}

/** One holder, at most one co-holder, no more persons than a family holds, and nobody twice. */
function familyObstacles(persons: NewPerson[]): Obstacle[] {
  const first = persons[0]!;
  const obstacles: Obstacle[] = [];
  if (!persons.some((person) => person.central === 'holder'))
    obstacles.push({ line: first.line, column: 'central', code: 'no_holder' });
  if (persons.length > familyLimits.persons)
    obstacles.push({ line: persons[familyLimits.persons]!.line, column: null, code: 'too_many' });
  const seen = new Set<string>();
  const isNew = (what: string) => !seen.has(what) && seen.add(what);
  for (const { line, firstName, lastName, birthDate, central } of persons) {
    const who = [firstName, lastName, birthDate ?? ''].map((text) => text.toLowerCase()).join('\n');
    if (!isNew(who)) obstacles.push({ line, column: 'last_name', code: 'doubled_person' });
    if (central && !isNew(central)) obstacles.push({ line, column: 'central', code: 'central_taken' });
  }
  return obstacles;
}
