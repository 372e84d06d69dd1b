import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { bracedVariable } from '../../../src/checks/rules/braced-variable';
import type { Wire } from '../../../src/private/wire';

const NODE_NAME = { name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } };
const found = (container: Wire, pod: Wire = {}) => foundBy(bracedVariable, daemonSet(pod, { env: [NODE_NAME], ...container }));

test.each<[string, Wire, string]>([
  ['an argument', { args: ['--node=${NODE_NAME}'] }, 'args[0]'],
  ['a word of the command', { command: ['/agent', '--node', '${NODE_NAME}'] }, 'command[2]'],
  [
    'a value of a variable',
    { env: [NODE_NAME, { name: 'OTEL_RESOURCE_ATTRIBUTES', value: 'k8s.node.name=${NODE_NAME}' }] }, 'env[1].value',
  ],
  ['an argument next to the right spelling', { args: ['--host=$(NODE_NAME)', '--node=${NODE_NAME}'] }, 'args[1]'],
])('%s is found', (_, container, place) => {
  expect(found(container)).toEqual([`warning agent containers[0].${place} (\${NODE_NAME})`]);
});

test('an argument of an init container is found', () => {
  const setup = { name: 'setup', image: 'example.com/setup:1.0.0', args: ['${NODE_NAME}'], env: [NODE_NAME] };
  expect(found({}, { initContainers: [setup] })).toEqual(['warning agent initContainers[0].args[0] (${NODE_NAME})']);
});

test.each<[string, Wire, Wire?]>([
  ['the spelling of Kubernetes', { args: ['--node=$(NODE_NAME)'] }],
  ['a script of a shell', { command: ['/bin/sh', '-c'], args: ['exec /agent --node=${NODE_NAME}'] }],
  ['one word of a script of a shell', { command: ['/bin/bash', '-ec'], args: ['/agent;echo;${NODE_NAME}'] }],
  ['a shell behind an init program', { command: ['/sbin/tini', '--', 'sh', '-c', '/agent=${NODE_NAME}'] }],
  ['a script that takes text', { command: ['/scripts/run.sh'], args: ['--node=${NODE_NAME}'] }],
  ['an interpreter', { command: ['python3', '-m', 'agent', '${NODE_NAME}'] }],
  ['the collector of OpenTelemetry', {
    image: 'otel/opentelemetry-collector-contrib:0.140.0', args: ['--set=processors.resource.attributes.0.value=${NODE_NAME}'],
  }],
  ['a collector of OpenTelemetry under another name', {
    image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.45.0', args: ['--set=service.name=${NODE_NAME}'],
  }],
  ['Filebeat', { image: 'docker.elastic.co/beats/filebeat:9.2.0', args: ['-e', '-E', 'name=${NODE_NAME}'] }],
  ['Fluent Bit', { image: 'cr.fluentbit.io/fluent/fluent-bit:4.2.0', args: ['-p', 'host=${NODE_NAME}'] }],
  ['Promtail', { image: 'grafana/promtail:3.5.0', args: ['-config.expand-env=true', '-client.external-labels=host=${NODE_NAME}'] }],
  ['Envoy', { image: 'envoyproxy/envoy:v1.36.0', args: ['--service-node', '${NODE_NAME}'] }],
  ['a variable of a tool for templates', { args: ['--cluster=${CLUSTER}', '--node=${NODE_NAME}'] }],
  ['a variable that a tool fills in from outside', { env: [{ name: 'CLUSTER', value: '${CLUSTER}' }], args: ['--cluster=${CLUSTER}'] }],
  ['an image of a template', { image: 'example.com/agent:${TAG}', args: ['--node=${NODE_NAME}'] }],
  ['a default of a shell', { args: ['--node=${NODE_NAME:-none}'] }],
  ['a variable that may come from elsewhere', { args: ['--zone=${ZONE}'], envFrom: [{ configMapRef: { name: 'agent' } }] }],
  ['placeholders of Spring', { env: [NODE_NAME, { name: 'SPRING_APPLICATION_NAME', value: 'agent-${NODE_NAME}' }] }],
  ['arguments of a script in a variable', { env: [NODE_NAME, { name: 'AGENT_ARGS', value: '--node=${NODE_NAME}' }] }],
  ['a setting of several lines', { env: [NODE_NAME, { name: 'CONFIG', value: 'node: ${NODE_NAME}\nlevel: info\n' }] }],
])('%s is fine', (_, container, pod = {}) => {
  expect(found(container, pod)).toEqual([]);
});
