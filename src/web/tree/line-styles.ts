/** Neighbouring families have lines of different colours, which stand out from either ground. */
export const lineColors = [
  'light-dark(#155e63, #74bfc2)',
  'light-dark(#a8400f, #f0a07a)',
  'light-dark(#6b3fa0, #c3a3ea)',
  'light-dark(#2b6b35, #8fd19a)',
  'light-dark(#8a2a5b, #ee9cc4)',
] as const;

/** The dashes of a union that has ended, and the dots of an adoption. */
export const ended = '7 4';
export const adopted = '2 4';
