import { ImageReference } from '../../../src/index';
import { testChart } from '../../support/golden';
import { refusal, RefusalFacts } from '../../support/refusal';
import { makeAgent, messageOf } from '../make-agent';

const digest = `sha256:${'0'.repeat(64)}`;

test.each([
  ['agent:1', undefined, 'agent', '1', undefined],
  ['fluent/fluent-bit:5.1.1', undefined, 'fluent/fluent-bit', '5.1.1', undefined],
  ['ghcr.io/your-org/agent:1.0.0', 'ghcr.io', 'your-org/agent', '1.0.0', undefined],
  ['localhost/agent:1', 'localhost', 'agent', '1', undefined],
  ['localhost:5000/a/b_c--d:1.2', 'localhost:5000', 'a/b_c--d', '1.2', undefined],
  [`images.example.com/agent@${digest}`, 'images.example.com', 'agent', undefined, digest],
  [`images.example.com:443/a/b:v1_2-3@${digest}`, 'images.example.com:443', 'a/b', 'v1_2-3', digest],
  [`agent:latest@${digest}`, undefined, 'agent', 'latest', digest],
])('%s is read into its parts and back', (text, registry, repository, tag, ofDigest) => {
  const image = ImageReference.parse(text);
  expect(image).toMatchObject({ repository, ...registry && { registry }, ...tag && { tag }, ...ofDigest && { digest: ofDigest } });
  expect(image.text).toBe(text);
});

test.each([
  ['quay.io/prometheus/node-exporter:v1.9.0', 'mirror.example.com/prometheus/node-exporter:v1.9.0'],
  ['fluent/fluent-bit:5.1.1', 'mirror.example.com/fluent/fluent-bit:5.1.1'],
  ['mirror.example.com/agent:1', 'mirror.example.com/agent:1'],
])('a mirror stands in for the registry of %s', (text, mirrored) => {
  expect(ImageReference.parse(text).inRegistry('mirror.example.com').text).toBe(mirrored);
});

test('a mirror may end in a path', () => {
  expect(ImageReference.parse('a:1').inRegistry('mirror.example.com/hub').inRegistry('mirror.example.com/hub').text).toBe(
    'mirror.example.com/hub/a:1',
  );
});

describe('fails', () => {
  const mutable = (given: string, facts: RefusalFacts = {}) => refusal('mutable-image', { given: `'${given}'`, ...facts });
  const unreadable = (given: string) =>
    refusal('invalid-image', { given: `'${given}'`, names: ['registry/repository:tag', 'registry/repository@sha256'] });

  test.each([
    ['agent', []], ['ghcr.io/your-org/agent', []], ['localhost:5000/agent', []], ['agent:latest', ['`latest`']],
  ])('for %s', (text, names) => {
    expect(messageOf(() => ImageReference.parse(text))).toEqual(mutable(text, { names }));
  });

  test.each([
    '', 'https://ghcr.io/agent:1', 'Agent:1', 'agent:1 ', 'agent:', 'a//b:1', 'agent@sha256:abc', `agent:${'x'.repeat(129)}`,
  ])('for %p, which is no reference', text => {
    expect(messageOf(() => ImageReference.parse(text))).toEqual(unreadable(text));
  });

  test('with the construct that asks for the image', () => {
    expect(messageOf(() => makeAgent({ image: 'agent' }, testChart()))).toEqual(mutable('agent', { at: 'test/agent' }));
  });
});
