import { csiPluginsIn } from '../../cluster/csi/csi-plugins';
import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import { isIn } from '../../cluster/platforms/host-places';
import { findingOf } from '../../private/finding';
import { csiDriver, csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

export const csiSelinuxMount: Rule = {
  id: 'csi-selinux-mount',
  level: 'warning',
  summary: 'Volumes are to be mounted with an SELinux label, and the driver does not see SELinux.',
  looksAt: '`seLinuxMount: true` of CSIDriver objects, and whether the driver of that name mounts `/etc/selinux` and `/sys/fs/selinux` of '
    + 'its node.',
  why: 'The kubelet passes `-o context=...`, and mount in the container of the driver leaves it out, since SELinux looks disabled there: '
    + 'pods read `Permission denied` on nodes that enforce SELinux, because nobody relabels the files any more.',
  fix: 'Mount `/etc/selinux` and `/sys/fs/selinux` of the node (`CsiHostAccess.seLinux()`), or leave `seLinuxMount` out.',
  example: () => {
    const object = csiDriver('disk.csi.example.com', { seLinuxMount: true });
    const paths = ['/etc/selinux', '/sys/fs/selinux'];
    const plugin = csiPlugin();
    const { spec } = plugin.spec.template;
    const [driver, ...others] = spec.containers;
    const mounted = {
      ...plugin,
      spec: {
        ...plugin.spec,
        template: {
          ...plugin.spec.template,
          spec: {
            ...spec,
            containers: [{
              ...driver,
              volumeMounts: [...driver.volumeMounts, ...paths.map((mountPath, index) => ({ name: `selinux-${index}`, mountPath }))],
            }, ...others],
            volumes: [
              ...spec.volumes, ...paths.map((path, index) => ({ name: `selinux-${index}`, hostPath: { path, type: 'Directory' } })),
            ],
          },
        },
      },
    };
    return { fails: [plugin, object], passes: [mounted, object] };
  },
  *check(context) {
    for (const { workload, driver, name } of csiPluginsIn(context)) {
      const object = name === undefined ? undefined : context.inventory.find('CSIDriver', 'storage.k8s.io', name);
      if (!driver || object?.object.spec?.seLinuxMount !== true) {continue;}
      const paths = hostMountsIn(workload).filter(({ container }) => container === driver).map(({ path }) => path);
      const missing = ['/etc/selinux/config', '/sys/fs/selinux'].filter(needed => !paths.some(path => path !== '/' && isIn(needed, path)));
      if (missing.length === 0) {continue;}
      yield findingOf(csiSelinuxMount, {
        about: object, path: 'spec.seLinuxMount', given: 'true',
        what: `the driver does not see ${missing.map(path => path.replace('/config', '')).join(' and ')} of its node`,
      });
    }
  },
};
