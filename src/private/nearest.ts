/** How far a typing error may lie from what was meant: one letter in three, never more than three. */
function reach(word: string): number {
  return Math.min(3, Math.max(1, Math.floor(word.length / 3)));
}

/** Nobody misspells longer words, and comparing them takes the product of their lengths. */
const LONGEST = 300;

/**
 * The candidate that a reader most likely meant by a misspelt word, the first of equally near ones. Upper and lower case count as equal.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) {return undefined;}
  let best: string | undefined;
  let shortest = reach(word) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= shortest) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < shortest) {
      best = candidate;
      shortest = distance;
    }
  }
  return best;
}

/** Letters inserted, removed, replaced, or swapped with their neighbour to get from one word to the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2] + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length];
}
