import { ContainerSecurity, NodeTuning, NodeTuningProps, Priority, Resources, Sysctl } from '../../../src';
import { codesOf, expectGolden, objectOf, testChart } from '../../support/golden';

function podOf(props: NodeTuningProps): any {
  const chart = testChart();
  new NodeTuning(chart, 'tuning', props);
  return objectOf(chart, 'DaemonSet').spec.template.spec;
}

const codes = (sysctls: Sysctl[]) => {
  const chart = testChart();
  new NodeTuning(chart, 'tuning', { sysctls });
  return codesOf(chart);
};

test('parameters are set before a container that does nothing stays', () => {
  const chart = testChart();
  new NodeTuning(chart, 'node-tuning', { sysctls: [Sysctl.maxMapCount(262144), Sysctl.inotifyInstances(8192)] });
  expectGolden('node-tuning', chart);
});

test('they are reported by name, whatever the order they are given in', () => {
  const {
    initContainers: [{ args }],
  } = podOf({ sysctls: [Sysctl.of('vm.swappiness', '10'), Sysctl.of('fs.nr_open', '1048576', { optional: true })] });
  expect(args).toEqual(['-fs.nr_open=1048576', 'vm.swappiness=10']);
});

test('the network of the node is shared where a parameter belongs to it', () => {
  expect(podOf({ sysctls: [Sysctl.of('net.core.somaxconn', '4096')] }).hostNetwork).toBe(true);
  expect(podOf({ sysctls: [Sysctl.inotifyWatches(524288)] }).hostNetwork).toBeUndefined();
});

test('capabilities are those that the kernel asks for', () => {
  const capabilitiesFor = (...sysctls: Sysctl[]) => podOf({ sysctls }).initContainers[0].securityContext.capabilities;
  expect(capabilitiesFor(Sysctl.maxMapCount(1))).toEqual({ drop: ['ALL'] });
  expect(capabilitiesFor(
    Sysctl.of('kernel.dmesg_restrict', '1'), Sysctl.of('kernel.kptr_restrict', '1'), Sysctl.of('net/ipv4/conf/eth0.1/forwarding', '1'),
  ))
    .toEqual({ add: ['NET_ADMIN', 'SYS_ADMIN'], drop: ['ALL'] });
});

test('images, rights and resources can be others', () => {
  const { initContainers: [setter], containers: [pause], priorityClassName } = podOf({
    sysctls: [Sysctl.maxMapCount(1)], image: 'example.com/shell:1.0.0', pauseImage: 'example.com/pause:1.0.0', resources: Resources.none(),
    setterResources: Resources.none(),
    setterSecurityContext: ContainerSecurity.privileged('another security module refuses it'), priority: Priority.none(),
  });
  expect(setter).toMatchObject({ image: 'example.com/shell:1.0.0', securityContext: { privileged: true } });
  expect(pause.image).toBe('example.com/pause:1.0.0');
  expect([setter.resources, pause.resources, priorityClassName]).toEqual([undefined, undefined, undefined]);
});

test('nothing, and one thing twice, is refused', () => {
  expect(codes([])).toEqual(['[test/tuning] invalid-sysctl']);
  expect(codes([Sysctl.of('vm.swappiness', '10'), Sysctl.of('vm/swappiness', '20')])).toEqual(['[test/tuning] invalid-sysctl']);
});

test('what belongs to the kubelet is refused at synth', () => {
  expect(codes([Sysctl.of('vm.overcommit_memory', '2')])).toEqual(['[test/tuning] sysctl-owned-elsewhere']);
  expect(codes([Sysctl.of('vm.overcommit_memory', '1')])).toEqual([]);
});

test('two agents that set one parameter on the same nodes are refused at synth', () => {
  const chart = testChart();
  new NodeTuning(chart, 'one', { sysctls: [Sysctl.maxMapCount(262144)] });
  new NodeTuning(chart, 'two', { sysctls: [Sysctl.maxMapCount(65530)] });
  expect(codesOf(chart)).toContain('[test/two] sysctl-conflict');
});
