/** What every collector itself puts into the records of containers, or takes out of them. */
export const OWN_FIELDS: readonly string[] = ['kubernetes', 'stream', 'time', '@timestamp'];
