/** Copies each file to a directory of the node: next to its place first, and then renamed. */
export const COPY = 'for file in "$@"; do name="${file##*/}"; cp "$file" "$0/.$name.new"; mv -f "$0/.$name.new" "$0/$name"; done';

/** The certificate is in the file, since the plugin runs on the node, where the files of the pod are not. */
const KUBECONFIG = `write() {
  account=/var/run/secrets/kubernetes.io/serviceaccount
  host="$KUBERNETES_SERVICE_HOST"
  case "$host" in *:*) host="[$host]" ;; esac
  authority="$(base64 < "$account/ca.crt" | tr -d '\\n')"
  umask 077
  cat > "$1.new" <<END
apiVersion: v1
kind: Config
clusters:
  - name: cluster
    cluster:
      server: "https://$host:$KUBERNETES_SERVICE_PORT"
      certificate-authority-data: "$authority"
users:
  - name: plugin
    user:
      token: "$(cat "$account/token")"
contexts:
  - name: plugin
    context:
      cluster: cluster
      user: plugin
current-context: plugin
END
  mv -f "$1.new" "$1"
}
`;

/** Writes a kubeconfig with the token that the pod has now. */
export const WRITE_KUBECONFIG = `${KUBECONFIG}write "$0"\n`;

/** Writes it again every ten minutes: the kubelet renews the token in the pod long before it ends. */
export const RENEW_KUBECONFIG = `${KUBECONFIG}trap 'exit 0' TERM
while :; do
  sleep 600 & wait $!
  write "$0"
done
`;

/** Mounts the file system of eBPF, unless it is there. */
export const MOUNT_BPF = 'grep -q " $0 bpf " /proc/mounts || mount -t bpf bpf "$0"';

/** Mounts the control groups of the node, unless they are there: the namespace of its first process is the one that sees all of them. */
export const MOUNT_CONTROL_GROUPS = 'grep -q " $0 cgroup2 " /proc/mounts || nsenter --cgroup=/hostproc/1/ns/cgroup mount -t cgroup2 none '
  + '"$0"';
