import { parseImage } from '../../src/cluster/image';

const DIGEST = `sha256:${'0'.repeat(64)}`;

test.each([
  ['agent', { repository: 'agent' }],
  ['fluent/fluent-bit:5.1.1', { repository: 'fluent/fluent-bit', tag: '5.1.1' }],
  ['registry.example.com:5000/team/agent:1', { registry: 'registry.example.com:5000', repository: 'team/agent', tag: '1' }],
  ['localhost/agent', { registry: 'localhost', repository: 'agent' }],
  [`quay.io/a/b:v1@${DIGEST}`, { registry: 'quay.io', repository: 'a/b', tag: 'v1', digest: DIGEST }],
  [`a@${DIGEST}`, { repository: 'a', digest: DIGEST }],
])('%s', (text, parts) => {
  expect(parseImage(text)).toEqual(parts);
});

test.each(['', 'Agent', 'https://example.com/agent', 'a b', 'agent:', '{{ image }}', undefined, null, 7])('%s is no image', text => {
  expect(parseImage(text)).toBeUndefined();
});
