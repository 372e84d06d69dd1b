import { expectWording } from './expect-wording';
import { REASON_EXAMPLES } from './reason-examples';
import { EVENT_TEXTS } from '../../src/cluster/events/known-texts';
import type { ReasonCode } from '../../src/cluster/explain/reason';

test('every reason against a pod on a node is said in these words', () => {
  const codes = Object.keys(REASON_EXAMPLES) as ReasonCode[];
  expectWording('reasons', codes.flatMap(code => {
    const found = REASON_EXAMPLES[code].flat();
    expect(found.filter(reason => reason.code !== code)).toEqual([]);
    return [`${code}:`, ...new Set(found.map(({ message }) => `  ${message}`))];
  }));
});

test('every symptom that doctor knows is said in these words, with its cause and its fix', () => {
  expectWording('symptoms', EVENT_TEXTS.flatMap(({ rows }) => rows).flatMap(({ id, cause, fix }) => [`${id}:`, `  ${cause}`, `  ${fix}`]));
});
