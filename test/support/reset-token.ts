import { expect } from 'vitest';
import type { World } from './world.ts';

/**
 * The token of a link to a new password that was asked for: its e-mail is meant by a task that the answer doesn't
 * wait for, and is delivered here.
 */
export async function resetToken(world: World, email: string): Promise<string> {
  await expect
    .poll(
      () => world.owner`
        select from mails where email = ${email} and kind = 'password_reset' and sent_at is null`,
      { interval: 5 },
    )
    .toHaveLength(1);
  await world.deliver();
  const { text } = world.inbox.to(email).at(-1)!;
  const links = [...text.matchAll(/https?:\/\/\S+/g)].map((match) => match[0]);
  expect(links).toEqual([expect.stringMatching(/^http:\/\/dossiers\.test\/reset-password\?token=[\w-]+$/)]);
  return new URL(links[0]!).searchParams.get('token')!;
}
