import { createTransport } from 'nodemailer';
import type { SendText } from './text-message.ts';

/** For development: a text message arrives as an e-mail to `<number>@sms.localhost`. */
export function smtpText({ smtpUrl, mailFrom }: { smtpUrl: string; mailFrom: string }): SendText {
  const transport = createTransport(smtpUrl);
  return async (phone, text) => {
    await transport.sendMail({ from: mailFrom, to: `${phone}@sms.localhost`, subject: 'SMS', text });
  };
}
