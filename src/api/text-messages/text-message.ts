import type { Config } from '../../config.ts';
import type { Language } from '../../domain/words.ts';
import { Problem } from '../problem.ts';
import { smtpText } from './smtp.ts';
import { twilioText } from './twilio.ts';

/** Sends one text message to an E.164 number. @throws when the provider doesn't take it */
export type SendText = (phone: string, text: string) => Promise<void>;

/** The provider that the configuration names. */
export const createSendText = (config: Config): SendText =>
  answering(config.sms.provider === 'twilio' ? twilioText(config.sms) : smtpText(config));

/** A provider's failure as a problem: what providers say holds numbers. @throws Problem `text_message_failed` */
export const answering =
  (send: SendText): SendText =>
  async (phone, text) => {
    try {
      await send(phone, text);
    } catch {
      throw new Problem('text_message_failed', { retryAfter: 30 });
    }
  };

const texts: Record<Language, (code: string) => string> = {
  fr: (code) => `Votre code d'accès au dossier : ${code}. Ne le communiquez à personne.`,
  nl: (code) => `Uw toegangscode voor het dossier: ${code}. Geef hem aan niemand door.`,
  en: (code) => `Your dossier access code: ${code}. Don't share it with anyone.`,
};

/** A text message that holds exactly one six-digit number, the code. */
export const codeText = (code: string, language: Language) => texts[language](code);
