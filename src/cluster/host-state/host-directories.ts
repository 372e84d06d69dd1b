/** Where programs keep what is theirs, each below a name of its own. */
const OWN_ROOTS = /^(\/var\/lib|\/var\/cache|\/var\/spool|\/opt|\/srv|\/run|[A-Za-z]:[\\/]ProgramData|[A-Za-z]:[\\/]var[\\/]lib)[\\/]+./;

/** What is there and belongs to the node, its runtime or its network: several programs write it, as agreed. */
const SHARED = [
  '/opt/bin', '/opt/cni', '/run/containerd', '/run/cri-dockerd.sock', '/run/crio', '/run/cdi', '/run/dbus', '/run/docker',
  '/run/docker.sock', '/run/k3s', '/run/lock',
  '/run/log', '/run/mount', '/run/netns', '/run/nri', '/run/podman', '/run/secrets', '/run/systemd', '/run/udev', '/run/user', '/run/utmp',
  '/run/xtables.lock', '/var/lib/calico',
  '/var/lib/cni', '/var/lib/containerd', '/var/lib/containers', '/var/lib/dbus', '/var/lib/docker', '/var/lib/etcd', '/var/lib/k0s',
  '/var/lib/microk8s', '/var/lib/rancher',
  '/var/lib/systemd',
];

/** The kubelet has its directory in several places. What is in it is for anyone, but the directory of a driver is the driver's. */
const OF_KUBELET = /\/kubelet(\/(?!plugins\/)[^]*|\/plugins|\/plugins\/kubernetes\.io(\/.*)?)?$/;

/** Whether a tidy path is the directory of one program: what it keeps there, nobody else writes. */
export function isOwnDirectory(path: string): boolean {
  return isOfDriver(path) || OWN_ROOTS.test(path) && !OF_KUBELET.test(path) && !path.endsWith('.sock') && !path.endsWith('.lock')
    && !SHARED.some(shared => isAtOrBelow(path, shared));
}

/**
 * The kubelet gives each CSI driver and plugin a directory for its socket, also where its own directory is in a place that others share.
 */
function isOfDriver(path: string): boolean {
  return /\/kubelet\/plugins\/[^/]+/.test(path) && !OF_KUBELET.test(path);
}

/** Whether a tidy path is another one, or stands below it. */
export function isAtOrBelow(path: string, above: string): boolean {
  return path === above || above === '/' || path.startsWith(above) && path[above.length] === '/';
}
