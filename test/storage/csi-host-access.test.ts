import { CsiDriver, CsiHostAccess, CsiNodePlugin } from '../../src';
import { objectOf, testChart } from '../support/golden';

test('every set of paths checks what the operating system owns, and can be combined with every other', () => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'storage', {
    driver: CsiDriver.of({
      name: 'block.csi.example.com',
      image: 'images.example.com/csi-block:v1.2.3',
      hostAccess: [
        CsiHostAccess.blockDevices(), CsiHostAccess.deviceTree(), CsiHostAccess.kernelModules(), CsiHostAccess.udev(),
        CsiHostAccess.mountTable(), CsiHostAccess.seLinux(), CsiHostAccess.hostRoot(),
      ],
    }),
  });
  const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
  const paths = new Map<string, any>(pod.volumes.map((volume: any) => [volume.name, volume.hostPath]));
  expect(pod.containers[0].volumeMounts.map((mount: any) => [
    mount.mountPath, paths.get(mount.name).type ?? 'unchecked', mount.readOnly ? 'ro' : 'rw', mount.mountPropagation ?? 'None',
  ].join(' '))).toEqual([
    '/csi DirectoryOrCreate rw None',
    '/dev Directory rw None',
    '/etc/selinux/config File ro None',
    '/etc/udev Directory ro None',
    '/host Directory rw HostToContainer',
    '/lib/modules unchecked ro None',
    '/lib/udev Directory ro None',
    '/run/mount unchecked rw None',
    '/run/udev Directory rw None',
    '/sys Directory rw None',
    '/sys/fs/selinux Directory rw None',
    '/var/lib/kubelet/pods Directory rw Bidirectional',
  ]);
});
