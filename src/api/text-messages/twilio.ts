import type { SendText } from './text-message.ts';

/** Text messages by Twilio. The library is loaded with the first message. */
export const twilioText =
  (account: { accountSid: string; authToken: string; from: string }): SendText =>
  async (phone, text) => {
    const { default: twilio } = await import('twilio');
    await twilio(account.accountSid, account.authToken).messages.create({
      to: phone,
      from: account.from,
      body: text,
    });
  };
