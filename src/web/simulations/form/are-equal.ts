/** The parts of so many who take the same: `1/3` each. */
export const equalShare = (count: number) => (count === 1 ? '1' : `1/${count}`);

/** Whether parts are still those that everybody takes equally: then they stay so when somebody comes or goes. */
export const areEqual = (parts: { share: string }[]) =>
  parts.every(({ share }) => share.trim() === equalShare(parts.length));
