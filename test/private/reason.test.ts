import { requireReason } from '../../src/private/reason';
import { messageOf } from '../agent/make-agent';

test.each(['reads the kernel log', '  reads the\tkernel log ', 'liest das Protokoll des Kerns'])('%p is a reason', reason => {
  expect(requireReason(reason, 'this')).toBe(reason.trim());
});

test.each(['', 'because', 'two words', 'a b c', 'reads\nthe kernel log', 'reads the log = good', undefined as unknown as string])('fails for %p', reason => {
  expect(messageOf(() => requireReason(reason, 'the host network'))).toBe(
    `missing-reason: the host network needs a reason; given: ${reason === undefined ? 'undefined' : `'${reason}'`}; allowed: one line of at least three words, without \`=\`; fix: say what on the node the agent needs it for: a reviewer reads it, and reports and annotations show it`);
});
