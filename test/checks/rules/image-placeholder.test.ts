import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { imagePlaceholder } from '../../../src/checks/rules/image-placeholder';
import { parseImage } from '../../../src/cluster/image';
import { workloadOf } from '../../../src/cluster/inventory/workload';
import { refusalsIn } from '../../../src/cluster/refusals';
import { entriesOf } from '../../../src/private/entry';

const found = (image: string) => foundBy(imagePlaceholder, daemonSet({}, { image }));
const refused = (image: string) => [...refusalsIn(workloadOf(entriesOf(daemonSet({}, { image }))[0])!)]
  .map(({ code, refusedBy, path }) => `${code} ${refusedBy} ${path}`);

test.each([
  'example.com/agent:${TAG}', '${REGISTRY}/agent:1.0.0', '$REGISTRY/agent:1.0.0', 'example.com/agent:$(TAG)', '{{ .Values.image }}',
  'example.com/agent:<version>', '%IMAGE%', 'example.com/agent:${TAG:=1.0.0}', '[[ image ]]', 'example.com/agent:@VERSION@',
])('%s is a placeholder: a warning that can be acknowledged, and no refusal', image => {
  expect(found(image)).toEqual([`warning agent containers[0].image (${image})`]);
  expect(refused(image)).toEqual([]);
});

test.each([
  'example.com/Agent:1.0.0', 'example.com/agent:1.0.0:2.0.0', 'example.com/agent :1.0.0', ' agent:1', 'example.com/agent:', 'UPPER:1',
  'https://example.com/agent:1', 'agent:1.0.0+build', 'agent@sha256:abc', `agent:${'x'.repeat(129)}`, 'a'.repeat(64).replace(/./g, 'a'),
  'agent:1.0.0\n', '-agent:1',
])('%s can be read by no runtime', image => {
  expect(refused(image)).toEqual(['invalid-image kubelet spec.template.spec.containers[0].image']);
  expect(found(image)).toEqual([]);
});

test.each([
  'agent', 'agent:1.0.0', 'Registry/agent:1', 'localhost/a:1', 'localhost:5000/a/b:v1', '[::1]:5000/agent:1', 'a_b/c__d/e---f:_x',
  `agent:1@sha256:${'a'.repeat(64)}`, `agent@sha512:${'a'.repeat(128)}`, 'EXAMPLE.com:443/agent', 'foo.bar_baz/agent',
])('%s is an image', image => {
  expect(parseImage(image)).toBeDefined();
  expect([...refused(image), ...found(image)]).toEqual([]);
});

test('a path of more than 255 characters is too long, with the directory that the runtime assumes', () => {
  const lengths = (prefix: string) => [246, 247, 248, 255, 256].filter(length => parseImage(prefix + 'x'.repeat(length)) !== undefined);
  expect(lengths('')).toEqual([246, 247]);
  expect(lengths('docker.io/')).toEqual([246, 247]);
  expect(lengths('example.com/')).toEqual([246, 247, 248, 255]);
});
