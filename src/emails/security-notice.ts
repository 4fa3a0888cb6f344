import type { SecurityNotice } from '../domain/mail.ts';
import type { Language } from '../domain/words.ts';
import type { Template } from './content.ts';
import type { EmailData } from './email.ts';
import { automatic } from './phrases.ts';

const happened: Record<Language, Record<SecurityNotice, string>> = {
  fr: {
    password_changed: 'Le mot de passe de votre compte a été modifié. Vos autres sessions ont été fermées.',
    authenticator_added:
      'Une application d’authentification a été ajoutée à votre compte : ses codes permettent désormais de vous connecter.',
    authenticator_removed:
      'L’application d’authentification a été retirée de votre compte : les codes vous parviennent désormais par SMS.',
    text_messages_off:
      'Les codes par SMS ont été désactivés pour votre compte : seule l’application d’authentification en donne encore.',
    text_messages_on: 'Les codes par SMS ont été réactivés pour votre compte.',
    recovery_codes_made:
      'De nouveaux codes de secours ont été créés pour votre compte. Les précédents ne fonctionnent plus.',
    recovery_code_used: 'Un code de secours a servi à vous connecter. Chaque code ne fonctionne qu’une fois.',
  },
  nl: {
    password_changed: 'Het wachtwoord van uw account werd gewijzigd. Uw andere sessies werden afgesloten.',
    authenticator_added:
      'Er werd een authenticator-app aan uw account toegevoegd: met de codes ervan kunt u zich voortaan aanmelden.',
    authenticator_removed:
      'De authenticator-app werd van uw account verwijderd: u krijgt de codes voortaan per sms.',
    text_messages_off:
      'De codes per sms werden voor uw account uitgeschakeld: alleen de authenticator-app geeft er nog.',
    text_messages_on: 'De codes per sms werden voor uw account opnieuw ingeschakeld.',
    recovery_codes_made: 'Er werden nieuwe herstelcodes voor uw account gemaakt. De vorige werken niet meer.',
    recovery_code_used: 'Er werd een herstelcode gebruikt om aan te melden. Elke code werkt maar één keer.',
  },
  en: {
    password_changed: 'The password of your account has been changed. Your other sessions have ended.',
    authenticator_added:
      'An authenticator app has been added to your account: its codes can now be used to sign in.',
    authenticator_removed:
      'The authenticator app has been removed from your account: codes now reach you by text message.',
    text_messages_off:
      'Codes by text message have been turned off for your account: only the authenticator app gives any.',
    text_messages_on: 'Codes by text message have been turned on again for your account.',
    recovery_codes_made:
      'New recovery codes have been made for your account. The earlier ones no longer work.',
    recovery_code_used: 'A recovery code was used to sign in. Each code works only once.',
  },
};

const left: Record<Language, (count: number) => string> = {
  fr: (count) =>
    count === 0
      ? 'Il ne vous en reste plus : créez-en de nouveaux dans les paramètres de votre compte.'
      : `Codes restants : ${count}.`,
  nl: (count) =>
    count === 0
      ? 'U hebt er geen meer over: maak er nieuwe in de instellingen van uw account.'
      : `Resterende codes: ${count}.`,
  en: (count) =>
    count === 0 ? 'You have none left: make new ones in your account’s settings.' : `Codes left: ${count}.`,
};

const told = (language: Language, { what, codesLeft }: EmailData['security_notice']) => [
  happened[language][what],
  ...(codesLeft === null ? [] : [left[language](codesLeft)]),
];

/** R15: tells an account what was changed about how it signs in: was it you? */
export const securityNotice: Template<'security_notice'> = {
  fr: (data) => ({
    subject: 'La sécurité de votre compte a changé',
    preheader: 'Est-ce bien vous ? Vérifiez.',
    heading: 'Est-ce bien vous ?',
    paragraphs: [
      'Bonjour,',
      ...told('fr', data),
      'Si c’est vous, il n’y a rien à faire. Sinon, changez tout de suite votre mot de passe, fermez vos sessions et prévenez votre personne de contact.',
    ],
    button: { label: 'Voir mon compte', url: data.url },
    footnote: automatic.fr,
  }),
  nl: (data) => ({
    subject: 'De beveiliging van uw account werd gewijzigd',
    preheader: 'Was u dit zelf? Kijk het na.',
    heading: 'Was u dit?',
    paragraphs: [
      'Goedendag,',
      ...told('nl', data),
      'Was u dit, dan hoeft u niets te doen. Zo niet, wijzig dan meteen uw wachtwoord, sluit uw sessies af en verwittig uw contactpersoon.',
    ],
    button: { label: 'Mijn account bekijken', url: data.url },
    footnote: automatic.nl,
  }),
  en: (data) => ({
    subject: 'The security of your account has changed',
    preheader: 'Was it you? Have a look.',
    heading: 'Was it you?',
    paragraphs: [
      'Hello,',
      ...told('en', data),
      'If it was you, there is nothing to do. If not, change your password at once, end your sessions, and tell your contact person.',
    ],
    button: { label: 'See my account', url: data.url },
    footnote: automatic.en,
  }),
};
