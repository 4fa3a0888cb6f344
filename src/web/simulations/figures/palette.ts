/** Colours of lines and bars: each stands out by 3 to 1 and more from the ground of either colour scheme. */
const colours = ['#2f8d92', '#d9620a', '#5c7cfa', '#be4bdb', '#2f9e44', '#e64980', '#a0662b', '#868e96'];
/** Dashes besides, for who doesn't tell colours apart. */
const dashes = [undefined, '7 4', '2 3', '10 3 2 3'];

/** So many lines are told apart in one chart. */
export const mostLines = colours.length;

/** How the nth line or bar of a chart is drawn. */
export const styleOf = (nth: number) => {
  const strokeDasharray = dashes[nth % dashes.length];
  return { color: colours[nth % colours.length]!, ...(strokeDasharray ? { strokeDasharray } : {}) };
};
