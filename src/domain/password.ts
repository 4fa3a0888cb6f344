/** Shortest and longest password, in characters. There is always a second factor besides (NIST SP 800-63B). */
export const passwordLength = { min: 10, max: 128 } as const;
