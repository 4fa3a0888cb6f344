import type { OnboardingCode } from '../../../domain/onboarding.ts';
import { problems } from '../../../domain/problems.ts';

/** Why a line, or the dossier that begins there, can't be created, for who made the file. */
export const messages: Record<OnboardingCode | 'wrong_number_of_cells' | 'formula', string> = {
  wrong_number_of_cells:
    'The line has more or fewer cells than the first: put what holds the separator in quotes.',
  formula:
    'A cell may not begin with =, +, -, @, a tab or a new line; a phone number may begin with its plus sign.',
  required: 'The cell is empty.',
  no_holder: 'No line of this dossier is its holder.',
  central_taken: 'The dossier has a holder, or a co-holder, on another line.',
  doubled_person: 'Another line of this dossier has the same name and birth date.',
  other_manager: 'The lines of one dossier name one manager, or leave the cell empty.',
  not_a_manager: problems.not_a_manager[1],
  dossier_exists: 'The firm has a dossier of this name.',
  email_in_use: problems.email_in_use[1],
  own_access: problems.own_access[1],
  too_many: 'A family holds no more persons.',
  refused: 'The database refused this dossier. Nothing of it was created.',
};
