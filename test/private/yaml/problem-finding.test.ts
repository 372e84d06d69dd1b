import { errorLine } from '../../../src/private/agent-error';
import { isMisreadFromCdk8s } from '../../../src/private/yaml/cdk8s-writer';
import { findProblem } from '../../../src/private/yaml/problem';
import { problemFinding } from '../../../src/private/yaml/problem-finding';
import { refusal } from '../../support/refusal';

const lineOf = (value: object) => errorLine(problemFinding(findProblem(value, isMisreadFromCdk8s)!, "the ConfigMap 'a'"));

test('says what cannot be written, and where', () => {
  expect(lineOf({ data: { a: 'b\ud800' } })).toEqual(
    refusal('unwritable-value', { given: '"b\\ud800"', names: ['ConfigMap', 'a', 'data.a'] }));
});

test('says what is misread, and where', () => {
  expect(lineOf({ data: { a: '0o17' } })).toEqual(
    refusal('unreadable-text', { given: '"0o17"', names: ['ConfigMap', 'a', 'data.a', 'cdk8s', 'cdk8s'] }));
});
