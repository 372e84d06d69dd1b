/** The five fields of a schedule: least, most, and words in place of numbers. */
const PARTS: ReadonlyArray<readonly [least: number, most: number, words: readonly string[]]> = [
  [0, 59, []], [0, 23, []], [1, 31, []], [1, 12, ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']],
  [0, 6, ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']],
];

/** Whether the API server takes a text as the schedule of a CronJob. */
export function isScheduleText(text: string): boolean {
  if (text.includes('TZ')) {return false;}
  if (text.startsWith('@every ')) {return isGoDuration(text.slice('@every '.length));}
  if (text.startsWith('@')) {return ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'].includes(text);}
  const parts = text.split(/\s+/).filter(part => part !== '');
  return parts.length === PARTS.length && parts.every((part, index) => part.split(',').filter(each => each !== '').every(
    each => isRange(each, PARTS[index]),
  ) && /[^,]/.test(part));
}

/** `*`, `?`, a number, `1-5`, and each of them with `/` and a step. */
function isRange(text: string, [least, most, words]: (typeof PARTS)[number]): boolean {
  const [range, step, ...more] = text.split('/');
  if (more.length > 0 || step !== undefined && !(Number(step) > 0 && /^\d+$/.test(step))) {return false;}
  const ends = range.split('-');
  if (ends[0] === '*' || ends[0] === '?') {return ends.length === 1;}
  const numbers = ends.map(end => (words.includes(end.toLowerCase())
    ? words.indexOf(end.toLowerCase()) + least
    : /^\d+$/.test(end) ? Number(end) : NaN));
  return ends.length <= 2 && numbers.every(number => number >= least && number <= most) && numbers[0] <= numbers[numbers.length - 1];
}

function isGoDuration(text: string): boolean {
  return /^[-+]?((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$|^[-+]?0$/.test(text);
}

/** Whether a text names a time zone, as the API server reads its database: upper and lower case count. */
export function isTimeZone(text: string): boolean {
  if (text.toLowerCase() === 'local' || text.split('/').some(part => !/^[A-Za-z0-9_][A-Za-z0-9_+-]*$/.test(part))) {return false;}
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    return known === text || known.toLowerCase() !== text.toLowerCase();
  } catch {
    return false;
  }
}
