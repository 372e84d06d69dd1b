import { Duration } from 'cdk8s';
import {
  AmdDevicePluginOptions, AmdResourceNaming, DevicePlugin, DevicePluginDriver, IntelAllocationPolicy, IntelGpuPluginOptions,
} from '../../../src';
import { objectOf, testChart } from '../../support/golden';
import { reading } from '../../support/refused';

function podOf(plugin: DevicePluginDriver): any {
  const chart = testChart();
  new DevicePlugin(chart, 'gpu', { plugin });
  return objectOf(chart, 'DaemonSet').spec.template.spec;
}

describe('AMD', () => {
  const containerOf = (options: AmdDevicePluginOptions) => podOf(DevicePluginDriver.amd(options)).containers[0];

  test('without arguments the image says how it starts', () => {
    expect(containerOf({})).not.toHaveProperty('args');
    expect(containerOf({})).not.toHaveProperty('command');
  });

  test.each<[AmdDevicePluginOptions, string]>([
    [{ resourceNaming: AmdResourceNaming.MIXED }, '-resource_naming_strategy=mixed'],
    [{ healthCheckInterval: Duration.minutes(1) }, '-pulse=60'],
  ])('%p starts the program with %s', (options, arg) => {
    expect(containerOf(options)).toMatchObject({
      command: ['./k8s-device-plugin'], args: expect.arrayContaining([arg, '-logtostderr=true']),
    });
  });

  test('the pod waits for the directory that comes with the driver', () => {
    expect(
      podOf(DevicePluginDriver.amd()).volumes,
    ).toContainEqual({ name: 'driver', hostPath: { path: '/sys/class/kfd', type: 'Directory' } });
  });

  test('the socket of the metrics exporter is mounted where health is looked at', () => {
    const pathsOf = (options: AmdDevicePluginOptions) =>
      podOf(DevicePluginDriver.amd(options)).volumes.map(({ hostPath }: any) => hostPath.path);
    expect(pathsOf({})).not.toContain('/var/lib/amd-metrics-exporter');
    expect(pathsOf({ healthCheckInterval: Duration.seconds(10) })).toContain('/var/lib/amd-metrics-exporter');
  });
});

describe('Intel', () => {
  const argsOf = (options: IntelGpuPluginOptions) => podOf(DevicePluginDriver.intelGpu(options)).containers[0].args;

  test.each<[IntelGpuPluginOptions, string[] | undefined]>([
    [{}, undefined],
    [{ sharedDevices: 1 }, undefined],
    [{ sharedDevices: 4, allocationPolicy: IntelAllocationPolicy.BALANCED }, ['-shared-dev-num=4', '-allocation-policy=balanced']],
    [{ monitoring: true }, ['-enable-monitoring']],
    [{ allowedDeviceIds: ['0x56c1', '0x56c0'] }, ['-allow-ids=0x56c0,0x56c1']],
    [{ deniedDeviceIds: ['0x4c8a'] }, ['-deny-ids=0x4c8a']],
  ])('%p becomes %p', (options, args) => {
    expect(argsOf(options)).toEqual(args);
  });

  test.each<[string, IntelGpuPluginOptions]>([
    ['no container at all', { sharedDevices: 0 }],
    ['half a container', { sharedDevices: 1.5 }],
    ['both lists', { allowedDeviceIds: ['0x56c0'], deniedDeviceIds: ['0x4c8a'] }],
    ['an id in capitals', { allowedDeviceIds: ['0x56C0'] }],
    ['an id without prefix', { deniedDeviceIds: ['56c0'] }],
    ['a policy for GPUs that are not shared', { allocationPolicy: IntelAllocationPolicy.PACKED }],
  ])('%s is refused', (_, options) => {
    expect(reading(() => DevicePluginDriver.intelGpu(options))).toThrow(/^invalid-device-plugin: /);
  });
});
