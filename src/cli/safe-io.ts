import { CONTROL_SEQUENCES, isColoured } from './format/colours';
import type { Io, Output } from './io';
import { escapeInvisible } from './printable';

/** What a command may write without a second look. */
const PLAIN = /^[\n -~]*$/;

/**
 * The same, where nothing that was read comes out as something that steers the reader's terminal, or that nobody sees. Formats see to their
 * own texts; this is the last place that all of them go through. Ends of lines are theirs, and so are colours where there are any.
 */
export function safeIo(io: Io): Io & Required<Pick<Io, 'unreadable'>> {
  return {
    stdin: io.stdin, env: io.env, unreadable: [],
    get stdout() {return safeOutput(io.stdout, io.env);},
    get stderr() {return safeOutput(io.stderr, io.env);},
  };
}

function safeOutput(output: Output, env: Io['env']): Output {
  const kept = output.isTerminal || isColoured(output, env) ? CONTROL_SEQUENCES : /\n/g;
  return {
    isTerminal: output.isTerminal, ...output.columns !== undefined && { columns: output.columns }, isClosed: output.isClosed,
    write: text => output.write(PLAIN.test(text) ? text : escapeBetween(text, kept)),
  };
}

/** Everything but what is kept. */
function escapeBetween(text: string, kept: RegExp): string {
  let result = '';
  let end = 0;
  for (const { 0: sequence, index } of text.matchAll(kept)) {
    result += escapeInvisible(text.slice(end, index)) + sequence;
    end = index + sequence.length;
  }
  return result + escapeInvisible(text.slice(end));
}
