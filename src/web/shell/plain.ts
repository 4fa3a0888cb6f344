/** As names are looked for: without regard to accents and capitals. */
export const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether each word that is looked for is somewhere in a text. */
export const holdsWords = (text: string, wanted: string) => {
  const searched = plain(text);
  return plain(wanted)
    .split(/\s+/)
    .every((word) => searched.includes(word));
};
