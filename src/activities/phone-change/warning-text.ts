import type { Language } from '../../domain/words.ts';
import { moment } from '../../emails/phrases.ts';

type Warning = { link: string; effectiveAt: Date };

const texts: Record<Language, (warning: { link: string; when: string }) => string> = {
  fr: ({ link, when }) =>
    `Accès au dossier : votre compte recevra un nouveau numéro de téléphone le ${when}. Ce n'est pas vous ? Annulez : ${link}`,
  nl: ({ link, when }) =>
    `Dossiertoegang: uw account krijgt een nieuw telefoonnummer op ${when}. Bent u dit niet? Annuleer: ${link}`,
  en: ({ link, when }) =>
    `Dossier access: your account gets a new phone number on ${when}. Not you? Cancel it: ${link}`,
};

/** The text message to an old number. It is no code: it holds no number of six digits. */
export const warningText = (language: Language, { link, effectiveAt }: Warning) =>
  texts[language]({ link, when: moment(effectiveAt, language) });
