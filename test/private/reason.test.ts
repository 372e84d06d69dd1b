import { requireReason } from '../../src/private/reason';
import { messageOf } from '../agent/make-agent';
import { refusal } from '../support/refusal';

test.each(['reads the kernel log', '  reads the\tkernel log ', 'liest das Protokoll des Kerns'])('%p is a reason', reason => {
  expect(requireReason(reason, 'this')).toBe(reason.trim());
});

test.each([
  '', 'because', 'two words', 'a b c', 'reads\nthe kernel log', 'reads the log = good', undefined as unknown as string,
])('fails for %p', reason => {
  expect(messageOf(() => requireReason(reason, 'the host network'))).toEqual(
    refusal('missing-reason', { given: `${reason === undefined ? 'undefined' : `'${reason}'`}` }));
});
