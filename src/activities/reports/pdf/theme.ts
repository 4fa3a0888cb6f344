/** Colours that also tell apart on a black-and-white printer, with a contrast of 4.5 and more for texts. */
export const colours = {
  ink: '#1f2933',
  muted: '#5b6672',
  accent: '#24466b',
  rule: '#c9d0d6',
  faint: '#eef2f5',
  tint: '#e3ecf5',
  negative: '#9b1c1c',
} as const;

/** Lines that are told apart: each has a colour and a pattern of dashes. */
export const lines = [
  { colour: '#24466b', dash: '' },
  { colour: '#b1461e', dash: '6 2' },
  { colour: '#2c7a4b', dash: '2 2' },
  { colour: '#7a4f9a', dash: '8 2 2 2' },
  { colour: '#8a6d1d', dash: '4 4' },
  { colour: '#1d7f8c', dash: '1 2' },
  { colour: '#a13670', dash: '10 3' },
  { colour: '#5b6672', dash: '3 1 1 1' },
] as const;

/** Sizes in points. */
export const page = { margin: 48, header: 34, footer: 30 } as const;
export const a4 = { width: 595.28, height: 841.89 } as const;
export const a3 = { width: 841.89, height: 1190.55 } as const;
export const text = { body: 9, small: 7.5, title: 22, heading: 13, subheading: 10 } as const;
