import { equalShare } from '../../inventory/shares.ts';

/** Whether parts are still those that everybody takes equally: then they stay so when somebody comes or goes. */
export const areEqual = (parts: { share: string }[]) =>
  parts.every(({ share }) => share.trim() === equalShare(parts.length));
