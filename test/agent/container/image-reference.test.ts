import { ImageReference } from '../../../src/index';
import { testChart } from '../../support/golden';
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
  expect(ImageReference.parse('a:1').inRegistry('mirror.example.com/hub').inRegistry('mirror.example.com/hub').text).toBe('mirror.example.com/hub/a:1');
});

describe('fails', () => {
  const mutable = (what: string, given: string) =>
    `mutable-image: ${what}; given: '${given}'; allowed: a tag other than latest, a digest, or both; fix: pin the version that you tested: nodes that start later must get the same image`;
  const unreadable = (given: string) =>
    `invalid-image: the image cannot be read; given: '${given}'; allowed: registry/repository:tag, registry/repository@sha256:..., or both, without a scheme, in lower case up to the tag; fix: copy the reference that \`docker pull\` takes`;

  test.each([
    ['agent', 'the image has no tag'], ['ghcr.io/your-org/agent', 'the image has no tag'], ['localhost:5000/agent', 'the image has no tag'],
    ['agent:latest', 'the tag `latest` is another image tomorrow'],
  ])('for %s', (text, what) => {
    expect(messageOf(() => ImageReference.parse(text))).toBe(mutable(what, text));
  });

  test.each(['', 'https://ghcr.io/agent:1', 'Agent:1', 'agent:1 ', 'agent:', 'a//b:1', 'agent@sha256:abc', `agent:${'x'.repeat(129)}`])('for %p, which is no reference', text => {
    expect(messageOf(() => ImageReference.parse(text))).toBe(unreadable(text));
  });

  test('with the construct that asks for the image', () => {
    expect(messageOf(() => makeAgent({ image: 'agent' }, testChart()))).toBe(mutable('the image has no tag', 'agent').replace(': ', ': [test/agent] '));
  });
});
