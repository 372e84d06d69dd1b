import { errorLine } from '../../../src/private/agent-error';
import { isMisreadFromCdk8s } from '../../../src/private/yaml/cdk8s-writer';
import { findProblem } from '../../../src/private/yaml/problem';
import { problemFinding } from '../../../src/private/yaml/problem-finding';

const lineOf = (value: object) => errorLine(problemFinding(findProblem(value, isMisreadFromCdk8s)!, "the ConfigMap 'a'"));

test('says what cannot be written, and where', () => {
  expect(lineOf({ data: { a: 'b\ud800' } })).toBe(
    'unwritable-value: the ConfigMap \'a\' holds a value that YAML and JSON cannot hold at data.a; given: "b\\ud800"; allowed: numbers that are finite, and text without halves of surrogate pairs; fix: correct the value; a file of any bytes is AgentFile.binary');
});

test('says what is misread, and where', () => {
  expect(lineOf({ data: { a: '0o17' } })).toBe(
    'unreadable-text: the ConfigMap \'a\' holds a value at data.a that YAML readers take for something else than cdk8s writes; given: "0o17"; allowed: text that cdk8s writes so that Kubernetes, kubectl and other readers read it as it is; fix: change the value, or make the object with AgentObject, which is written so that they read it');
});
