import type { EmailKind } from '../domain/mail.ts';
import type { Language } from '../domain/words.ts';
import type { EmailData } from './email.ts';

/** What an e-mail says, as plain strings: the layout and the plain text are both made from it. */
export type Content = {
  /** Free of personal data: it shows on locked screens and in the logs of mail servers. So is the preheader. */
  subject: string;
  preheader: string;
  heading: string;
  paragraphs: string[];
  /** What somebody says himself, a line each. */
  quote?: { title: string; lines: string[] };
  /** What the right allows. */
  list?: { title: string; items: string[] };
  /** The one link. */
  button?: {
    label: string;
    url: string;
    /** Without it the reader can do nothing: it is also shown, to be copied where the button doesn’t work. */
    isKey?: true;
  };
  /** What is said after the button. */
  closing?: string[];
  footnote: string;
};

/** One e-mail in every language of the product; a missing translation doesn't compile. */
export type Template<K extends EmailKind> = Record<Language, (data: EmailData[K]) => Content>;
