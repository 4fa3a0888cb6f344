import type { Template } from './content.ts';
import { moment, personalLink } from './phrases.ts';

/** R15: a new password ends every session and keeps the second factor. */
export const passwordReset: Template<'password_reset'> = {
  fr: ({ link, expiresAt }) => ({
    subject: 'Choisir un nouveau mot de passe',
    preheader: 'Le lien fonctionne une seule fois.',
    heading: 'Choisissez un nouveau mot de passe',
    paragraphs: ['Bonjour,', 'Un nouveau mot de passe a été demandé pour votre compte.'],
    button: { label: 'Choisir un mot de passe', url: link, isKey: true },
    closing: [
      `Le lien fonctionne une seule fois, jusqu’au ${moment(expiresAt, 'fr')}.`,
      'Le changement ferme toutes vos sessions. Un code vous sera toujours demandé pour vous connecter.',
      'Vous n’avez rien demandé ? Ignorez cet e-mail : votre mot de passe reste inchangé.',
    ],
    footnote: personalLink.fr,
  }),
  nl: ({ link, expiresAt }) => ({
    subject: 'Een nieuw wachtwoord kiezen',
    preheader: 'De link werkt één keer.',
    heading: 'Kies een nieuw wachtwoord',
    paragraphs: ['Goedendag,', 'Er werd een nieuw wachtwoord gevraagd voor uw account.'],
    button: { label: 'Een wachtwoord kiezen', url: link, isKey: true },
    closing: [
      `De link werkt één keer, tot ${moment(expiresAt, 'nl')}.`,
      'De wijziging sluit al uw sessies af. Om u aan te melden hebt u nog altijd een code nodig.',
      'Hebt u niets gevraagd? Negeer dan deze e-mail: uw wachtwoord verandert niet.',
    ],
    footnote: personalLink.nl,
  }),
  en: ({ link, expiresAt }) => ({
    subject: 'Choose a new password',
    preheader: 'The link works once.',
    heading: 'Choose a new password',
    paragraphs: ['Hello,', 'A new password was requested for your account.'],
    button: { label: 'Choose a password', url: link, isKey: true },
    closing: [
      `The link works once, until ${moment(expiresAt, 'en')}.`,
      'The change ends all your sessions. Signing in still asks for a code.',
      'Did you not ask for this? Ignore this e-mail: your password stays as it is.',
    ],
    footnote: personalLink.en,
  }),
};
