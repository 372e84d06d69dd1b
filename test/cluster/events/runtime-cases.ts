import { EventCase, from, TextSource } from './event-case';

const ERRORS = 'src/syscall/zerrors_linux_amd64.go';
const OF_RUNC = 'libcontainer/rootfs_linux.go';
const created = (error: string): string => 'Error: failed to create containerd task: failed to create shim task: OCI runtime create '
  + `failed: runc create failed: unable to start container process: ${error}: unknown`;
const mounting = (error: string): string => created(
  `error during container init: error mounting "/run/containerd/containerd.sock" to rootfs at "/run/containerd/containerd.sock": ${error}`,
);
const MOUNTING = from('runc', OF_RUNC, 'error mounting %q to rootfs at %q: %w');
const STARTING = from('runc', 'libcontainer/container_linux.go', 'unable to start container process: %w');
const CREATING = [
  from('containerd1', 'pkg/cri/sbserver/container_start.go', 'failed to create containerd task: %w'),
  from('containerd2', 'internal/cri/server/container_start.go', 'failed to create containerd task: %w'),
];
const PULLING = [
  from('containerd1', 'pkg/cri/sbserver/image_pull.go', 'failed to pull and unpack image %q: %w'),
  from('containerd2', 'internal/cri/server/images/image_pull.go', 'failed to pull and unpack image %q: %w'),
];
const spec = (says: string): TextSource[] => [
  from('containerd1', 'pkg/cri/opts/spec_linux_opts.go', says), from('containerd2', 'internal/cri/opts/spec_linux_opts.go', says),
];
const pulled = (error: string): string => 'Failed to pull image "ghcr.io/your-org/agent:1": rpc error: code = Unknown desc = failed to '
  + `pull and unpack image "ghcr.io/your-org/agent:1": ${error}`;
const generated = (error: string): string => `Error: failed to generate container "a1b2" spec: failed to generate spec: ${error}`;
const IMAGE = { image: 'ghcr.io/your-org/agent:1' };

/** What containerd, runc, CNI plugins and the programs of agents say. */
export const RUNTIME_CASES: readonly EventCase[] = [
  {
    id: 'mount-not-shared', message: generated('path "/var/lib/kubelet/pods" is mounted on "/" but it is not a shared mount'),
    parts: { path: '/var/lib/kubelet/pods', mount: '/' }, sources: spec('path %q is mounted on %q but it is not a shared mount'),
  },
  {
    id: 'mount-not-slave', message: generated('path "/" is mounted on "/" but it is not a shared or slave mount'),
    parts: { path: '/', mount: '/' }, sources: spec('path %q is mounted on %q but it is not a shared or slave mount'),
  },
  {
    id: 'runtime-cannot-create-path', message: generated('failed to mkdir "/data": mkdir /data: read-only file system'),
    parts: { path: '/data', error: 'mkdir /data: read-only file system' }, sources: spec('failed to mkdir %q: %w'),
  },
  {
    id: 'stale-mount', message: generated('failed to stat "/mnt/share": stat /mnt/share: transport endpoint is not connected'),
    parts: { path: '/mnt/share' }, sources: [...spec('failed to stat %q: %w'), from('go', ERRORS, 'transport endpoint is not connected')],
  },
  {
    id: 'runtime-cannot-stat', message: generated('failed to stat "/mnt/share": stat /mnt/share: input/output error'),
    parts: { path: '/mnt/share' }, sources: spec('failed to stat %q: %w'),
  },
  {
    id: 'path-outside-of-root',
    message: mounting('create mountpoint for /run/containerd/containerd.sock mount: make mountpoint "/run/containerd/containerd.sock": '
      + 'openat containerd.sock: read-only file system'),
    sources: [MOUNTING, from('runc', OF_RUNC, 'create mountpoint for %s mount: %w', 'newest'), from('go', ERRORS, 'read-only file system')],
  },
  {
    id: 'directory-onto-file',
    message: mounting('mount src=/run/containerd/containerd.sock, dst=/run/containerd/containerd.sock, dstFd=/proc/thread-self/fd/9, '
      + 'flags=MS_BIND|MS_REC: not a directory'),
    parts: { source: '/run/containerd/containerd.sock', target: '/run/containerd/containerd.sock' },
    sources: [MOUNTING, from('runc', 'libcontainer/mount_linux.go', '"src=" + e.source', 'newest'), from('go', ERRORS, 'not a directory')],
  },
  {
    id: 'mount-source-missing', message: mounting('stat /run/containerd/containerd.sock: no such file or directory'),
    sources: [MOUNTING, from('go', ERRORS, 'no such file or directory')],
  },
  {
    id: 'mount-denied',
    message: mounting(
      'mount /run/containerd/containerd.sock:/run/containerd/containerd.sock (via /proc/self/fd/6), flags: 0x5000: permission denied',
    ),
    sources: [
      MOUNTING, from('runc', 'libcontainer/mount_linux.go', '" (via " + e.procfd + ")"', 'oldest'),
      from('go', ERRORS, 'permission denied'),
    ],
  },
  {
    id: 'mount-error', message: mounting('too many levels of symbolic links'),
    sources: [MOUNTING, from('go', ERRORS, 'too many levels of symbolic links')],
  },
  {
    id: 'wrong-architecture', message: 'exec /agent: exec format error', parts: { path: '/agent' },
    sources: [
      from('runc', 'libcontainer/system/linux.go', '&os.PathError{Op: "exec", Path: cmd, Err: err}'),
      from('go', ERRORS, 'exec format error'),
    ],
  },
  {
    id: 'program-not-in-path', message: created('exec: "sh": executable file not found in $PATH'), parts: { program: 'sh' },
    sources: [
      STARTING, ...CREATING, from('runc', 'libcontainer/standard_init_linux.go', 'exec.LookPath(l.config.Args[0])'),
      from('go', 'src/os/exec/lp_unix.go', 'executable file not found in $PATH'),
    ],
  },
  {
    id: 'program-missing', message: created('exec: "/agent": stat /agent: no such file or directory'),
    parts: { program: '/agent', path: '/agent' },
    sources: [STARTING, from('go', 'src/os/exec/exec.go', '"exec: " + strconv.Quote(e.Name) + ": " + e.Err.Error()')],
  },
  {
    id: 'program-not-executable', message: created('exec: "/scripts/start.sh": permission denied'),
    parts: { program: '/scripts/start.sh' },
    sources: [STARTING, from('go', 'src/os/exec/exec.go', '"exec: " + strconv.Quote(e.Name) + ": " + e.Err.Error()')],
  },
  {
    id: 'start-out-of-memory', message: created('container init was OOM-killed (memory limit too low?)'),
    sources: [from('runc', 'libcontainer/process_linux.go', 'container init was OOM-killed (memory limit too low?)')],
  },
  {
    id: 'user-not-in-image', message: created('unable to find user agent: no matching entries in passwd file'), parts: { user: 'agent' },
    sources: [from('user', 'user.go', 'unable to find user %s: %w'), from('user', 'user.go', 'no matching entries in passwd file')],
  },
  {
    id: 'capabilities-not-applied', message: created('error during container init: unable to apply caps: operation not permitted'),
    sources: [from('runc', 'libcontainer/init_linux.go', 'unable to apply caps: %w')],
  },
  {
    id: 'runtime-failed', message: created('something new'),
    sources: [
      ...CREATING, from('containerd1', 'pkg/process/init.go', 'OCI runtime create failed'),
      from('containerd2', 'cmd/containerd-shim-runc-v2/process/init.go', 'OCI runtime create failed'),
    ],
  },
  {
    id: 'app-armor-profile-missing',
    message: generated('failed to generate apparmor spec opts: apparmor profile not found agent-profile'),
    parts: { profile: 'agent-profile' },
    sources: [
      from('containerd1', 'pkg/cri/sbserver/container_create_linux.go', 'apparmor profile not found %s'),
      from('containerd2', 'internal/cri/sputil/apparmor_linux.go', 'apparmor profile not found %s'),
    ],
  },
  {
    id: 'container-name-reserved',
    message: 'Error: failed to reserve container name "agent_logs-bcdfg_node-agents_0d6f_3": name "agent_logs-bcdfg_node-agents_0d6f_3" '
      + 'is reserved for "a1b2"',
    parts: { name: 'agent_logs-bcdfg_node-agents_0d6f_3' },
    sources: [
      from('containerd1', 'pkg/cri/sbserver/container_create.go', 'failed to reserve container name %q: %w'),
      from('containerd2', 'internal/registrar/registrar.go', 'name %q is reserved for %q'),
    ],
  },
  {
    id: 'runtime-class-not-configured',
    message: 'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to get sandbox runtime: no runtime for "gvisor" is '
      + 'configured',
    parts: { handler: 'gvisor' },
    sources: [
      from('kubernetes', 'pkg/kubelet/kuberuntime/kuberuntime_manager.go', 'Failed to create pod sandbox: %v'),
      from('containerd1', 'pkg/cri/sbserver/sandbox_run.go', 'no runtime for %q is configured'),
      from('containerd2', 'internal/cri/config/config.go', 'no runtime for %q is configured'),
    ],
  },
  {
    id: 'cni-binary-missing',
    message: 'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "a1b2": failed to find '
      + 'plugin "flannel" in path [/opt/cni/bin]',
    parts: { plugin: 'flannel', path: '/opt/cni/bin' },
    sources: [
      from('cni', 'pkg/invoke/find.go', 'failed to find plugin %q in path %s'),
      from('containerd2', 'internal/cri/server/sandbox_run.go', 'failed to setup network for sandbox %q: %w'),
    ],
  },
  {
    id: 'no-pod-addresses',
    message: 'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "a1b2": plugin '
      + 'type="bridge" failed (add): failed to allocate for range 0: no IP addresses available in range set: 10.244.1.1-10.244.1.254',
    parts: { range: '10.244.1.1-10.244.1.254' },
    sources: [from('cniPlugins', 'plugins/ipam/host-local/backend/allocator/allocator.go', 'no IP addresses available in range set: %s')],
  },
  {
    id: 'cni-failed',
    message: 'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "a1b2": plugin '
      + 'type="calico" failed (add): stat /var/lib/calico/nodename: no such file or directory',
    parts: { plugin: 'calico' },
    sources: [
      from('cni', 'libcni/api.go', 'plugin %s failed (add): %w'),
      from('containerd1', 'pkg/cri/sbserver/sandbox_run.go', 'failed to setup network for sandbox %q: %w'),
    ],
  },
  {
    id: 'image-platform-missing', message: pulled('no match for platform in manifest: not found'), parts: IMAGE,
    sources: [...PULLING, from('containerd2', 'core/images/handlers.go', 'no match for platform in manifest: %w')],
  },
  {
    id: 'image-access-denied',
    message: pulled('failed to resolve reference "ghcr.io/your-org/agent:1": pull access denied, repository does not exist or may require '
      + 'authorization: authorization failed: no basic auth credentials'),
    parts: IMAGE,
    sources: [
      from('containerd1', 'remotes/docker/resolver.go', 'pull access denied, repository does not exist or may require authorization: %w'),
      from(
        'containerd2', 'core/remotes/docker/resolver.go', 'pull access denied, repository does not exist or may require authorization: %w',
      ),
    ],
  },
  {
    id: 'image-access-denied',
    message: pulled('failed to resolve reference "ghcr.io/your-org/agent:1": unexpected status from HEAD request to '
      + 'https://ghcr.io/v2/your-org/agent/manifests/1: 403 Forbidden'),
    parts: IMAGE, sources: [from('containerd2', 'core/remotes/errors/errors.go', 'unexpected status from %s request to %s: %s')],
  },
  {
    id: 'image-rate-limit',
    message: pulled(
      'failed to copy: httpReadSeeker: failed open: unexpected status code https://images.example.com/v2/library/a/manifests/1: 429 Too '
        + 'Many Requests - Server message: toomanyrequests: You have reached your pull rate limit',
    ),
    parts: IMAGE,
    sources: [
      from('containerd2', 'core/remotes/docker/errdesc.go', 'TOOMANYREQUESTS'), from('go', 'src/net/http/status.go', 'Too Many Requests'),
    ],
  },
  {
    id: 'image-registry-unknown-host',
    message: pulled('failed to resolve reference "ghcr.io/your-org/agent:1": failed to do request: Head "https://ghcr.io/v2/": dial tcp: '
      + 'lookup ghcr.io on 10.0.0.2:53: no such host'),
    parts: { host: 'ghcr.io', server: '10.0.0.2:53', error: 'no such host' },
    sources: [from('go', 'src/net/net.go', '"lookup " + e.Name'), from('go', 'src/net/net.go', 'no such host')],
  },
  {
    id: 'image-registry-not-trusted',
    message: pulled('failed to resolve reference "ghcr.io/your-org/agent:1": failed to do request: Head "https://ghcr.io/v2/": tls: failed '
      + 'to verify certificate: x509: certificate signed by unknown authority'),
    parts: IMAGE, sources: [from('go', 'src/crypto/x509/verify.go', 'x509: certificate signed by unknown authority')],
  },
  {
    id: 'image-no-space',
    message: pulled('failed to extract layer sha256:a1: write /var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/9/fs/a: '
      + 'no space left on device: unknown'),
    parts: IMAGE, sources: [...PULLING, from('go', ERRORS, 'no space left on device')],
  },
  {
    id: 'image-not-found', message: pulled('failed to resolve reference "ghcr.io/your-org/agent:1": ghcr.io/your-org/agent:1: not found'),
    parts: IMAGE,
    sources: [
      ...PULLING, from('containerd1', 'pull.go', 'failed to resolve reference %q: %w'),
      from('containerd2', 'client/pull.go', 'failed to resolve reference %q: %w'),
    ],
  },
  {
    id: 'image-registry-not-reached',
    message: pulled('failed to resolve reference "ghcr.io/your-org/agent:1": failed to do request: Head "https://ghcr.io/v2/": dial tcp '
      + '192.0.2.1:443: i/o timeout'),
    parts: IMAGE, sources: [from('go', 'src/internal/poll/fd.go', 'i/o timeout')],
  },
  {
    id: 'bind-denied', message: 'listen tcp :443: bind: permission denied',
    sources: [from('go', 'src/net/net.go', 's += ": " + e.Err.Error()'), from('go', ERRORS, 'permission denied')],
  },
  {
    id: 'socket-denied', message: 'dial unix /run/containerd/containerd.sock: connect: permission denied',
    parts: { path: '/run/containerd/containerd.sock' }, sources: [from('go', 'src/net/net.go', 's += ": " + e.Err.Error()')],
  },
  {
    id: 'socket-missing', message: 'dial unix /run/crio/crio.sock: connect: no such file or directory',
    parts: { path: '/run/crio/crio.sock' }, sources: [from('go', 'src/net/net.go', 's += ": " + e.Err.Error()')],
  },
  {
    id: 'file-denied', message: 'open /var/log/audit/audit.log: permission denied',
    parts: { path: '/var/log/audit/audit.log', operation: 'open' },
    sources: [from('go', 'src/io/fs/fs.go', 'e.Op + " " + e.Path + ": " + e.Err.Error()')],
  },
  {
    id: 'file-read-only', message: 'open /data/positions.db: read-only file system', parts: { path: '/data/positions.db' },
    sources: [from('go', 'src/io/fs/fs.go', 'e.Op + " " + e.Path + ": " + e.Err.Error()')],
  },
  {
    id: 'operation-not-permitted', message: 'failed to load program: bpf: operation not permitted',
    parts: { output: 'failed to load program: bpf' }, sources: [from('go', ERRORS, 'operation not permitted')],
  },
];
