import type { Template } from './content.ts';
import { automatic } from './phrases.ts';

/** R15: a new number has taken effect. */
export const phoneChangeDone: Template<'phone_change_done'> = {
  fr: ({ newPhone, url }) => ({
    subject: 'Votre numéro de téléphone a changé',
    preheader: 'Vos codes arrivent désormais sur le nouveau numéro.',
    heading: 'Votre numéro a changé',
    paragraphs: [
      'Bonjour,',
      `Les codes pour vous connecter arrivent désormais sur votre nouveau numéro, ${newPhone}.`,
      'Toutes vos sessions ont été fermées. L’application d’authentification et les codes de secours ont été retirés : vous pouvez en ajouter de nouveaux dans les paramètres de votre compte.',
      'Ce n’est pas vous ? Prévenez tout de suite votre personne de contact.',
    ],
    button: { label: 'Se connecter', url },
    footnote: automatic.fr,
  }),
  nl: ({ newPhone, url }) => ({
    subject: 'Uw telefoonnummer is gewijzigd',
    preheader: 'U krijgt de codes voortaan op het nieuwe nummer.',
    heading: 'Uw nummer is gewijzigd',
    paragraphs: [
      'Goedendag,',
      `De codes om u aan te melden komen voortaan toe op uw nieuwe nummer, ${newPhone}.`,
      'Al uw sessies werden afgesloten. De authenticator-app en de herstelcodes werden verwijderd: u kunt er nieuwe toevoegen in de instellingen van uw account.',
      'Was u dit niet? Verwittig dan meteen uw contactpersoon.',
    ],
    button: { label: 'Aanmelden', url },
    footnote: automatic.nl,
  }),
  en: ({ newPhone, url }) => ({
    subject: 'Your phone number has changed',
    preheader: 'Your codes now reach the new number.',
    heading: 'Your number has changed',
    paragraphs: [
      'Hello,',
      `The codes to sign in now reach your new number, ${newPhone}.`,
      'All your sessions have ended. The authenticator app and the recovery codes have been removed: you can add new ones in your account’s settings.',
      'Was it not you? Tell your contact person at once.',
    ],
    button: { label: 'Sign in', url },
    footnote: automatic.en,
  }),
};
